import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, story } from '../../../test/told.js';
import { dossierOf, wordsOf } from '../../app/brief.js';
import { viewOf } from '../../record/view.js';
import { composeBrief } from '../compose.js';
import type { Brief, Chart } from '../document.js';
import { briefHtml } from '../html.js';
import { Labels } from './labels.js';
import { sceneOf } from './layout.js';
import type { Scene, Sign } from './scene.js';
import { ticksFor } from './ticks.js';

const figure = (quote: string, value: number, period: string, more: object = {}) => ({
  type: 'figure' as const,
  quote,
  value,
  period,
  ...more,
});
const told = story(
  'a.txt',
  [
    figure('越南海关：2018年45.7亿美元', 4.57e9, '2018', { source: '越南海关总局' }),
    figure('俄方：2018年60.8亿美元', 6.08e9, '2018', { source: '俄方' }),
    figure('2019年约49亿美元', 4.9e9, '2019', { bound: 'about', source: '越南海关总局' }),
    figure('俄海关：2019年超过62亿美元', 6.2e9, '2019', { bound: 'over', source: '俄罗斯联邦海关局' }),
    figure('2020年前9个月41亿美元', 4.1e9, '2020-01/2020-09'),
    figure('2021年710亿美元', 7.1e10, '2021'),
    figure('2016年至2020年共200亿美元', 2e10, '2016/2020'),
    { type: 'target', quote: '力争2025年达100亿美元', value: 1e10, due: '2025' },
    { type: 'target', quote: '力争达150亿美元', value: 1.5e10, due: null },
    figure('2019年俄对越出口10亿美元', 1e9, '2019', { measure: 'trade.flow', from: 'RU', to: 'VN' }),
    figure('2019年旅客60万人次', 600000, '2019', { measure: 'tourists', from: 'RU', to: 'VN', unit: '人次' }),
    figure('2018年旅客50万人次', 500000, '2018', { measure: 'tourists', from: 'RU', to: 'VN', unit: '人次' }),
  ],
  published('2022-02-01'),
);
const slip = told.statements[5]!;
const finding = {
  ...{ rule: 'figures/power-of-ten', severity: 'error' as const, message: '', suggestion: null },
  evidence: [{ article: told.article.id, start: slip.start, end: slip.end, quote: slip.quote }],
};
const brief = composeBrief(dossierOf(viewOf([told]), 'VN', 'RU', [finding], null), wordsOf('zh'));
const chartsOf = (b: Brief): readonly Chart[] => b.sections.find((s) => s.name === 'trade')!.charts;
const [chart] = chartsOf(brief) as [Chart];
const scene = sceneOf(chart);

const signs = (of: Scene): Sign[] => of.shapes.filter((s): s is Sign => s.kind === 'sign' && s.y < 300);
const texts = (of: Scene): string[] => of.shapes.flatMap((s) => (s.kind === 'text' ? s.piece.text : []));

