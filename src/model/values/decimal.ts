import Big from 'big.js';

/**
 * Exact amounts. A `number` in the model is only a carrier of decimal digits (JSON has nothing else): every calculation goes
 * through these functions, because 8.28 * 1e8 as doubles is 827,999,999.9999999.
 */
export type Decimal = Big;

/** Takes digits such as `8.28` (no separators); throws on anything else. */
export function decimal(digits: string | number): Decimal {
  return new Big(digits);
}

/** The number whose shortest decimal form is the amount (exact for the up to 15 significant digits that newswire has). */
export function carry(amount: Decimal): number {
  return Number(amount.toString());
}

export function times(digits: string, factor: string): number {
  return carry(new Big(digits).times(factor));
}

export function sum(values: readonly number[]): number {
  return carry(values.reduce((s, v) => s.plus(v), new Big(0)));
}

export function minus(a: number, b: number): number {
  return carry(new Big(a).minus(b));
}

/** a / b to 12 places; `undefined` where b is 0. */
export function ratio(a: number, b: number): number | undefined {
  return b === 0 ? undefined : Number(new Big(a).div(b).round(12).toString());
}
