import { describe, expect, it } from 'vitest';
import { published, story } from '../../test/told.js';
import { dossierOf, wordsOf } from '../app/brief.js';
import { viewOf } from '../record/view.js';
import { composeBrief } from './compose.js';
import type { Brief, Line } from './document.js';
import { briefHtml } from './html.js';
import { briefMarkdown } from './markdown.js';

const old = story(
  'old.txt',
  [
    { type: 'office', quote: '越南外长甲某', person: '甲某', office: '外长' },
    { type: 'office', quote: '越南总理乙某', person: '乙某', office: '总理' },
    { type: 'target', quote: '力争2021年达50亿美元', value: 5e9, due: '2021' },
    { type: 'figure', quote: '2020年为48亿美元', value: 4.8e9, period: '2020' },
    { type: 'figure', quote: '2019年为45亿美元', value: 4.5e9, period: '2019' },
  ],
  published('2021-02-01'),
);
const fresh = story(
  'fresh.txt',
  [
    { type: 'office', quote: '越南外长甲某', person: '甲某', office: '外长' },
    { type: 'figure', quote: '2021年为55亿美元', value: 5.5e9, period: '2021' },
    { type: 'figure', quote: '2020年为49亿美元', value: 4.9e9, period: '2020' },
    { type: 'project', quote: '龙湾电站在建', name: '龙湾电站', status: 'building' },
  ],
  published('2022-02-01'),
);
const words = wordsOf('zh');
const findings = [
  {
    rule: 'figures/contradicting-values',
    severity: 'warning' as const,
    message: '',
    suggestion: null,
    evidence: [placeOf(old, 3), placeOf(fresh, 2)],
  },
  { rule: 'targets/two-values', severity: 'warning' as const, message: '', suggestion: null, evidence: [placeOf(old, 2)] },
];
function placeOf(of: typeof old, at: number) {
  const { start, end, quote } = of.statements[at]!;
  return { article: of.article.id, start, end, quote };
}
const dossier = (stories: (typeof old)[], known = findings) => dossierOf(viewOf(stories), 'VN', 'RU', known, null);
const brief = composeBrief(dossier([old, fresh]), words, { day: '2022-01-01', dossier: dossier([old], findings.slice(1)) });

function marksOf(b: Brief, name: string): [string | null, string][] {
  const { lines, table } = b.sections.find((s) => s.name === name)!;
  const every = (l: Line): [string | null, string][] => [[l.mark, l.pieces.map((p) => p.text).join('')], ...l.under.flatMap(every)];
  return [
    ...(table?.rows.map((r): [string | null, string] => [r.mark, r.cells[0]!.map((p) => p.text).join('')]) ?? []),
    ...lines.flatMap(every),
  ];
}

describe('what has come since a day', () => {
  it('new: told by stories since alone', () =>
    expect(marksOf(brief, 'projects')).toEqual([['new', '龙湾电站：实施中（2022年2月1日报道）']]));
  it('updated: what was told before and says something else now; headings and what is as it was have no mark', () => {
    expect(marksOf(brief, 'offices')).toEqual([
      [null, '越南'],
      ['updated', '外长：甲某（2021年2月1日至2022年2月1日报道）'],
      [null, '总理：乙某（2021年2月1日报道）'],
    ]);
    expect(marksOf(brief, 'targets').slice(0, 3)).toEqual([
      [null, '俄罗斯与越南双边贸易额'],
      ['updated', '到2021年达到50亿美元：已达到'],
      [null, '提出：2021年2月1日报道'],
    ]);
  });
  it('rows of the table', () => {
    expect(marksOf(brief, 'trade')).toEqual([
      [null, '2019年'],
      ['updated', '2020年'],
      ['new', '2021年'],
    ]);
  });
  it('a doubt that was not there before is new', () => {
    expect(marksOf(brief, 'doubts').map(([mark]) => mark)).toEqual(['new', null]);
  });
  it('sources are marked, the day is named, and every format shows it', () => {
    expect(brief.notes.map((n) => n.isNew)).toEqual(brief.notes.map((n) => n.source === 'fresh.txt'));
    expect(brief.intro).toContain('2022年1月1日');
    expect(briefMarkdown(brief)).toContain('- **新增** 龙湾电站');
    expect(briefMarkdown(brief)).toContain('| **更新** 2020年 |');
    expect(briefHtml(brief)).toContain('<li><mark>新增</mark>龙湾电站');
  });
  it('nothing is marked where no day is asked for, or nothing was published since', () => {
    const all = [dossier([old, fresh]), dossier([old, fresh])] as const;
    const quiet = composeBrief(all[0], words, { day: '2023-01-01', dossier: all[1] });
    for (const b of [quiet, composeBrief(all[0], words)]) {
      expect(b.sections.flatMap((s) => marksOf(b, s.name)).filter(([mark]) => mark !== null)).toEqual([]);
      expect(b.notes.some((n) => n.isNew)).toBe(false);
    }
  });
});
