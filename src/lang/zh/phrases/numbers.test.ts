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
  // a numeral in parts
  ['25万6千', '256000'],
  ['5万4千6百', '54600'],
  ['5亿1万4千6百', '500014600'],
  ['1千零20', '1020'],
  ['2千零30万', '20300000'],
  ['3万800', '30800'],
  ['一万零十二', '10012'],
  ['二百十', '210'],
  ['一万三', '13000'],
  ['两千四百五', '2450'],
  ['两千四百五点五', '2450.5'],
  ['两万一线', '20000 +一线'],
  ['三亿五', '350000000'],
  ['四十九兆九千亿', '49900000000000'],
  ['2兆5000亿', '2500000000000'],
  ['四万万', '400000000'],
  ['万亿', '1000000000000'],
  ['肆佰陆拾', '460'],
  ['一千陆', '1600'],
  ['十陆军', '10 +陆军'],
  // some, over, about
  ['十几', 'over 10'],
  ['二十几万', 'over 200000'],
  ['20几万', 'over 200000'],
  ['一百零几万', 'over 1000000'],
  ['十多万', 'over 100000'],
  ['一千多万', 'over 10000000'],
  ['五百余万', 'over 5000000'],
  ['30多万亿', 'over 30000000000000'],
  ['1.2万多', 'over 12000'],
  ['100多边', '100 +多边'],
  ['两三', 'about 2..3'],
  ['一两', 'about 1..2'],
  ['十二三万', 'about 120000..130000'],
  ['一百二三十', 'about 120..130'],
  // less than nought
  ['负三十二', '-32'],
  ['-10000', '-10000'],
  ['负3.9亿', '-390000000'],
  // ranges
  ['1.2万亿至1.3万亿', '1200000000000..1300000000000'],
  ['9000至1.2万', '9000..12000'],
  ['三至五千', '3000..5000'],
  ['1.5至2千万', '15000000..20000000'],
  ['三十至四十亿', '3000000000..4000000000'],
  ['20 - 100', '20..100'],
  ['20和30之间', '20..30 +之间'],
  ['20和30个', '20 +和30个'],
  ['1至5亿', '100000000..500000000'],
  ['1000至2亿', '1000 +至2亿'],
  // prefixes of units
  ['5千瓦', '5 +千瓦'],
  ['20兆瓦', '20 +兆瓦'],
  ['300万千瓦', '3000000 +千瓦'],
  // what has more than one reading, or none
  ['3万5', 'nothing'],
  ['1亿2000', 'nothing'],
  ['一百五万', 'nothing'],
  ['十四五', 'nothing'],
  ['五一', 'nothing'],
  ['一二三', 'nothing'],
  ['三三两两', 'nothing'],
  ['4,5亿', 'nothing'],
  ['1.234.567', 'nothing'],
  ['500.000', 'nothing'],
  ['八点三十分', 'nothing'],
  ['12345678901234567890', 'nothing'],
  ['陆', 'nothing'],
  ['零', 'nothing'],
  ['三点建议', '3 +点建议'],
  ['四点一致', '4 +点一致'],
  ['5至3', '5 +至3'],
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
  ['25‰', '0.025'],
  ['百分之十三', '0.13'],
  ['百分之13.5', '0.135'],
  ['百分之零点五', '0.005'],
  ['百分之百', '1'],
  ['百分之十几', 'over 0.1'],
  ['百分之二三十', 'about 0.2..0.3'],
  ['千分之三', '0.003'],
  ['万分之一', '0.0001'],
  ['百万分之五', '0.000005'],
  ['三分之一', '0.333333333333'],
  ['五分之二', '0.4'],
  ['三分之四', 'nothing'],
  ['2/3', '0.666666666667'],
  ['2/3月', 'nothing'],
  ['2/3/2020', 'nothing'],
  ['5/3', 'nothing'],
  ['三成', '0.3'],
  ['9.5成', '0.95'],
  ['两成半', '0.25'],
  ['七成六', '0.76'],
  ['三四成', 'about 0.3..0.4'],
  ['五成员', 'nothing'],
  ['三成立', 'nothing'],
  ['20成', 'nothing'],
  ['2.3个百分点', '0.023 points'],
  ['二十个百分点', '0.2 points'],
  ['5至6个百分点', '0.05..0.06 points'],
  ['负2.1%', '-0.021'],
  ['-2.1%', '-0.021'],
  ['13%至15%', '0.13..0.15'],
  ['5%-20%', '0.05..0.2'],
  ['5-20%', '0.05..0.2'],
  ['-5%至-2%', '-0.05..-0.02'],
  ['三至四成', '0.3..0.4'],
  ['百分之五到百分之六', '0.05..0.06'],
  ['三分之一至三分之二', '0.333333333333..0.666666666667'],
  ['5%和6%之间', '0.05..0.06 +之间'],
  ['5%和6%', '0.05 +和6%'],
  ['15%至13%', '0.15 +至13%'],
  ['13', 'nothing'],
  ['百分之', 'nothing'],
];

describe('numberAt', () => {
  it.each(forms)('%s: %s', (text, says) => expect(said(text)).toBe(says));
  it.each([
    ['苏-35', 1],
    ['2016-2020', 4],
    ['税负3800', 1],
    ['正负800', 1],
    ['胜负5', 1],
  ])('%s has no sign', (text, at) => expect(numberAt(text, at)).toBeUndefined());
  it.each([
    ['G20', 1],
    ['A350', 1],
    ['T-90', 2],
  ])('%s is a name', (text, at) => expect(numberAt(text, at)).toMatchObject({ end: text.length, value: null }));
  it.each([
    ['人数十万', 1],
    ['一切', 5],
  ])('%s: nothing begins there', (text, at) => expect(numberAt(text, at)).toBeUndefined());
  it('从 before it tells a rise, no range', () => {
    expect(numberAt('从5亿到10亿', 1)).toMatchObject({ end: 3, value: { value: 5e8 } });
    expect(numberAt('从5到10亿美元不等', 1)).toMatchObject({ value: { value: 5e8, upper: 1e9 } });
  });

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