describe('the chart of a trade', () => {
  it('one for each measure of trade with two years or more; other figures stand in the table only', () => {
    expect(chartsOf(brief).map((c) => c.title)).toEqual(['俄罗斯与越南双边贸易额（美元）']);
  });
  it("both sides' statistics are series of their own, and what names no side a third", () => {
    expect(chart.series.map(({ name, points }) => [name, points.map((p) => p.label.text)])).toEqual([
      ['越南方面数据', ['45.7亿', '约49亿']],
      ['俄罗斯方面数据', ['60.8亿', '超过62亿']],
      ['未注明哪方统计', ['41亿（1–9月）', '710亿（存疑）']],
    ]);
  });
  it('every point and target has its footnote, the same as in the table', () => {
    const quotes = new Map(brief.notes.map((n) => [n.number, n.quote]));
    for (const { points } of chart.series)
      for (const p of points) expect(p.label.notes.map((n) => quotes.get(n))).toEqual([expect.stringContaining(String(p.year))]);
    for (const t of chart.targets) expect(t.label.notes.map((n) => quotes.get(n))).toEqual(['力争2025年达100亿美元']);
    const page = briefHtml(brief);
    for (const { points } of chart.series)
      for (const p of points) expect(page).toContain(`${p.label.text}<a href="#note-${p.label.notes[0]!}">`);
  });
  it('targets with their deadline; one without a time is none', () => {
    expect(chart.targets).toMatchObject([{ set: 2022, due: 2025, value: 1e10, label: { text: '到2025年达到100亿' } }]);
    expect(texts(scene)).toContain('到2025年达到100亿');
    expect(signs(scene).filter((s) => s.form === 'diamond')).toHaveLength(1);
  });
  it('a part of a year is hollow, off the line; its months are named', () => {
    expect(chart.series.flatMap((s) => s.points.filter((p) => p.isPartial).map((p) => [p.year, p.isOnLine]))).toEqual([[2020, false]]);
    expect(signs(scene).filter((s) => s.isHollow)).toHaveLength(1);
    expect(chart.legend.partial).toBe('空心：非全年');
  });
  it('about is a bar through the point, over an arrow up', () => {
    const lines = scene.shapes.filter((s) => s.kind === 'line');
    const at = (label: string): Sign => {
      const index = chart.series.flatMap((s) => s.points).findIndex((p) => p.label.text === label);
      return signs(scene).filter((s) => s.form !== 'diamond')[index]!;
    };
    const [about, over] = [at('约49亿'), at('超过62亿')];
    expect(lines.some((l) => l.y1 === about.y && l.y2 === about.y && l.x1 < about.x && l.x2 > about.x && l.tone === 'first')).toBe(true);
    expect(lines.some((l) => l.x1 === over.x && l.x2 === over.x && l.y1 === over.y && l.y2 < over.y && l.tone === 'second')).toBe(true);
  });
  it('a doubted value sets no scale and stands at its edge', () => {
    expect(chart.ticks.at(-1)!.value).toBe(1e10);
    expect(chart.legend.offScale).toBe('存疑，超出坐标范围');
    expect(signs(scene).at(-1)!.y).toBe(Math.min(...signs(scene).map((s) => s.y)));
  });
  it('values of several years together are left out, and it says so', () => {
    expect(chart.series.flatMap((s) => s.points).some((p) => p.value === 2e10)).toBe(false);
    expect(chart.remark).toBe('跨年度合计数值只列于表中。');
  });
  it('no text leaves the picture', () => {
    for (const s of scene.shapes) {
      if (s.kind !== 'text') continue;
      const left = s.x - { start: 0, middle: s.width / 2, end: s.width }[s.anchor];
      expect([s.piece.text, left >= 0 && left + s.width <= scene.width && s.y > 0 && s.y < scene.height]).toEqual([s.piece.text, true]);
    }
  });
  it('one year, or nothing of trade: no chart', () => {
    const one = story('b.txt', [figure('2019年45亿美元', 4.5e9, '2019')], published('2020-01-01'));
    expect(chartsOf(composeBrief(dossierOf(viewOf([one]), 'VN', 'RU', [], null), wordsOf('en')))).toEqual([]);
  });
  it('very many years: labels are the numbers of the notes', () => {
    const years = Array.from({ length: 40 }, (_, k) => figure(`${1980 + k}年${k + 1}亿美元`, (k + 1) * 1e8, String(1980 + k)));
    const long = chartsOf(
      composeBrief(dossierOf(viewOf([story('c.txt', years, published('2022-01-01'))]), 'VN', 'RU', [], null), wordsOf('zh')),
    )[0]!;
    const labels = sceneOf(long).shapes.filter((s) => s.kind === 'text' && s.piece.notes.length > 0);
    expect(labels.map((s) => s.kind === 'text' && s.piece.text)).toEqual(Array.from({ length: 40 }, () => ''));
  });
});

describe('ticks', () => {
  it.each([
    [[4.1e9], [0, 1e9, 2e9, 3e9, 4e9, 5e9]],
    [[1e10], [0, 2e9, 4e9, 6e9, 8e9, 1e10]],
    [
      [-3, 7],
      [-4, -2, 0, 2, 4, 6, 8],
    ],
    [[0], [0, 1]],
    [[828000000], [0, 2e8, 4e8, 6e8, 8e8, 1e9]],
  ])('%j', (values, ticks) => expect(ticksFor(values)).toEqual(ticks));
  it('hold every value, zero among them, and are few', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1 }), (values) => {
        const ticks = ticksFor(values);
        expect(ticks).toContain(0);
        expect(ticks[0]! <= Math.min(...values) && Math.max(...values) <= ticks.at(-1)!).toBe(true);
        expect(ticks.length).toBeLessThan(10);
      }),
    );
  });
});

it('labels that stand close together do not cover each other', () => {
  const labels = new Labels({ left: 0, top: 0, right: 400, bottom: 300 });
  const boxes = [150, 152, 155, 158].map((y) => labels.place(200, y, 4, 60, 12));
  for (const [at, a] of boxes.entries())
    for (const b of boxes.slice(at + 1)) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  expect(labels.place(0, 150, 4, 60, 12).left).toBe(0);
});
