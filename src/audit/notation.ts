import { type Article, type Passage, passageRoles } from '../model/article.js';
import { type Speaker, type Statement, type StatementType, statement as schema } from '../model/statement.js';
import { decimal } from '../model/values/decimal.js';
import { type RecordView, viewOf } from '../record/view.js';

/**
 * Small records as text, for the examples of rules and the audit's test set. One line each:
 *
 *     story a  published=2022-01-11  language=zh       begins a story; `a` is its id
 *     title 两国加强合作                                 a passage of its text: title, lead, caption, body
 *     body 2020年两国贸易额达1085亿美元。
 *     item 1                                           what follows belongs to a brief listed under the story
 *     figure  measure=trade.total  from=VN  to=BY  value=1085亿  unit=USD  period=2020  «两国贸易额达1085亿美元»
 *
 * A fact line is written as in the corpus: type, `field=value`, the words in «…». Where a story has no passages, the quotes of its facts
 * become its text, a line each; otherwise each quote must stand in it. Characters may be written `\u{2F8F}`. Empty lines and lines that
 * begin with `#` are not read.
 */
export interface Noted {
  articles: Article[];
  /** Article id → text. */
  texts: Map<string, string>;
  /** Article id → statements, in the order of the lines. */
  statements: Map<string, Statement[]>;
}

interface Draft {
  article: Article;
  lines: string[];
  given: boolean;
  item: number;
  facts: { line: number; item: number; type: StatementType; fields: Map<string, string>; quote: string }[];
}

/** Reads a record; throws an Error that names the line for anything that is not in the notation. */
export function parseRecord(source: string): Noted {
  const drafts: Draft[] = [];
  source.split('\n').forEach((raw, i) => {
    const line = unescapeCharacters(raw.trim());
    if (line !== '' && !line.startsWith('#')) readLine(line, i + 1, drafts);
  });
  const noted: Noted = { articles: [], texts: new Map(), statements: new Map() };
  for (const draft of drafts) {
    if (noted.texts.has(draft.article.id)) throw new Error(`two stories are called ${draft.article.id}`);
    finish(draft, noted);
  }
  return noted;
}

