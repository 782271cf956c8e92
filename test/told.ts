import { createHash } from 'node:crypto';
import type { Article, Reading } from '../src/model/article.js';
import type { Finding } from '../src/model/finding.js';
import type { Statement, StatementOf, StatementType } from '../src/model/statement.js';

/** Small stories for tests of the record and of stores: a text, and statements whose quotes are in it. */
export interface SmallStory extends Reading {
  text: string;
}

/** `sha256:` and the hash of the text's UTF-8 bytes. */
export function idOf(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

const amount = { measure: 'trade.total', from: 'VN', to: 'RU', value: 1, unit: 'USD', bound: null } as const;
const blank: { [T in StatementType]: Omit<StatementOf<T>, keyof typeof base | 'id' | 'quote' | 'start' | 'end'> } = {
  figure: { type: 'figure', ...amount, period: null, growth: null, source: null },
  target: { type: 'target', ...amount, due: null },
  event: {
    ...{ type: 'event', kind: 'meeting', date: null, actors: [], countries: ['RU', 'VN'], format: null, place: null, object: null },
    ...{ plover: null, cameo: null },
  },
  office: { type: 'office', person: '某人', aliases: [], latin: null, office: '总理', organisation: null, country: 'VN' },
  agreement: { type: 'agreement', name: '某协定', parties: ['RU', 'VN'], status: null, date: null },
  body: { type: 'body', name: '某委员会', aliases: [], parties: ['RU', 'VN'], parts: [], session: null, chairs: [] },
  project: { type: 'project', name: '某项目', parties: ['RU', 'VN'], status: null, place: null },
  relation: { type: 'relation', kind: 'level', parties: ['RU', 'VN'], level: null, date: null },
  commitment: { type: 'commitment', by: ['VN'], to: ['RU'], strength: 'pledged', action: '做某事', due: null },
  position: { type: 'position', by: ['VN'], about: ['RU'], stance: 'support', topic: null },
};
const base = { item: 0, speaker: null, modality: 'actual', confidence: 1, rule: 'test', roles: {} } as const;

/** A statement of a type with the given fields, and what it quotes. */
export type Said = { [T in StatementType]: { type: T; quote: string } & Partial<Omit<StatementOf<T>, 'type' | 'quote'>> }[StatementType];

/** A story that says these things, one sentence each, in this order. */
export function story(
  source: string,
  said: readonly Said[],
  more: Partial<Article> & { findings?: Finding[]; before?: string } = {},
): SmallStory {
  const { findings = [], before = '', ...fields } = more;
  const parts = [fields.title ?? '', before, ...said.map((s) => s.quote)];
  const text = parts.join('。\n');
  let at = [...parts.slice(0, 2).join('。\n')].length + 2;
  const statements = said.map((s) => {
    const start = at;
    const end = start + [...s.quote].length;
    at = end + 2;
    const what = { ...blank[s.type], ...base, ...s };
    return { id: idOf(JSON.stringify(what)), start, end, ...what } as Statement;
  });
  const article: Article = {
    id: idOf(text),
    source,
    language: 'zh',
    title: null,
    agency: null,
    place: null,
    published: null,
    passages: [],
    ...fields,
  };
  return { article, statements, findings, text };
}

/** The day of publication, as an article has it. */
export function published(date: string): Pick<Article, 'published'> {
  return { published: { date, basis: 'stated', quote: null } };
}
