import {
  type Amount,
  BIG,
  DIGITS,
  FORMAL,
  isMore,
  isOfUnit,
  LONGEST,
  opensNumeral,
  pointedAt,
  powersAt,
  SMALL,
  scaled,
  someAt,
} from './digits.js';

/**
 * One numeral of Chinese newswire, in digits, in Han or in both: 1,085亿 · 25万6千 · 一千零八十万 · 三点五亿 · 十几万 · 七八千 · 壹佰.
 * `value` is `null` where the characters make no number that is certain; they are stepped over all the same.
 */
export interface Numeral {
  end: number;
  value: Amount | null;
}

const DIGIT_RUN = /\d+(?:[.,]\d+)*/y;
const RUN = /(?:[零〇○一二两俩三四五六七八九壹贰叁肆伍陆柒捌玖十百千拾佰仟万亿兆点]|\d+(?:[.,]\d+)*)+/y;
const AFTER_LU = /[军地海空路续上方域战]/;
/** What may follow a last digit whose unit is left out (一万三): nothing, a mark, 点, or what is counted. */
const AFTER_ELIDED = /[^\u4e00-\u9fff]|[点个名人家位项元美欧日英韩港台新卢越泰多余至到吨公件辆架艘头只户成分]/;
/** 三点一线, 四点一致意见: points that are counted. */
const ONE_WORD = /[致线起同样切直般些贯]/;

/** The numeral that begins at `at`, or nothing. Time is linear in its length. */
export function numeralAt(text: string, at: number): Numeral | undefined {
  const ch = text[at];
  if (ch === undefined || !opensNumeral(ch)) return undefined;
  if (ch === '数' || ch === '几') return someAt(text, at);
  const alone = DIGITS[ch] !== undefined && !FORMAL.test(ch) && !opensNumeral(text[at + 1] ?? '') && text[at + 1] !== '点';
  if (alone) return { end: at + 1, value: { value: DIGITS[ch]!, scale: 0, small: 0, simple: true } };
  const parsed = new Reading(text, at, false).read();
  if (parsed === 'none') return undefined;
  if (parsed === 'unclear') return { end: endOfRun(text, at), value: null };
  if (!parsed.pair) return { end: parsed.end, value: parsed.amount };
  const upper = new Reading(text, at, true).read();
  if (typeof upper === 'string') return { end: endOfRun(text, at), value: null };
  return { end: parsed.end, value: { ...parsed.amount, upper: upper.amount.value! } };
}

function endOfRun(text: string, at: number): number {
  RUN.lastIndex = at;
  return at + (RUN.exec(text)?.[0].length ?? 1);
}

interface Parsed {
  end: number;
  amount: Amount;
  /** Two neighbouring numerals stand in it. */
  pair: boolean;
}

/** A coefficient that waits for its unit. */
interface Pending {
  value: number;
  start: number;
  shape: 'digits' | 'han' | 'pair' | 'several';
}

/** One pass over a numeral. `upper` takes the second of two neighbouring numerals, else the first. */
class Reading {
  private i: number;
  /** Below 万, and the parts closed by 万, 亿 and 兆. */
  private section = 0;
  private readonly closed = { 4: 0, 8: 0, 12: 0 };
  private pending: Pending | null = null;
  private coefficients = 0;
  private lastUnit = 0;
  private lastSmall = 4;
  private small = 0;
  private scale = 0;
  private afterZero = false;
  private hedge: 'over' | undefined;
  private pair = false;

  constructor(
    private readonly text: string,
    private readonly at: number,
    private readonly upper: boolean,
  ) {
    this.i = at;
  }

  read(): Parsed | 'none' | 'unclear' {
    const first = pointedAt(this.text, this.at);
    if (first) return first === 'unclear' ? first : { ...first, pair: false };
    for (;;) {
      const ch = this.text[this.i];
      if (ch === undefined) break;
      const before = this.i;
      const step = this.step(ch);
      if (step === 'unclear') return 'unclear';
      if (step === 'end' || this.i === before) break;
    }
    return this.finish();
  }

  private step(ch: string): 'on' | 'end' | 'unclear' {
    if (ch === '多' || ch === '余') return this.more();
    if (ch === '几') return this.several();
    if (DIGITS[ch] === 0 && this.i > this.at && this.pending === null) return this.zero();
    if (DIGITS[ch] !== undefined) return this.han();
    if (ch >= '0' && ch <= '9') return this.digits();
    if (isOfUnit(this.text, this.i)) return 'end';
    if (SMALL[ch] !== undefined) return this.unit(SMALL[ch]!);
    if (BIG[ch] !== undefined) return this.big(BIG[ch]!);
    return 'end';
  }

