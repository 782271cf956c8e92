import { describe, expect, it } from 'vitest';
import { hasOneHolder, officeForm, officeKey, relate, walkOf } from './offices.js';

describe('offices', () => {
  it.each([
    ['政府副总理', '副总理'],
    ['外长', '外交部长'],
    ['外交部部长', '外交部长'],
    ['副外长', '外交部副部长'],
    ['驻越南大使', '大使'],
    ['國務卿', '国务卿'],
    ['首相', '总理'],
    ['Prime Minister', '总理'],
    ['Министр иностранных дел', '外交部长'],
    ['Thủ tướng Chính phủ', '总理'],
    ['Rector', 'rector'],
  ])('%s → %s', (office, key) => expect(officeKey(office)).toBe(key));
  it.each([
    ['外长', '外交部长', 'same'],
    ['国家主席', '主席', 'same'],
    ['前总统', '总统', 'same'],
    ['副总理', '总理', 'compatible'],
    ['外交部副部长', '驻越南大使', 'compatible'],
    ['总理', '教授', 'apart'],
    ['总裁', '教授', 'apart'],
    ['总理', '某某', 'unknown'],
  ] as const)('%s and %s: %s', (a, b, relation) =>
    expect([relate(officeForm(a), officeForm(b)), relate(officeForm(b), officeForm(a))]).toEqual([relation, relation]),
  );
  it('walks of life', () => expect(['总理', '教授', '某某', null].map(walkOf)).toEqual(['public', 'other', 'unknown', 'unknown']));
  it('held by one at a time', () => expect(['外长', '部长'].map(hasOneHolder)).toEqual([true, false]));
  it('not held now', () => expect(['前总统', '候任总统', '总统'].map((o) => officeForm(o).past)).toEqual([true, true, false]));
});
