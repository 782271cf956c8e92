import { composeBrief } from '../brief/compose.js';
import type { Brief } from '../brief/document.js';
import type { Dossier, FigureValueLine } from '../brief/dossier.js';
import { englishWords } from '../brief/words/en.js';
import { russianWords } from '../brief/words/ru.js';
import { vietnameseWords } from '../brief/words/vi.js';
import type { Words } from '../brief/words/words.js';
import { chineseWords } from '../brief/words/zh.js';
import type { Finding } from '../model/finding.js';
import type { Statement } from '../model/statement.js';
import { dayRange } from '../model/values/edtf.js';
import { type FigureValue, figureGroups } from '../record/conflicts.js';
import { agreementLives } from '../record/lives/agreements.js';
import { bodyLives } from '../record/lives/bodies.js';
import { commitmentLives } from '../record/lives/commitments.js';
import { grouped, sameWords } from '../record/lives/life.js';
import { officeLives } from '../record/lives/offices.js';
import { projectLives } from '../record/lives/projects.js';
import { relationLives } from '../record/lives/relations.js';
import { targetLives } from '../record/lives/targets.js';
import { pairOf, pairRecord } from '../record/pair.js';
import { wholeCountry } from '../record/parties.js';
import { multilateralSubject, pairSubject } from '../record/subjects.js';
import { type Claim, type ReadStory, type RecordView, type Told, viewOf } from '../record/view.js';
import type { Store } from '../store/port.js';
import { placeNameIn, placeWord } from './places.js';
import { sideOf } from './sides.js';

/** The languages in which a brief can be had. */
export const briefLanguages = ['zh', 'en', 'vi', 'ru'] as const;
export type BriefLanguage = (typeof briefLanguages)[number];

/** How a brief is asked for. */
export interface BriefOptions {
  /** Only news since this day, `YYYY-MM-DD`. */
  since?: string;
  /** Mark what the stories published since this day, `YYYY-MM-DD`, have brought. */
  changedSince?: string;
  language?: BriefLanguage;
}

/** The brief on two countries or groups, codes in any order, out of a record. In Chinese unless another language is asked for. */
export async function storedBrief(store: Store, a: string, b: string, options: BriefOptions = {}): Promise<Brief> {
  const stories: ReadStory[] = [];
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const [x, y] = pairOf(a, b);
  for (const subject of [pairSubject(x, y), multilateralSubject(x)])
    for await (const { article, text, statements, findings: own } of store.readings({ subject })) {
      if (seen.has(article.id)) continue;
      seen.add(article.id);
      stories.push({ article, text, statements });
      findings.push(...own);
    }
  const page = 1000;
  for (let offset = 0; ; offset += page) {
    const rows = await store.findings({ scope: 'record' }, { limit: page, offset });
    findings.push(...rows.map((row) => row.finding));
    if (rows.length < page) break;
  }
  const { since = null, changedSince: day } = options;
  const words = wordsOf(options.language ?? 'zh');
  const dossier = dossierOf(viewOf(stories), a, b, findings, since);
  return composeBrief(dossier, words, day === undefined ? null : { day, dossier: dossierBefore(day, stories, a, b, findings, since) });
}

/** What was told before a day, by when stories were published; one without a day counts as known. Doubts count where all their places were. */
function dossierBefore(
  day: string,
  stories: readonly ReadStory[],
  a: string,
  b: string,
  findings: readonly Finding[],
  since: string | null,
): Dossier {
  const known = stories.filter(({ article }) => (dayRange(article.published?.date ?? '')?.min ?? '') < day);
  const ids = new Set(known.map((s) => s.article.id));
  const doubts = findings.filter((f) => f.evidence.every((place) => ids.has(place.article)));
  return dossierOf(viewOf(known), a, b, doubts, since);
}

/** The words of each language, given how it names places. */
const languages: Readonly<Record<BriefLanguage, () => Words>> = {
  zh: () => chineseWords((code) => placeNameIn(code, 'zh-Hans')),
  en: () => englishWords(placeWord),
  vi: () => vietnameseWords((code) => placeNameIn(code, 'vi')),
  ru: () => russianWords((code) => placeNameIn(code, 'ru')),
};

/** What a brief says in a language. */
export function wordsOf(language: BriefLanguage): Words {
  return languages[language]();
}

/** What a brief on a pair is made of. Findings about other things than the pair are left out. */
export function dossierOf(view: RecordView, a: string, b: string, findings: readonly Finding[], since: string | null): Dossier {
  const record = pairRecord(view, a, b);
  const told = <S extends Statement>(claims: readonly Claim<S>[]): Told<S>[] => claims.flatMap((c) => c.told);
  const { contacts, figures, targets, commitments, bodies, agreements, projects, relations, offices, positions } = record;
  const sections = [contacts, figures, targets, commitments, bodies, agreements, projects, relations, offices, positions];
  const all = sections.flatMap((claims) => told(claims as readonly Claim[]));
  const byArticle = grouped(all, (t) => t.article.id);
  const articles = view.articles().filter((article) => byArticle.has(article.id));
  const days = articles.flatMap((s) => s.published?.date.split('/').at(-1) ?? []).sort();
  const today = days.findLast((day) => /^\d{4}-\d\d-\d\d$/.test(day)) ?? null;
  const [first, second] = pairOf(a, b);
  const events = told(contacts);
  const goals = told(targets);
  const sided = (v: FigureValue): FigureValueLine => ({ ...v, side: sideOf(v.sides, [first, second]) });
  /** What is a target is shown as one. */
  const promises = told(commitments).filter((c) => !goals.some((goal) => sameWords(goal, c)));
  return {
    pair: first === wholeCountry(a) ? [first, second] : [second, first],
    ...{ today, since, articles, contacts: events },
    relations: relationLives(told(relations)),
    offices: officeLives(told(offices)),
    figures: figureGroups(told(figures)).map((g) => ({ ...g, headline: sided(g.headline), others: g.others.map(sided) })),
    growths: told(figures).filter((t) => t.statement.value === null && t.statement.growth !== null && t.statement.modality === 'actual'),
    targets: targetLives(goals, told(figures), today),
    commitments: commitmentLives(promises, [...events, ...told(agreements), ...told(projects)], today),
    bodies: bodyLives(told(bodies), events, told(commitments)),
    agreements: agreementLives(told(agreements)),
    projects: projectLives(told(projects)),
    findings: findings.filter((f) => f.evidence.some((place) => byArticle.get(place.article)?.some((t) => touches(place, t)))),
  };
}

/** Whether a place of the same story shares a character with a statement. */
function touches(place: Finding['evidence'][number], { statement: s }: Told): boolean {
  return place.start < s.end && s.start < place.end;
}
