import { tables } from '../generated/knowledge.js';
import { readRows } from './table.js';

const currencies = new Map(readRows<'code' | 'name_en' | 'country'>(tables.currencies).map((row) => [row.code, row]));

/** True for the ISO 4217 code of a currency in use, or used within the last few years. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** The state that issues a currency (ISO 3166-1 alpha-2), or null where several share it (`EUR`) or it is unknown. */
export function issuerOf(currency: string): string | null {
  return currencies.get(currency)?.country || null;
}