/** `\u{2F8F}` → the character. */
export function unescapeCharacters(text: string): string {
  return text.replace(/\\u\{([0-9A-Fa-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

function readLine(line: string, number: number, drafts: Draft[]): void {
  const [, word, rest] = /^(\S+)\s*(.*)$/s.exec(line)!;
  const draft = drafts.at(-1);
  if (word === 'story') {
    const id = /^\S+/.exec(rest!)?.[0] ?? '';
    const f = fieldsOf(rest!.slice(id.length));
    const date = f.get('published');
    drafts.push({
      article: {
        id,
        source: `${id}.txt`,
        language: f.get('language') ?? 'zh',
        title: null,
        agency: f.get('agency') ?? null,
        place: f.get('place') ?? null,
        published: date === undefined ? null : { date, basis: 'stated', quote: null },
        passages: [],
      },
      lines: [],
      given: false,
      item: 0,
      facts: [],
    });
    return;
  }
  if (!draft) throw new Error(`line ${number}: the record begins with a line "story"`);
  if (word === 'item') draft.item = Number(rest);
  else if ((passageRoles as readonly string[]).includes(word!) && !rest!.includes('«')) {
    draft.given = true;
    addPassage(draft, word as Passage['role'], rest!);
  } else draft.facts.push(readFact(word!, rest!, number, draft.item));
}

function addPassage(draft: Draft, role: Passage['role'], text: string): void {
  const start = Array.from(draft.lines.map((l) => `${l}\n`).join('')).length;
  draft.lines.push(text);
  draft.article.passages.push({ role, item: draft.item, start, end: start + Array.from(text).length });
  if (role === 'title' && draft.item === 0) draft.article.title = text;
}

function readFact(type: string, rest: string, line: number, item: number): Draft['facts'][number] {
  const m = /^(.*?)«([^»]+)»$/s.exec(rest);
  if (!m) throw new Error(`line ${line}: "${type} ${rest}" has no quote «…» at its end`);
  return { line, item, type: type as StatementType, fields: fieldsOf(m[1]!), quote: m[2]! };
}

/** `a=x y  b=z` → a: "x y", b: "z"; a value runs to the next `name=`. */
function fieldsOf(text: string): Map<string, string> {
  const starts = [...text.matchAll(/(?:^|\s)([a-z]+)=/g)];
  return new Map(starts.map((m, i) => [m[1]!, text.slice(m.index + m[0].length, starts[i + 1]?.index ?? text.length).trim()]));
}

function finish(draft: Draft, noted: Noted): void {
  if (!draft.given) {
    for (const fact of draft.facts) {
      draft.item = fact.item;
      addPassage(draft, 'body', fact.quote);
    }
  }
  const text = draft.lines.join('\n');
  const used = new Map<string, number>();
  const made = draft.facts.map((fact, i) => {
    // a quote that stands twice in the story: the second fact that gives it means the second place
    const from = used.get(fact.quote) ?? -1;
    const next = text.indexOf(fact.quote, from + 1);
    const at = next >= 0 ? next : from;
    if (at < 0) throw new Error(`line ${fact.line}: the story ${draft.article.id} does not say «${fact.quote}»`);
    if (!draft.given) used.set(fact.quote, at);
    const start = Array.from(text.slice(0, at)).length;
    const said = {
      ...{ id: `${draft.article.id}-${i + 1}`, type: fact.type, item: fact.item, quote: fact.quote, start },
      ...{ end: start + Array.from(fact.quote).length, speaker: null, modality: fact.type === 'target' ? 'planned' : 'actual' },
      ...{ confidence: 1, rule: 'notation', roles: {} },
      ...(blanks[fact.type] ?? {}),
      ...Object.fromEntries([...fact.fields].map(([k, v]) => [k, readValue(fact.type, k, v)])),
    };
    const parsed = schema.safeParse(said);
    if (!parsed.success)
      throw new Error(`line ${fact.line}: ${parsed.error.issues[0]!.path.join('.')}: ${parsed.error.issues[0]!.message}`);
    return parsed.data;
  });
  noted.articles.push(draft.article);
  noted.texts.set(draft.article.id, text);
  noted.statements.set(draft.article.id, made);
}

const blanks: Readonly<Record<StatementType, Readonly<Record<string, unknown>>>> = {
  figure: { from: null, to: null, value: null, unit: null, period: null, growth: null, bound: null, source: null },
  target: { from: null, to: null, value: null, unit: null, bound: null, due: null },
  event: { date: null, actors: [], countries: [], format: null, place: null, object: null, plover: null, cameo: null },
  office: { aliases: [], latin: null, organisation: null, country: null },
  agreement: { parties: [], status: null, date: null },
  body: { aliases: [], parties: [], parts: [], session: null, chairs: [] },
  project: { parties: [], status: null, place: null },
  relation: { parties: [], level: null, date: null },
  commitment: { by: [], to: [], due: null, action: '-' },
  position: { by: [], about: [], topic: null },
};

const numbers = new Set(['value', 'upper', 'growth', 'session', 'confidence']);
const lists = new Set(['countries', 'parties', 'by', 'to', 'about', 'aliases', 'parts', 'chairs']);
const powers: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8, 万亿: 12, '%': -2 };

function readValue(type: StatementType, field: string, text: string): unknown {
  if (text === 'null') return null;
  if (numbers.has(field)) {
    const m = /^(-?[\d_]+(?:\.\d+)?)(万亿|万|亿|%)?$/.exec(text);
    if (!m) throw new Error(`${field}=${text} is not a number`);
    return Number(
      decimal(m[1]!.replaceAll('_', ''))
        .times(`1e${powers[m[2] ?? '']!}`)
        .toString(),
    );
  }
  if (field === 'to' && (type === 'figure' || type === 'target')) return text;
  if (lists.has(field)) return text.split(',').map((t) => t.trim());
  if (field === 'actors') return text.split(',').map((t) => person(t.trim(), { role: 'participant' }));
  if (field === 'speaker') return person(text, {});
  return text;
}

/** `范明政/总理/VN` → name, office, country; later parts may be left out. */
function person<T extends object>(text: string, more: T): Speaker & T {
  const [name, office, country] = text.split('/').map((p) => (p === '' ? null : p));
  return { name: name!, office: office ?? null, country: country ?? null, ...more };
}

/** The view of a record in the notation. */
export function viewOfNoted(noted: Noted): RecordView {
  return viewOf(
    noted.articles.map((article) => ({ article, text: noted.texts.get(article.id)!, statements: noted.statements.get(article.id)! })),
  );
}
