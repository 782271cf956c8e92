import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId, readSource } from '../../src/app/read.js';
import { isGroup, isHistoricState, isState } from '../../src/knowledge/countries.js';
import { isCurrency } from '../../src/knowledge/currencies.js';
import { reading as schema } from '../../src/model/article.js';
import type { Statement } from '../../src/model/statement.js';
import { dayRange, isEdtf } from '../../src/model/values/edtf.js';
import { label, type ReadStory, readDocument, readingOf, slice, stories, storyFiles, type Told, told } from './stories.js';

/** What holds of every story of the corpus (and of the gold folder, where present), whatever is read in it. */

const code = (bytes: string, encoding: 'utf16le'): Uint8Array => new Uint8Array(Buffer.from(bytes, encoding));
const countriesIn = (s: Statement): string[] => {
  const of: (string | null)[] = [s.speaker?.country ?? null];
  if ('from' in s) of.push(s.from, s.to);
  if ('parties' in s) of.push(...s.parties);
  if ('countries' in s) of.push(...s.countries);
  if ('actors' in s) of.push(...s.actors.map((a) => a.country));
  if ('by' in s) of.push(...s.by);
  if (s.type === 'commitment') of.push(...s.to);
  if (s.type === 'position') of.push(...s.about);
  if (s.type === 'office') of.push(s.country);
  return of.filter((c) => c !== null).flat();
};
const datesIn = (s: Statement): string[] => {
  const of: (string | null)[] = [];
  if ('date' in s) of.push(s.date);
  if ('period' in s) of.push(s.period);
  if ('due' in s) of.push(s.due);
  return of.filter((d) => d !== null);
};

/** What a check says of every statement, as one list: empty where all is well. */
const faults = (check: (t: Told) => readonly string[] | string | undefined): string[] =>
  told.flatMap((t) => [check(t) ?? []].flat().map((fault) => `${label(t)}: ${fault}`));
const faultsOfStories = (check: (story: ReadStory) => readonly string[] | string | undefined): string[] =>
  stories.flatMap((story) => [check(story) ?? []].flat().map((fault) => `${story.file}: ${fault}`));

