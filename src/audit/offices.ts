/** Offices as they are compared: 副外长 and 外交部副部长 are one, 外长 and 总理 are two. */

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/^(?:政府|内阁|联邦政府|部长会议)(?=副?总理|副?首相|副?主席)/, ''],
  [/^(?:常务|第一)(?=副)/, ''],
  [/^副外长$/, '外交部副部长'],
  [/^(?:外长|外交部?部长|外交大臣|外相)$/, '外交部长'],
  [/^(?:防长|国防部?部长|国防大臣)$/, '国防部长'],
  [/^(?:特命全权大使|驻.+大使|大使馆大使)$/, '大使'],
  [/^(.+)部部长$/, '$1部长'],
];

/** One spelling for an office; a former office (前, 原, 时任, 候任) keeps its word. */
export function officeKey(office: string): string {
  return shortForms.reduce((text, [form, full]) => text.replace(form, full), office.normalize('NFKC').replace(/\s/g, ''));
}

/** Held by somebody before, or not yet. */
export function isFormer(office: string): boolean {
  return /^(?:前|原|已故|候任|时任|当选)/.test(office) || /候选人|遗孀|夫人/.test(office);
}

/** Offices that can be one: equal, one inside the other, or one not said. */
export function officesAgree(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const [x, y] = [officeKey(a), officeKey(b)];
  return x === y || endsIn(x, y) || endsIn(y, x);
}

/** 国家主席 ends in 主席; 副总理 does not end in 总理. */
function endsIn(long: string, short: string): boolean {
  return long.endsWith(short) && !long.slice(0, -short.length).endsWith('副');
}

/** Offices that a country has one of at a time. */
export function isSingle(office: string): boolean {
  return /^(?:总理|首相|总统|国家主席|国会主席|议长|外交部长|国防部长|越共中央总书记|总书记|国王|秘书长)$/.test(officeKey(office));
}

/** The office that a deputy is deputy of: 外交部副部长 → 外交部长; any other office is itself. */
export function withoutDeputy(office: string): string {
  return officeKey(officeKey(office).replace('副', ''));
}

/** Two offices that differ, of which the one is deputy of the other or nobody holds both. */
export function unlikely(a: string, b: string): boolean {
  return !officesAgree(a, b) && (withoutDeputy(a) === withoutDeputy(b) || (isSingle(a) && isSingle(b)));
}