  private more(): 'on' | 'end' | 'unclear' {
    const round = this.pending === null || (this.pending.shape === 'digits' && this.pending.value >= 10);
    if (!round || this.lastUnit + (this.pending?.value ?? 0) === 0) return 'end';
    const big = BIG[this.text[this.i + 1]!] !== undefined;
    if (!big && !isMore(this.text, this.i)) return 'end';
    this.hedge = 'over';
    this.i++;
    return big ? 'on' : 'end';
  }

  /** 十几, 二十几万, 一百零几万, 一百几十: over what stands before. */
  private several(): 'on' | 'end' | 'unclear' {
    const tens = this.pending?.shape === 'digits' && this.pending.value % 10 === 0;
    if (this.hedge || !(this.lastUnit >= 1 || tens)) return 'end';
    if (this.pending && !tens) return 'end';
    if (tens) this.section += this.pending!.value;
    this.hedge = 'over';
    this.pending = { value: 0, start: this.i, shape: 'several' };
    this.i++;
    return 'on';
  }

  private zero(): 'on' | 'end' | 'unclear' {
    const next = this.text[this.i + 1] ?? '';
    if (this.lastUnit < 2 || this.afterZero || !/[\d一二两三四五六七八九十几壹贰叁肆伍陆柒捌玖拾]/.test(next)) return 'end';
    this.afterZero = true;
    this.i++;
    return 'on';
  }

  /** Digits after a unit: 25万6千, 1千零20, 3万7426. */
  private digits(): 'on' | 'end' | 'unclear' {
    if (this.pending !== null) return 'unclear';
    if (this.hedge) return 'end';
    DIGIT_RUN.lastIndex = this.i;
    const m = DIGIT_RUN.exec(this.text)!;
    const next = this.text[this.i + m[0].length] ?? '';
    if (this.i > this.at && (!/^\d{1,4}$/.test(m[0]) || /[年月日%\d:/]/.test(next))) return 'end';
    this.pending = { value: Number(m[0]), start: this.i, shape: 'digits' };
    this.coefficients++;
    this.i += m[0].length;
    return 'on';
  }

  /** One Han numeral, two neighbours (七八千; not 十四五, the fourteenth five-year plan), or digits read out (二〇二〇). */
  private han(): 'on' | 'end' | 'unclear' {
    if (this.pending !== null) return 'unclear';
    if (this.hedge) return 'end';
    let end = this.i;
    while (DIGITS[this.text[end]!] !== undefined) end++;
    const run = [...this.text.slice(this.i, end)].map((c) => DIGITS[c]!);
    const start = this.i;
    if (FORMAL.test(this.text[end - 1]!) && this.text[end - 1] === '陆' && AFTER_LU.test(this.text[end] ?? '')) {
      if (run.length === 1) return 'end';
      end--;
      run.pop();
    }
    if (run.length === 1) this.pending = { value: run[0]!, start, shape: 'han' };
    else if (this.text.slice(this.at, end) === '十四五') return 'unclear';
    else if (run.length === 2 && run[0]! > 0 && run[1] === run[0]! + 1 && (this.lastUnit <= 1 || this.unitFollows(end))) {
      this.pair = true;
      this.pending = { value: run[this.upper ? 1 : 0]!, start, shape: 'pair' };
    } else if (run.length >= 3 && run.length <= LONGEST && start === this.at && !this.unitFollows(end) && run.includes(0)) {
      this.pending = { value: Number(run.join('')), start, shape: 'han' };
    } else return 'unclear';
    this.coefficients++;
    this.i = end;
    return 'on';
  }

  private unitFollows(at: number): boolean {
    const ch = this.text[at]!;
    return SMALL[ch] !== undefined || BIG[ch] !== undefined;
  }

  private unit(power: number): 'on' | 'end' | 'unclear' {
    const p = this.pending;
    if (this.hedge && p?.shape !== 'several') return 'end';
    if (p === null) {
      const bare = this.i === this.at || (power === 1 && (this.afterZero || this.lastUnit === 2));
      if (!bare) return 'end';
      this.coefficients++;
    } else if (p.shape === 'digits' && p.value >= 10 && BIG[this.text[this.i + 1]!] === undefined) return 'unclear';
    if (power >= this.lastSmall) return 'unclear';
    this.section += (p?.value ?? 1) * 10 ** power;
    this.lastSmall = power;
    this.lastUnit = power;
    this.small = this.coefficients === 1 ? power : 0;
    this.pending = null;
    this.afterZero = false;
    this.i++;
    return 'on';
  }

