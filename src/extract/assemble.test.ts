import { describe, expect, it } from 'vitest';
import { draft } from '../../test/reader/drafts.js';
import type { Draft } from '../grammar/draft.js';
import { fold } from '../text/fold.js';
import { Quoter } from '../text/span.js';
import { Assembler } from './assemble.js';
import { read } from './read.js';

const made = (text: string, ...drafts: Draft[]) => new Assembler(new Quoter(fold(text))).item(drafts, 0);

describe('assemble', () => {
  it('cuts quotes out of the text as it is written', () => {
    const [s] = made('\u{1F600}越南⾏⾸。', draft('event', 2));
    expect(s).toMatchObject({ quote: '越南⾏⾸', start: 1, end: 5 });
  });
  it('gives events their code in the two coding schemes', () => {
    const held = (format: 'video' | null) => made('双方会谈了', draft('event', 0, { kind: 'meeting', format }))[0];
    expect(held(null)).toMatchObject({ plover: { type: 'CONSULT', mode: null }, cameo: '040' });
    expect(held('video')).toMatchObject({ plover: { type: 'CONSULT', mode: 'phone' }, cameo: '040' });
    expect(made('双方会谈了', draft('event', 0, { kind: 'appointment' }))[0]).toMatchObject({ plover: null });
  });
  it('stands in the order of the text, whatever the order of the drafts', () => {
    const drafts = [draft('event', 6), draft('figure', 0), draft('office', 0)];
    const text = '一二三四五六七八九十一二三四';
    expect(made(text, ...drafts)).toEqual(made(text, ...drafts.reverse()));
    expect(made(text, ...drafts).map((s) => s.type)).toEqual(['figure', 'office', 'event']);
  });
  it('keeps one of two that say the same with the same words', () => {
    expect(made('双方会谈了', draft('event', 0), draft('event', 0, { rule: 'other', confidence: 0.1 }))).toHaveLength(1);
  });
  it('drops what quotes nothing', () => expect(made('\n\n\n\n双方', draft('event', 0))).toEqual([]));
  it('gives the words of each part that has some', () => {
    const [s] = made(
      '2020年双方会谈',
      draft('event', 5, { roles: { date: { basis: 'stated', span: { start: 0, end: 5 } }, place: { basis: 'assumed' } } }),
    );
    expect(s!.roles).toEqual({ date: { basis: 'stated', start: 0, end: 5, quote: '2020年' }, place: { basis: 'assumed' } });
  });
  it('writes names as the story writes them', () => {
    expect(made('越南總統府會談', draft('office', 0, { person: '某人', office: '总统', organisation: '总统府' }))[0]).toMatchObject({
      office: '總統',
      organisation: '總統府',
    });
  });
});

describe('ids', () => {
  const id = (text: string, d: Draft): string => made(text, d)[0]!.id;
  const text = '双方会谈,双方会谈,双方通话';

  it('do not depend on where it stands, on the rule, or on how sure it is', () => {
    expect(id(text, draft('event', 5))).toBe(id(text, draft('event', 0)));
    expect(id(text, draft('event', 0, { rule: 'other', confidence: 0.2 }))).toBe(id(text, draft('event', 0)));
    expect(id(`\n\n${text}`, draft('event', 2))).toBe(id(text, draft('event', 0)));
  });
  it('depend on what is said, on the words, and on the item', () => {
    const one = id(text, draft('event', 0));
    expect(id(text, draft('event', 10))).not.toBe(one);
    expect(id(text, draft('event', 0, { date: '2020' }))).not.toBe(one);
    expect(id(text, draft('event', 0, { modality: 'planned' }))).not.toBe(one);
    expect(new Assembler(new Quoter(fold(text))).item([draft('event', 0)], 1)[0]!.id).not.toBe(one);
  });
  it('do not depend on the order of the fields', () => {
    const d = draft('event', 0, { date: '2020' });
    const turned = Object.fromEntries(Object.entries(d).reverse()) as unknown as Draft;
    expect(id(text, turned)).toBe(id(text, d));
  });
  it('are different for many different facts', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => draft('figure', 0, { value: i })).map((d) => id(text, d));
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('stay where a story moves, in another encoding of its blanks and line ends too', () => {
    const story =
      '越南与俄罗斯外长会谈\n\n越通社河内——2020年11月11日,越南外交部长范平明在河内会见俄罗斯外交部长谢尔盖·拉夫罗夫。2019年,两国贸易额达44亿美元。(完)';
    const ids = (t: string): string[] => read({ id: 'sha256:00', source: 'story', text: t }).statements.map((s) => s.id);
    expect(ids(story).length).toBeGreaterThan(3);
    expect(ids(`\n\n\n${story}\n`)).toEqual(ids(story));
    expect(ids(story.replaceAll('\n', '\r\n'))).toEqual(ids(story));
    expect(ids(`\ufeff${story}`)).toEqual(ids(story));
  });
});
