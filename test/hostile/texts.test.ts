import { describe, expect, it } from 'vitest';
import { readText } from '../../src/app/read.js';
import { reading as schema } from '../../src/model/article.js';
import { oddTexts } from './texts.js';

const before =
  '越南与俄罗斯外长举行会谈\n\n越通社河内——2020年11月11日，越南外交部长范平明在河内与俄罗斯外交部长谢尔盖·拉夫罗夫举行会谈。\n\n';
const after = '\n\n据越南海关总局的数据，2019年越俄双边贸易额达44亿美元，同比增长2.9%。(完)\n';

/** A day that a value names and no calendar has. */
function noSuchDay(value: unknown): string | null {
  for (const [day] of JSON.stringify(value).matchAll(/(?<=")\d{4}-\d\d-\d\d(?=["/~?])/g))
    if (new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) return `a day that does not exist: ${day}`;
  return null;
}

/** Reads a story with odd paragraphs, and says what is wrong: places are exact, those around them are read as ever. */
function faultOf(text: string): string | null {
  const whole = `${before}${text}${after}`;
  const { reading, problem } = readText('odd.txt', whole);
  if (reading === null) return problem!.message;
  const points = Array.from(whole);
  const places = [...reading.statements, ...reading.findings.flatMap((f) => f.evidence)];
  const wrong = places.find(({ start, end, quote }) => points.slice(start, end).join('') !== quote);
  if (wrong) return `a quote that does not stand at its place: ${wrong.quote}`;
  if (!reading.article.passages.every(({ start, end }) => 0 <= start && start < end && end <= points.length)) return 'a passage outside';
  const parsed = schema.safeParse(reading);
  if (!parsed.success) return parsed.error.message;
  if (!reading.statements.some((s) => s.type === 'figure' && s.value === 4_400_000_000)) return 'the figure behind them is lost';
  const { id: _, passages: __, ...article } = reading.article;
  return noSuchDay([article, reading.statements.map(({ quote: _quote, roles: _roles, ...fields }) => fields)]);
}

/** So many texts are paragraphs of one story; several control characters would make it none. */
const togetherIn = (family: string): number => (family === 'unseen' ? 1 : 4);

describe('S6: odd texts', () => {
  it.each([...new Set(oddTexts.map((t) => t.family))])('%s', (family) => {
    const own = oddTexts.filter((t) => t.family === family).map((t) => t.text);
    const together = togetherIn(family);
    const faults: [string[], string][] = [];
    for (let at = 0; at < own.length; at += together) {
      const some = own.slice(at, at + together);
      const fault = faultOf(some.join('\n\n'));
      if (fault !== null) faults.push([some.map((text) => text.slice(0, 80)), fault]);
    }
    expect(faults).toEqual([]);
  });
  it('the deck has 620 texts or more', () => expect(oddTexts.length).toBeGreaterThanOrEqual(620));
});
