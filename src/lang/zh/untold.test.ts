import { describe, expect, it } from 'vitest';
import { fold } from '../../text/fold.js';
import { readChinese } from './story.js';
import { UNTOLD } from './untold.js';

const kindsIn = (text: string): string[] =>
  readChinese(fold(`新华社北京电 ${text}`), null).items.flatMap((item) => item.drafts.flatMap((d) => (d.type === 'event' ? [d.kind] : [])));

describe('words that tell no act where they stand', () => {
  it.each(UNTOLD.map((u) => [u.none, u] as const))('%s', (_, u) => {
    expect(kindsIn(u.none).filter((k) => u.kinds.test(k))).toEqual([]);
  });
  it.each(UNTOLD.map((u) => [u.told, u] as const))('%s', (_, u) => {
    expect(kindsIn(u.told).filter((k) => u.kinds.test(k))).not.toEqual([]);
  });
});