describe('every story', () => {
  it('there are stories, and statements in them', () => {
    expect(stories.length).toBeGreaterThanOrEqual(40);
    expect(told.length).toBeGreaterThan(200);
  });

  it('SPEC R-35 the output is what the schema says', () => {
    const shape = ({ article, statements, findings }: ReadStory) => schema.safeParse({ article, statements, findings });
    expect(faultsOfStories((s) => shape(s).error?.issues.map((i) => `${i.path.join('.')}: ${i.message}`))).toEqual([]);
  });

  it('SPEC R-11, R-30 a quote is the text at its code points', () => {
    expect(faults(({ story, statement: s }) => (slice(story, s.start, s.end) === s.quote ? [] : slice(story, s.start, s.end)))).toEqual([]);
  });

  it('SPEC R-12 passages and statements belong to items that are counted without gaps', () => {
    const itemsOf = ({ article }: ReadStory) => [...new Set(article.passages.map((p) => p.item))].sort((a, b) => a - b);
    expect(faultsOfStories((story) => (itemsOf(story).every((item, i) => item === i) ? [] : itemsOf(story).join()))).toEqual([]);
    const within = ({ story, statement: s }: Told) =>
      story.article.passages.some((p) => p.item === s.item && p.start <= s.start && s.start < p.end);
    expect(faults((t) => (within(t) ? [] : `not in item ${t.statement.item}`))).toEqual([]);
  });

  it('SPEC R-13 the words that a date rests on stand in the main story', () => {
    const wrong = faultsOfStories(({ article: { published, passages }, points }) => {
      if (published === null || published.basis === 'metadata') return [];
      const end = Math.min(points.length, ...passages.filter((p) => p.item > 0).map((p) => p.start));
      return isEdtf(published.date) &&
        points
          .slice(0, end)
          .join('')
          .includes(published.quote ?? '\0')
        ? []
        : JSON.stringify(published);
    });
    expect(wrong).toEqual([]);
  });

  it('SPEC R-20 dates are of the subset and name real days', () => {
    expect(faults((t) => datesIn(t.statement).filter((d) => !isEdtf(d)))).toEqual([]);
  });

  it('SPEC R-21 countries are known codes', () => {
    const known = (c: string): boolean => isState(c.split('-')[0]!) || isHistoricState(c) || isGroup(c);
    expect(faults((t) => countriesIn(t.statement).filter((c) => !known(c)))).toEqual([]);
  });

  it('SPEC R-22 money is in a currency of ISO 4217, and amounts carry no binary dust', () => {
    const wrong = faults(({ statement: s }) => {
      if (s.type !== 'figure' && s.type !== 'target') return [];
      const dusty = [s.value, s.upper].filter((v) => v != null && String(v).replace(/\D|0+$/g, '').length > 12).map(String);
      return s.unit !== null && /^[A-Z]{3}$/.test(s.unit) && !isCurrency(s.unit) ? [...dusty, s.unit] : dusty;
    });
    expect(wrong).toEqual([]);
  });

  it('SPEC R-25 no value without a reason: only growth, or some; an upper end only over a lower', () => {
    const wrong = faults(({ statement: s }) => {
      if (s.type !== 'figure' && s.type !== 'target') return [];
      const reason = s.value !== null || s.bound === 'some' || (s.type === 'figure' && s.growth !== null && s.unit === null);
      const range = s.upper === undefined || (s.value !== null && s.upper > s.value);
      return reason && range ? [] : JSON.stringify({ value: s.value, upper: s.upper, bound: s.bound, unit: s.unit });
    });
    expect(wrong).toEqual([]);
  });

  it('SPEC R-27 what is inherited says from where, and it stands there', () => {
    const wrong = faults(({ story, statement }) =>
      Object.entries(statement.roles).flatMap(([part, { basis, start, end, quote }]) => {
        if (start === undefined || end === undefined) return basis === 'inherited' ? `${part} has no place` : [];
        return slice(story, start, end) === quote ? [] : `${part}: ${quote}`;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('SPEC R-31 one id, one fact: no id stands twice in a story', () => {
    const ids = (story: ReadStory) => story.statements.map((s) => s.id);
    expect(faultsOfStories((story) => ids(story).filter((id, i) => ids(story).indexOf(id) !== i))).toEqual([]);
  });

  it('SPEC R-32 a fact said twice in one item is one statement, an event one for each telling', () => {
    // a position without a topic says only that somebody praises somebody: two such sentences may be about two things
    // and so does an act without a day or an object
    const whole = (s: Statement) =>
      (s.type !== 'position' || s.topic !== null) &&
      (s.type !== 'event' || s.date !== null || s.object !== null || s.actors.some((a) => a.name !== null));
    const fact = ({ id, quote, start, end, confidence, rule, roles, speaker, ...rest }: Statement) => JSON.stringify(rest);
    const isAgain = (a: Statement, b: Statement) => fact(a) === fact(b) && (a.type !== 'event' || (a.start < b.end && b.start < a.end));
    const repeated = (story: ReadStory) => {
      const said = story.statements.filter(whole);
      return said.filter((b, i) => said.slice(0, i).some((a) => isAgain(a, b))).map(fact);
    };
    expect(faultsOfStories(repeated)).toEqual([]);
  });

  it('SPEC R-34 what is to come is not actual', () => {
    // briefs are from other days than the main story
    const wrong = faults(({ story, statement: s }) => {
      if (s.item > 0 || s.type !== 'event' || s.date === null || s.modality !== 'actual') return [];
      const today = story.article.published && dayRange(story.article.published.date)?.max;
      const first = dayRange(s.date)?.min;
      return today && first && first > today ? `${s.date} after ${today}` : [];
    });
    expect(wrong).toEqual([]);
  });

  it('SPEC R-60 each place of a finding is the text at its span', () => {
    const wrong = faultsOfStories((story) =>
      story.findings.flatMap(({ rule, evidence }) => {
        const places = evidence.filter((p) => p.article !== story.article.id || slice(story, p.start, p.end) !== p.quote);
        return evidence.length === 0 ? `${rule}: no place` : places.map((p) => `${rule}: ${p.quote}`);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('same input, same output', () => {
  it('SPEC R-40 reading again gives the same bytes', () => {
    for (const story of stories.slice(0, 20)) {
      const { article, statements, findings } = story;
      expect(JSON.stringify(readingOf(story.text, story.file)), story.file).toBe(JSON.stringify({ article, statements, findings }));
    }
  });
  it('SPEC R-41 what was read before changes nothing', () => {
    for (const story of [...stories].reverse()) {
      const { article, statements, findings } = story;
      expect(JSON.stringify(readingOf(story.text, story.file)), story.file).toBe(JSON.stringify({ article, statements, findings }));
    }
  });
  it('SPEC R-31 a sentence elsewhere in the file keeps its id', () => {
    for (const story of stories.slice(0, 20)) {
      const moved = readingOf(`\n\n${story.text}`, story.file);
      expect([story.file, moved.statements.map((s) => s.id)]).toEqual([story.file, story.statements.map((s) => s.id)]);
      expect(moved.statements.map((s) => s.start - 2)).toEqual(story.statements.map((s) => s.start));
    }
  });
  it('SPEC R-10 the id is the hash of the bytes', () => {
    expect(articleId(new TextEncoder().encode('越南'))).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(new Set(stories.map((s) => s.article.id)).size).toBe(storyFiles.length);
  });
  it('SPEC R-1 the encoding changes no statement', () => {
    for (const story of stories.slice(0, 5)) {
      const wide = readSource({ source: story.file, bytes: code(`\uFEFF${story.text}`, 'utf16le') });
      expect(wide.text).toBe(story.text);
      expect(wide.reading?.statements).toEqual(story.statements);
    }
  });
});

describe('single sentences', () => {
  const figures = (text: string) => readingOf(text).statements.filter((s) => s.type === 'figure');
  const page = (body: string): string => `越南与泰国贸易继续发展\n越通社河内——${body}(完)\n`;

  it('SPEC R-23 growth is a fraction, and a fall is negative', () => {
    expect(figures(page('2019年,越南与泰国双边贸易额达170亿美元,同比增长13%。'))[0]?.growth).toBe(0.13);
    expect(figures(page('2019年,越南与泰国双边贸易额达170亿美元,同比下降4.5%。'))[0]?.growth).toBe(-0.045);
  });
  it('SPEC R-24 a value that cannot be right is kept as it is printed', () => {
    expect(figures(page('2019年,越南与泰国双边贸易额达170万亿亿美元。')).every((f) => f.value === null || f.value >= 170e12)).toBe(true);
    const slip = figures(page('2019年,越南与泰国双边贸易额达1085亿美元,其中越南对泰国出口1080万美元,从泰国进口9770万美元。'));
    expect(slip.map((f) => f.value)).toEqual(expect.arrayContaining([108_500_000_000, 10_800_000, 97_700_000]));
  });
  it('SPEC R-61 a finding changes no statement: the slip is kept, and named with what was probably meant', () => {
    const { findings, statements } = readingOf(
      page('2019年,越南与泰国双边贸易额达1085亿美元,其中越南对泰国出口1080万美元,从泰国进口9770万美元。'),
    );
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.some((f) => f.suggestion !== null)).toBe(true);
    expect(statements.some((s) => s.type === 'figure' && s.value === 108_500_000_000)).toBe(true);
  });
  it('SPEC R-26 an office is written without its country', () => {
    const offices = readingOf(page('2019年5月14日,泰国外交部长敦·帕马威奈在曼谷会见了越南外交部副部长阮国勇。')).statements.filter(
      (s) => s.type === 'office',
    );
    expect(offices.map((o) => [o.person, o.office, o.country]).sort()).toEqual([
      ['敦·帕马威奈', '外交部长', 'TH'],
      ['阮国勇', '外交部副部长', 'VN'],
    ]);
  });
  it('SPEC R-33 the speaker is whom the text makes responsible; the reporter is nobody', () => {
    const reported = figures(page('泰国外交部长敦·帕马威奈表示,2019年泰国与越南双边贸易额达170亿美元。'));
    expect(reported[0]?.speaker?.name).toBe('敦·帕马威奈');
    expect(figures(page('2019年,泰国与越南双边贸易额达170亿美元。'))[0]?.speaker).toBeNull();
  });
  it('SPEC R-3 a language without a pack gives an article and no statements, and says so', () => {
    const { reading, problem } = readDocument('The foreign minister of Thailand met his Vietnamese counterpart in Bangkok on Tuesday.\n');
    expect(reading?.statements).toEqual([]);
    expect(problem?.message).toContain('language');
  });
  it('SPEC R-3 reading ends, and throws on nothing', () => {
    const pieces = fc.constantFrom(
      ...'越泰外长会见了2019年前9个月亿万美元%,。、(《》)“”\n·更多完⾏ \u{1F600}\uD800—'.split(''),
      'a',
      '双边贸易额',
      '同比增长',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
        const { text, reading } = readDocument(parts.join(''));
        const points = Array.from(text ?? '');
        for (const s of reading?.statements ?? []) expect(points.slice(s.start, s.end).join('')).toBe(s.quote);
      }),
      { seed: 7357, numRuns: 300 },
    );
  });
});