  private big(power: number): 'on' | 'end' | 'unclear' {
    const p = this.pending;
    // 一百五万: 105 or 150.
    if ((p?.shape === 'han' || p?.shape === 'pair') && (this.lastUnit === 2 || this.lastUnit === 3) && !this.afterZero) return 'unclear';
    if (p) this.section += p.value;
    // 三万五亿: 30,005 or 35,000.
    if (p && this.section < 100 && this.lastUnit === 4 && power > 4 && !this.afterZero) return 'unclear';
    this.pending = null;
    const { closed } = this;
    const bare = this.section === 0 && this.i > this.at;
    if (bare && this.lastUnit === 4 && power === 4) return this.myriads();
    if (bare && (this.lastUnit < 4 || this.lastUnit >= power)) return this.lastUnit >= 4 ? 'end' : 'unclear';
    if (this.i === this.at) this.section = 1;
    const lower = this.section + (power > 4 ? closed[4] : 0) + (power > 8 ? closed[8] : 0);
    if (closed[power as 4 | 8 | 12] !== 0) return 'unclear';
    closed[power as 4 | 8 | 12] = lower * 10 ** power;
    if (power > 4) closed[4] = 0;
    if (power > 8) closed[8] = 0;
    this.section = 0;
    this.scale = bare ? this.scale + power : power;
    this.lastUnit = power;
    this.lastSmall = 4;
    this.afterZero = false;
    this.i++;
    return 'on';
  }

  /** 四万万: an older word for 四亿. */
  private myriads(): 'on' | 'unclear' {
    if (this.closed[8] !== 0) return 'unclear';
    this.closed[8] = this.closed[4] * 10 ** 4;
    this.closed[4] = 0;
    this.scale = 8;
    this.lastUnit = 8;
    this.i++;
    return 'on';
  }

  private finish(): Parsed | 'none' | 'unclear' {
    if (this.afterZero && this.pending === null) this.i--;
    const p = this.pending;
    if (p !== null && p.shape !== 'several') {
      const first = p.start === this.at;
      const low = first || this.afterZero || (p.shape !== 'digits' && this.lastUnit === 1);
      const rest = p.shape === 'digits' && this.lastUnit === 4 && p.value >= 100;
      if (low || rest) this.section += p.value;
      else if (p.shape === 'han' && AFTER_ELIDED.test(this.text[this.i] ?? '.')) this.section += p.value * 10 ** (this.lastUnit - 1);
      else if (p.shape === 'han') this.i = p.start;
      else return 'unclear';
    }
    if (this.i === this.at) return 'none';
    const written = this.text.slice(this.at, this.i);
    const beside = /[十百千拾佰仟万亿兆]/.test(written) && written.length > 1;
    if (FORMAL.test(written) && !beside && !this.text.startsWith('分之', this.i) && !this.text.startsWith('分之', this.at - 2))
      return 'none';
    const whole = this.section + this.closed[4] + this.closed[8] + this.closed[12];
    if (whole > Number.MAX_SAFE_INTEGER) return 'unclear';
    const amount: Amount = { value: whole, scale: this.scale, small: this.small, simple: this.coefficients <= 1 };
    if (this.hedge) amount.hedge = this.hedge;
    else if (this.text[this.i] === '点') return this.decimals(amount);
    return { end: this.i, amount, pair: this.pair };
  }

  /** 三点五亿: the places after 点, with the powers of ten that follow. */
  private decimals(amount: Amount): Parsed | 'none' | 'unclear' {
    const whole: Parsed = { end: this.i, amount, pair: this.pair };
    if (/\d/.test(this.text[this.i - 1]!)) return whole;
    let end = this.i + 1;
    let places = '';
    while (DIGITS[this.text[end]!] !== undefined && places.length < LONGEST) places += DIGITS[this.text[end++]!];
    const next = this.text[end] ?? '';
    if (places === '' || (places === '1' && ONE_WORD.test(next))) return whole;
    // 八点五十分, 九点三刻: a clock.
    if (/[十拾刻钟半]/.test(next) || (next === '分' && this.text[end + 1] !== '之')) return 'unclear';
    const powers = amount.scale === 0 ? powersAt(this.text, end) : { end, power: 0, scale: 0 };
    if (this.pair || powers.power > 16) return 'unclear';
    const more = isMore(this.text, powers.end);
    const value: Amount = {
      ...amount,
      value: scaled(`${amount.value}.${places}`, powers.power),
      scale: amount.scale + powers.scale,
      small: powers.power - powers.scale,
      ...(more ? { hedge: 'over' } : {}),
    };
    return { end: powers.end + (more ? 1 : 0), amount: value, pair: false };
  }
}
