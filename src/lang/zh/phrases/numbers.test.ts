import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt } from './numbers.js';
import { shareAt } from './shares.js';

fc.configureGlobal({ seed: 7357 });

/** What is read of a whole text: `12`, `36..40`, `over 100`, `some`; `+…` where something of it is left over. */
function said(text: string): string {
  const n = numberAt(text, 0);
  if (!n?.value) return 'nothing';
  const { value, upper, hedge } = n.value;
  const number = value === null ? '' : upper === undefined ? String(value) : `${value}..${upper}`;
  return [hedge ?? '', number, n.end < text.length ? `+${text.slice(n.end)}` : ''].filter((p) => p !== '').join(' ');
}

function share(text: string): string {
  const p = shareAt(text, 0);
  if (!p) return 'nothing';
  const { value, upper, hedge } = p.value;
  const number = upper === undefined ? String(value) : `${value}..${upper}`;
  const parts = [hedge ?? '', number, p.cls === 'points' ? 'points' : '', p.end < text.length ? `+${text.slice(p.end)}` : ''];
  return parts.filter((x) => x !== '').join(' ');
}

const forms: readonly [text: string, says: string][] = [
  ['12', '12'],
  ['2020', '2020'],
  ['0.5', '0.5'],
  ['8.28亿', '828000000'],
  ['1085亿', '108500000000'],
  ['1,085亿', '108500000000'],
  ['1,234,567.89', '1234567.89'],
  ['10万', '100000'],
  ['2百万', '2000000'],
  ['1.5千万', '15000000'],
  ['1千亿', '100000000000'],
  ['5万亿', '5000000000000'],
  ['3.5万亿', '3500000000000'],
  ['3万7426', '37426'],
  ['十', '10'],
  ['十二', '12'],
  ['二十', '20'],
  ['二十三', '23'],
  ['一百', '100'],
  ['一百零五', '105'],
  ['一百一十', '110'],
  ['两千', '2000'],
  ['两万五千', '25000'],
  ['十五亿', '1500000000'],
  ['一千零八十万', '10800000'],
  ['三亿五千万', '350000000'],
  ['一万亿', '1000000000000'],
  ['一百零一万一千', '1011000'],
  ['三点五', '3.5'],
  ['三点五亿', '350000000'],
  ['零点五', '0.5'],
  ['十二点三', '12.3'],
  ['二〇二〇', '2020'],
  ['壹佰伍拾', '150'],
  ['数十亿', 'some'],
  ['数百', 'some'],
  ['数千万', 'some'],
  ['数万亿', 'some'],
  ['几十', 'some'],
  ['几百万', 'some'],
  ['100多', 'over 100'],
  ['100余', 'over 100'],
  ['100多亿', 'over 10000000000'],
  ['500余万', 'over 5000000'],
  ['2万多', 'over 20000'],
  ['十多', 'over 10'],
  ['二十余', 'over 20'],
  ['三四十', 'about 30..40'],
  ['五六百', 'about 500..600'],
  ['七八亿', 'about 700000000..800000000'],
  ['36亿至40亿', '3600000000..4000000000'],
  ['36至40亿', '3600000000..4000000000'],
  ['36-40亿', '3600000000..4000000000'],
  ['2.5亿—3亿', '250000000..300000000'],
  ['36~40', '36..40'],
  ['3到5', '3..5'],
  ['五十至六十', '50..60'],
  ['4.5至5.5', '4.5..5.5'],
  ['5至3', '5 +至3'],
  ['1,23', '1 +,23'],
  ['1.', '1 +.'],
  ['三个', '3 +个'],
  ['3万7426年', '30000 +7426年'],
  ['亿', 'nothing'],
  ['点五', 'nothing'],
  ['数', 'nothing'],
  ['几', 'nothing'],
  ['的', 'nothing'],
  ['', 'nothing'],
];

const shares: readonly [text: string, says: string][] = [
  ['13%', '0.13'],
  ['13.5%', '0.135'],
  ['0.1%', '0.001'],
  ['1,000%', '10'],
  ['百分之十三', '0.13'],
  ['百分之13.5', '0.135'],
  ['百分之零点五', '0.005'],
  ['百分之百', '1'],
  ['13', 'nothing'],
  ['百分之', 'nothing'],
];

