/** Ways in which a text writes one whole number, for tests: each gives the number's numeral, or nothing where it has none of that kind. */
export type Notation = (n: number) => string | undefined;

const HAN = '零一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '十', '百', '千'] as const;
const FORMAL_UNITS = ['', '拾', '佰', '仟'] as const;

/** The digits of a number below 10,000 with their units, 零 for the gaps: 一千零五. */
function group(n: number, digits: string, units: readonly string[]): string {
  let out = '';
  let gap = false;
  for (let p = 3; p >= 0; p--) {
    const digit = Math.floor(n / 10 ** p) % 10;
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    out += (gap ? digits[0] : '') + digits[digit]! + units[p]!;
    gap = false;
  }
  return out;
}

/** Groups of four places with 万 and 亿, 零 where a group does not fill its places: 一万零五亿三千万. */
function spelled(n: number, write: (group: number) => string, zero: string): string {
  for (const [power, unit] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (n < power) continue;
    const rest = n % power;
    const tail = rest === 0 ? '' : (rest < power / 10 ? zero : '') + spelled(rest, write, zero);
    return spelled(Math.floor(n / power), write, zero) + unit + tail;
  }
  return write(n);
}

export const inHan: Notation = (n) => spelled(n, (g) => group(g, HAN, UNITS), '零');
/** As on a document: 壹万零伍佰. */
export const inFormal: Notation = (n) => spelled(n, (g) => group(g, FORMAL, FORMAL_UNITS), '零');
/** As spoken: 两千, and 十 for 一十 where a number begins so. */
export const asSpoken: Notation = (n) =>
  inHan(n)!
    .replace(/(?<=^|[万亿零])二(?=[千万亿])/g, '两')
    .replace(/^一十/, '十');
export const inDigits: Notation = (n) => String(n);
export const inFullWidth: Notation = (n) => String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
export const withSeparators: Notation = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
/** 25万6千, 3亿5千万, 3万7426: digits before each unit. */
export const mixed: Notation = (n) => {
  if (n >= 1e12 || n < 1e4) return undefined;
  const [high, middle, low] = [Math.floor(n / 1e8), Math.floor(n / 1e4) % 1e4, n % 1e4];
  const rest = lowPart(low, middle > 0);
  if (rest === undefined) return undefined;
  return (high > 0 ? `${high}亿` : '') + (middle === 0 ? '' : middle % 1000 === 0 ? `${middle / 1000}千万` : `${middle}万`) + rest;
};

function lowPart(low: number, afterWan: boolean): string | undefined {
  if (low === 0) return '';
  if (low % 1000 === 0) return `${low / 1000}千`;
  if (low % 100 === 0 && low < 1000) return `${low / 100}百`;
  return afterWan && low >= 100 ? String(low) : undefined;
}

/** 8.28亿: digits with a point, four places at most. */
export const withPoint: Notation = (n) => {
  for (const [power, unit] of [
    [12, '万亿'],
    [8, '亿'],
    [4, '万'],
  ] as const) {
    if (n < 10 ** power || n % 10 ** (power - 4) !== 0) continue;
    const digits = String(n / 10 ** (power - 4)).padStart(5, '0');
    return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '') + unit;
  }
  return undefined;
};
/** 八点二八亿. */
export const withHanPoint: Notation = (n) => {
  const written = withPoint(n);
  if (written === undefined) return undefined;
  const [, whole, places, unit] = /^(\d+)(?:\.(\d+))?(.+)$/.exec(written)!;
  const tail = places === undefined ? '' : `点${places.replace(/\d/g, (d) => HAN[Number(d)]!)}`;
  return Number(whole) > 9999 ? undefined : group(Number(whole), HAN, UNITS) + tail + unit;
};

export const notations: Readonly<Record<string, Notation>> = {
  inHan,
  inFormal,
  asSpoken,
  inDigits,
  inFullWidth,
  withSeparators,
  mixed,
  withPoint,
  withHanPoint,
};
