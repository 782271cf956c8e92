import { expect, describe as group, it } from 'vitest';
import type { Statement } from '../model/statement.js';
import { storyText } from './story-text.js';

const at = (start: number, end: number, id = `s${start}`): Statement =>
  ({
    ...{ id, type: 'commitment', item: 0, quote: 'x', start, end, speaker: null, modality: 'actual', confidence: 1, rule: 'r', roles: {} },
    ...{ by: ['VN'], to: [], strength: 'agreed', action: '甲', due: null },
  }) as Statement;
const shown = async (text: string, statements: Statement[] = [], places: { start: number; end: number }[] = []): Promise<string> =>
  String(
    await storyText(
      text,
      statements,
      places.map((p) => ({ article: 'a', quote: 'x', ...p })),
    ),
  );
const bare = (html: string): string => html.replace(/<sup>.*?<\/sup>/g, '').replace(/<[^>]*>/g, '');

group('the text of a story', () => {
  it('marks statements and loses nothing, whatever they cover', async () => {
    const text = '越南𠮷和俄罗斯同意加强合作。';
    const html = await shown(text, [at(0, 4), at(2, 6), at(2, 3, 'inner'), at(0, 14, 'all')]);
    expect(bare(html)).toBe(text);
    expect(html).toContain('<a id="inner"></a><mark>𠮷</mark>');
    expect(html.match(/<sup>/g)).toHaveLength(4);
  });

  it('marks what a finding rests on', async () => {
    expect(await shown('甲乙丙', [at(0, 2)], [{ start: 1, end: 3 }])).toBe(
      '<a id="s0"></a><mark>甲</mark><a id="at-1"></a><mark class="doubt">乙</mark><sup><a href="#s-1" title="Vietnam agreed – 甲">1</a></sup><mark class="doubt">丙</mark>',
    );
  });

  it('takes text as text', async () => {
    const html = await shown('<script>alert("1")</script>&amp;\u202e\0', [at(1, 8)]);
    expect(html).not.toMatch(/<script/);
    expect(html).toContain('&amp;amp;');
    expect(html).toContain('U+202E');
    expect(html).toContain('U+0000');
    expect(html).not.toContain('\u202e');
  });

  it('leaves out places that are not in the text', async () => {
    expect(await shown('甲', [at(0, 5), at(3, 4)], [{ start: 9, end: 10 }])).toBe('甲');
  });

  it('shows the beginning of a very long text', async () => {
    const html = await shown('越'.repeat(250_000));
    expect(html.length).toBeLessThan(201_000);
    expect(html).toContain('Only the first 200000 characters');
  });
});