/** Forms that newswire has and that are not read yet. May only shrink: a form that is read must leave it. */
const unmet: readonly [text: string, says: string, why: string][] = [
  ['两三', 'about 2..3', 'two neighbouring numerals without a unit are taken for digits'],
  ['一两', 'about 1..2', 'the same'],
  ['十几', 'over 10', '几 after a numeral'],
  ['二十几万', 'over 200000', '几 before a multiplier'],
  ['十多万', 'over 100000', '多 between a Chinese numeral and its multiplier'],
  ['一千多万', 'over 10000000', 'the same'],
  ['五百余万', 'over 5000000', 'the same with 余'],
  ['25万6千', '256000', 'digits, a multiplier, digits, a multiplier'],
  ['5亿1万4千6百', '500014600', 'the same'],
  ['1千零20', '1020', 'the same with 零'],
  ['一万三', '13000', 'a last numeral without a unit counts the next lower power'],
  ['两千四百五', '2450', 'the same'],
  ['一万零十二', '10012', '零 before 十'],
  ['四十九兆九千亿', '49900000000000', '兆 in Chinese numerals'],
];
const unmetShares: readonly [text: string, says: string, why: string][] = [
  ['13%至15%', '0.13..0.15', 'a range of shares'],
  ['5%-20%', '0.05..0.2', 'the same'],
  ['5-20%', '0.05..0.2', 'the same with one sign'],
  ['百分之二三十', '0.2..0.3', 'two neighbouring numerals'],
  ['三成', '0.3', 'tenths'],
  ['两成半', '0.25', 'tenths and a half'],
  ['千分之三', '0.003', 'thousandths'],
  ['万分之一', '0.0001', 'ten-thousandths'],
  ['三分之一', '0.333333333333', 'a fraction of which the whole is named'],
];

describe('numberAt', () => {
  it.each(forms)('%s: %s', (text, says) => expect(said(text)).toBe(says));
  it('begins anywhere in a text', () =>
    expect(numberAt('贸易额达8.28亿美元', 4)).toMatchObject({ end: 9, value: { value: 828_000_000, scale: 8 } }));

  it('reads what a number looks like in digits, exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('', '万', '亿', '万亿', '千万'),
        (whole, part, unit) => {
          const power = { '': 0, 万: 4, 亿: 8, 万亿: 12, 千万: 7 }[unit]!;
          const digits = `${whole}.${String(part).padStart(2, '0')}`;
          const exact = BigInt(whole * 100 + part) * 10n ** BigInt(power);
          const { value } = numberAt(`${digits}${unit}`, 0)!.value!;
          expect(BigInt(Math.round(value! * 100))).toBe(exact);
        },
      ),
    );
  });

  it('reads every number up to a hundred million as Chinese writes it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => numberAt(inChinese(n), 0)?.value?.value === n));
  });

  it('ends, and takes nothing beyond the text', () => {
    const piece = fc.constantFrom(...'0123456789.,一二三十百千万亿点零两数几多余至到-~%半第');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(39), (parts, at) => {
        const text = parts.join('');
        const n = numberAt(text, Math.min(at, text.length));
        if (n) expect(n.end > at || text.length === 0 ? n.end <= text.length : false).toBe(true);
      }),
    );
  });
});

describe('shareAt', () => {
  it.each(shares)('%s: %s', (text, says) => expect(share(text)).toBe(says));
});

describe('forms that are not read yet', () => {
  it.each(unmet)('%s is not yet read as %s: %s', (text, says) => expect(said(text)).not.toBe(says));
  it.each(unmetShares)('%s is not yet read as %s: %s', (text, says) => expect(share(text)).not.toBe(says));
});

const DIGITS = '零一二三四五六七八九';

/** A number as a text writes it: 一千零八十万五千. */
function inChinese(n: number): string {
  const high = Math.floor(n / 10_000);
  const low = n % 10_000;
  const under = belowTenThousand(low);
  if (high === 0) return under;
  return `${belowTenThousand(high)}万${low === 0 ? '' : low < 1000 ? `零${under}` : under}`;
}

function belowTenThousand(n: number): string {
  let out = '';
  let gap = false;
  for (const [power, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / power) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    if (gap) out += '零';
    out += DIGITS[digit]! + unit;
    gap = false;
  }
  return out;
}
