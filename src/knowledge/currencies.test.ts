import { describe, expect, it } from 'vitest';
import { tables } from '../generated/knowledge.js';
import { isState } from './countries.js';
import { isCurrency, issuerOf } from './currencies.js';
import { readRows } from './table.js';

describe('currencies', () => {
  it('knows codes and their issuers', () => {
    expect(isCurrency('VND')).toBe(true);
    expect(isCurrency('VNM')).toBe(false);
    expect(issuerOf('RUB')).toBe('RU');
    expect(issuerOf('EUR')).toBeNull();
    expect(issuerOf('XXX')).toBeNull();
  });

  it('names only states as issuers', () => {
    const unknown = readRows<'code' | 'country'>(tables.currencies).filter((row) => row.country !== '' && !isState(row.country));
    expect(unknown).toEqual([]);
  });
});
