import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt } from '../../src/lang/zh/phrases/numbers.js';
import { shareAt } from '../../src/lang/zh/phrases/shares.js';
import { foldText } from '../../src/text/fold.js';
import { draftsOf } from './examples.js';
import { notations, withPoint } from './notations.js';

fc.configureGlobal({ seed: 7357 });

const UNIT = /[十百千拾佰仟万亿]/;

/** Whole numbers of one to fifteen places, round ones as often as not. */
const wholes = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 10 }), fc.nat(9999))
  .map(([n, zeros, more]) => n * 10 ** zeros + (more % 2 === 0 ? 0 : more));

describe.each(Object.entries(notations))('a number written %s', (_, write) => {
  it('reads back to its value, with nothing left over', () => {
    fc.assert(
      fc.property(wholes, (n) => {
        const written = write(n);
        if (written === undefined) return;
        const text = foldText(written);
        expect([written, numberAt(text, 0)]).toMatchObject([written, { end: text.length, value: { value: n } }]);
      }),
    );
  });

  it('reads back as an amount of a figure', () => {
    fc.assert(
      fc.property(wholes, (n) => {
        const written = write(n);
        if (written === undefined || n < 100) return;
        const values = draftsOf({ text: `2020年,泰国与老挝双边贸易额达${written}美元。`, finds: [] }).flatMap((d) =>
          d.type === 'figure' ? [d.value] : [],
        );
        expect([written, ...values]).toEqual([written, n]);
      }),
      { numRuns: 30 },
    );
  });

  it('reads back as both ends of a range', () => {
    fc.assert(
      fc.property(wholes, fc.integer({ min: 2, max: 9 }), fc.constantFrom('至', '到', '-', '—', '~'), (low, times, join) => {
        const [a, b] = [write(low), write(low * times)];
        // An upper end that has a unit which the lower one lacks lends it: a matter of its own.
        if (a === undefined || b === undefined || /[万亿]/.test(a) !== /[万亿]/.test(b) || UNIT.test(a) !== UNIT.test(b)) return;
        if (low * times >= 1e15) return;
        const text = foldText(`${a}${join}${b}`);
        const read = numberAt(text, 0);
        expect([text, read]).toMatchObject([text, { end: text.length, value: { value: low, upper: low * times } }]);
      }),
    );
  });
});

describe('a lower end without a unit', () => {
  it('has the unit of the upper end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('万', '亿', '万亿'),
        (a, more, unit) => {
          const power = { 万: 1e4, 亿: 1e8, 万亿: 1e12 }[unit]!;
          expect(numberAt(`${a}至${a + more}${unit}`, 0)?.value).toMatchObject({ value: a * power, upper: (a + more) * power });
        },
      ),
    );
  });
});

describe('a share', () => {
  const tenthsOfPercent = fc.integer({ min: 1, max: 3000 });
  const percent = (n: number): string => String(n / 10);

  it('reads back from per cent, with a sign and in a range', () => {
    fc.assert(
      fc.property(tenthsOfPercent, fc.integer({ min: 1, max: 500 }), (n, more) => {
        const [low, high] = [percent(n), percent(n + more)];
        for (const text of [`${low}%`, `百分之${low}`])
          expect(shareAt(text, 0)).toEqual({ end: text.length, cls: 'percent', value: { value: n / 1000 } });
        for (const text of [`-${low}%`, `负${low}%`]) expect(shareAt(text, 0)?.value).toEqual({ value: -n / 1000 });
        for (const text of [`${low}%至${high}%`, `${low}-${high}%`, `百分之${low}到百分之${high}`])
          expect(shareAt(text, 0)).toEqual({ end: text.length, cls: 'percent', value: { value: n / 1000, upper: (n + more) / 1000 } });
        const points = `${low}个百分点`;
        expect(shareAt(points, 0)).toEqual({ end: points.length, cls: 'points', value: { value: n / 1000 } });
      }),
    );
  });

  it('reads back from tenths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (whole, half) => {
        const han = '零一二三四五六七八九';
        expect(shareAt(`${han[whole]}成`, 0)?.value).toEqual({ value: whole / 10 });
        expect(shareAt(`${han[whole]}成${han[half]}`, 0)?.value).toEqual({ value: (whole * 10 + half) / 100 });
        expect(shareAt(`${whole}.${half}成`, 0)?.value).toEqual({ value: (whole * 10 + half) / 100 });
      }),
    );
  });
});

describe('what comes before and behind a number', () => {
  const bounds = [
    ['近', '', 'nearly'],
    ['约', '', 'about'],
    ['逾', '', 'over'],
    ['超过', '', 'over'],
    ['不到', '', 'under'],
    ['不低于', '', 'over'],
    ['', '以上', 'over'],
    ['', '以下', 'under'],
    ['', '左右', 'about'],
  ] as const;
  it.each(bounds)('%s…%s: %s', (before, behind, bound) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
        const written = withPoint(n * 1e6)!;
        const [figure] = draftsOf({ text: `2020年,泰国与老挝双边贸易额为${before}${written}美元${behind}。`, finds: [] });
        expect(figure).toMatchObject({ type: 'figure', value: n * 1e6, bound });
      }),
      { numRuns: 10 },
    );
  });
});
