import { describe, expect, it } from 'vitest';
import { type Explanation, explain, placeOfWords } from './explain.js';
import { read, type Story } from './read.js';

const text = `泰越外长在曼谷会谈

2019年5月14日,泰国外交部长敦·帕马威奈在曼谷会见了越南外交部副部长阮国勇。

越通社河内——2019年5月14日,泰国外交部长敦·帕马威奈(Don Pramudwinai)在曼谷会见了越南外交部副部长阮国勇。
2019年前4个月,两国贸易额达57亿美元,同⽐增长4.5%。双方还讨论了鱼类。(完)
`;
const story: Story = { id: 'sha256:00', source: 'story.txt', text };
const at = (words: string): Explanation => {
  const found = explain(story, placeOfWords(text, words)!);
  if (!found) throw new Error(`nothing at ${words}`);
  return found;
};

describe('explain', () => {
  it('finds the sentence around a place, and quotes it exactly', () => {
    const { place, note } = at('57亿美元');
    expect(place).toMatchObject({ role: 'body', item: 0, quote: '2019年前4个月,两国贸易额达57亿美元,同⽐增长4.5%。' });
    expect([...text].slice(place.start, place.end).join('')).toBe(place.quote);
    expect(note).toBeNull();
  });

  it('shows what matching sees differently', () => {
    const { place, fold } = at('57亿美元');
    expect(fold).toEqual([{ at: place.start + place.quote.indexOf('⽐'), raw: '⽐', folded: '比' }]);
  });

  it('shows matches, phrases, the path, and what lost to it', () => {
    const { words, phrases, path, lost } = at('57亿美元');
    expect(words.find((w) => w.text === '贸易额')?.classes).toContain('measure:trade.total');
    expect(phrases.find((p) => p.text === '57亿美元')).toMatchObject({
      class: 'money',
      rule: 'zh/money',
      value: { value: 5.7e9, unit: 'USD' },
    });
    expect(path.map((p) => p.text).join('')).toBe('2019年前4个月,两国贸易额达57亿美元,同比增长4.5%。');
    expect(path.find((p) => p.text === ',')?.readings).toEqual([]);
    expect(lost.find((l) => l.text === '2019')?.to).toEqual(['2019年前4个月']);
    for (const l of lost)
      expect(path.some((p) => p.at === l.at && p.text === l.text && p.readings.some((r) => l.readings.includes(r)))).toBe(false);
  });

  it('shows the frames that were called, with what they gave or that they gave nothing', () => {
    const { frames, statements } = at('57亿美元');
    expect(frames.find((f) => f.text === '57亿美元' && f.frame === 'zh/figure')?.gave.join()).toContain('figure trade.total');
    expect(frames.some((f) => f.gave.length === 0)).toBe(true);
    const own = read(story).statements.filter((s) => s.quote.includes('57亿美元'));
    expect(statements.map((s) => s.id)).toEqual(own.map((s) => s.id));
  });

  it('shows the registers before and after', () => {
    const { registers } = at('57亿美元');
    expect(registers.before.pair).toBeDefined();
    expect(registers.after.period).toEqual({ value: '2019-01/2019-04', words: '2019年前4个月' });
  });

  it('leads from one telling to the one that was read', () => {
    const first = explain(story, placeOfWords(text, '会见')!)!;
    expect(first.place.role).toBe('lead');
    expect(first.note).toContain('says this twice');
    expect(first.statements.length).toBeGreaterThan(0);
    expect(first.frames.some((f) => f.gave.some((g) => g.startsWith('event meeting')))).toBe(true);
  });

  it('says of a passage that is not read that it is not', () => {
    const { place, note, words, frames } = at('越通社河内');
    expect([place.role, words, frames]).toEqual(['dateline', [], []]);
    expect(note).toContain('dateline');
  });

  it('takes the next sentence where the place is between two', () => {
    expect(explain(story, placeOfWords(text, '\n\n越通社')!)?.place.role).toBe('dateline');
  });

  it('knows no place outside the text, after its last sentence, or in a language that is not read', () => {
    expect(explain(story, -1)).toBeUndefined();
    expect(explain(story, [...text].length)).toBeUndefined();
    expect(explain(story, [...text].length - 1)).toBeUndefined();
    expect(explain({ ...story, text: 'The ministers met in Bangkok and talked about trade in fish.' }, 3)).toBeUndefined();
  });

  it('explains every place of a story', () => {
    const { length } = [...text].join('').trimEnd();
    for (let i = 0; i < length; i++) expect(explain(story, i)?.place.quote, `at ${i}`).toBeTruthy();
  });
});

describe('placeOfWords', () => {
  it('finds words as printed, in code points', () => {
    expect(placeOfWords('\u{1F600}越南', '越南')).toBe(1);
  });
  it('finds words that are printed in another form', () => {
    expect(placeOfWords('同⽐增长', '同比')).toBe(0);
    expect(placeOfWords('說:越 南', '越南')).toBe(2);
  });
  it('finds nothing that is not there', () => {
    expect(placeOfWords('越南', '老挝')).toBeUndefined();
    expect(placeOfWords('越南', '')).toBeUndefined();
  });
});
