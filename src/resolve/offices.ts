import { foldName } from './names/spelling.js';

/** Offices as far as they tell one person from another: 副外长 and 外交部副部长 are one office, 外长 and 总理 can be one career. */

const words: readonly (readonly [RegExp, string])[] = [
  [/^(?:deputy prime minister|vice prime minister|phó thủ tướng.*|вице-премьер.*|заместитель председателя правительства)$/, '副总理'],
  [/^(?:prime minister|premier|thủ tướng.*|премьер-министр|председатель правительства|chancellor|канцлер)$/, '总理'],
  [/^(?:vice president|phó chủ tịch nước|вице-президент)$/, '副总统'],
  [/^(?:president|tổng thống|президент)$/, '总统'],
  [/^(?:chủ tịch nước|state president)$/, '国家主席'],
  [/^(?:general secretary|party chief|tổng bí thư.*|генеральный секретарь.*)$/, '总书记'],
  [/^(?:chủ tịch quốc hội|national assembly chair(?:man|woman)?|председатель национального собрания)$/, '国会主席'],
  [
    /^(?:deputy foreign minister|deputy minister of foreign affairs|thứ trưởng (?:bộ )?ngoại giao|заместитель министра иностранных дел)$/,
    '外交部副部长',
  ],
  [/^(?:foreign minister|minister of foreign affairs|bộ trưởng (?:bộ )?ngoại giao|министр иностранных дел|глава мид)$/, '外交部长'],
  [/^(?:defen[cs]e minister|minister of (?:national )?defen[cs]e|bộ trưởng (?:bộ )?quốc phòng|министр обороны)$/, '国防部长'],
  [/^(?:ambassador|đại sứ.*|посол.*)$/, '大使'],
  [/^(?:minister|bộ trưởng|министр)$/, '部长'],
  [/^(?:(?:speaker|chair(?:man|woman)?) of .*|speaker|спикер.*)$/, '议长'],
];

const short: readonly (readonly [RegExp, string])[] = [
  [/^(?:政府|内阁|联邦政府|部长会议|国务院|联邦)(?=副?总理|副?首相|副?主席|常务|第一)/, ''],
  [/^(?:常务|第一)(?=副)/, ''],
  [/^首相$/, '总理'],
  [/^副首相$/, '副总理'],
  [/^副(?:外长|外相)$/, '外交部副部长'],
  [/^(?:外长|外交部?部长|外交大臣|外相)$/, '外交部长'],
  [/^副防长$/, '国防部副部长'],
  [/^(?:防长|国防部?部长|国防大臣)$/, '国防部长'],
  [/^(?:特命全权大使|驻.+大使|大使馆大使)$/, '大使'],
  [/^(?:越共中央|老挝人民革命党中央|党中央|中共中央)总书记$/, '总书记'],
  [/^(.+)部部长$/, '$1部长'],
];

/** One spelling for an office, in whatever language; an office that no table knows stays as it is. */
export function officeKey(office: string): string {
  const plain = foldName(office);
  if (!/\p{Script=Han}/u.test(plain)) {
    const lower = plain.toLowerCase();
    return words.find(([form]) => form.test(lower))?.[1] ?? lower;
  }
  return short.reduce((text, [form, full]) => text.replace(form, full), plain.replace(/\s/g, ''));
}

/** In what walk of life an office is held. */
export type Walk = 'public' | 'other' | 'unknown';

const privateWords =
  /教授|学者|专家|博士|研究员|记者|作家|诗人|导演|演员|歌手|艺术家|教练|球员|运动员|选手|总裁|董事|经理|首席执行官|企业家|创始人|律师|医生|主教|法师|professor|journalist|ceo|coach|director|профессор|журналист|giáo sư/;
const publicWords =
  /总统|总理|首相|主席|委员|书记|部长|外长|防长|大臣|大使|领事|参赞|公使|武官|发言人|秘书|议长|议员|代表|国王|女王|王储|亲王|埃米尔|苏丹|酋长|省长|市长|州长|区长|司长|局长|厅长|国务卿|特使|专员|行长|检察|法官|助理|顾问|元首|首脑|领导人|领袖|总督|司令|参谋|将军|上将|中将|少将|大校|主任|署长|院长|minister|president|ambassador|secretary|spokes|министр|президент|посол|chủ tịch|bộ trưởng/;

/** The walk of life of an office; `unknown` where none of its words tells. */
export function walkOf(office: string | null): Walk {
  return office === null ? 'unknown' : officeForm(office).walk;
}

function walkIn(office: string): Walk {
  const key = officeKey(office).toLowerCase();
  if (privateWords.test(key)) return 'other';
  return publicWords.test(key) ? 'public' : 'unknown';
}

/** How two offices stand to each other: `same`, `compatible` as steps of one career, `unknown`, or `apart`. */
export type OfficeRelation = 'same' | 'compatible' | 'unknown' | 'apart';

const pastOrFuture = /^(?:前|原|已故|候任|时任|当选)|候选人|^(?:former|ex-|elect)/;

/** An office ready to be compared. `past`: held by somebody before, or not yet (前, 原, 候任). */
export interface OfficeForm {
  key: string;
  walk: Walk;
  past: boolean;
}

export function officeForm(office: string): OfficeForm {
  const before = forms.get(office);
  if (before) return before;
  if (forms.size >= mostRemembered) forms.clear();
  const form = formOf(office);
  forms.set(office, form);
  return form;
}

/** The same offices come again and again. */
const forms = new Map<string, OfficeForm>();
const mostRemembered = 20_000;

function formOf(office: string): OfficeForm {
  const bare = office.replace(/^(?:前任?|原|已故|候任|时任|当选|代理|代)/, '').replace(/^(?:former|acting) /i, '');
  return { key: officeKey(bare), walk: walkIn(office), past: pastOrFuture.test(office.toLowerCase()) };
}

/** 国家主席 ends in 主席; 副总理 does not end in 总理. */
function endsIn(long: string, end: string): boolean {
  return long !== end && long.endsWith(end) && !long.slice(0, -end.length).endsWith('副');
}

/** Whether one person may hold both, at one time or in one career. */
export function relate(a: OfficeForm, b: OfficeForm): OfficeRelation {
  if (a.key === b.key || endsIn(a.key, b.key) || endsIn(b.key, a.key)) return 'same';
  if (a.walk === 'unknown' || b.walk === 'unknown') return 'unknown';
  return a.walk === 'public' && b.walk === 'public' ? 'compatible' : 'apart';
}

const single = /^(?:总理|总统|国家主席|国会主席|议长|外交部长|国防部长|总书记|国王|秘书长)$/;

/** An office that a country has one holder of at a time. */
export function hasOneHolder(office: string): boolean {
  return single.test(officeKey(office));
}
