import { as, type Token } from '../../grammar/token.js';
import { isGroup } from '../../knowledge/countries.js';
import type { Registers } from './registers.js';
import type { OrgValue } from './token.js';
import { stateOfCity } from './words.js';

/** Offices and organs that one state alone has by these names. */
const ORGANS: readonly [RegExp, string][] = [
  [
    /^(?:外务省|防卫省|财务省|经济产业省|经产省|总务省|厚生劳动省|国土交通省|农林水产省|文部科学省|法务省|外务副?大臣|防卫副?大臣|防卫相|内阁官房|(?:副)?官房长官|外务事务次官|自卫队|天皇)/,
    'JP',
  ],
  [/^(?:青瓦台|统一部|国家安保室|国家情报院|国情院|联合参谋本部)/, 'KR'],
  [/^(?:白宫|五角大[楼厦]|国土安全部|联邦调查局|中央情报局|(?:常务)?副?国务卿|助理国务卿|前国务卿)/, 'US'],
  [/^(?:克里姆林宫|克宫|国家杜马|联邦安全局)/, 'RU'],
  [/^(?:唐宁街|白厅)/, 'GB'],
  [/^爱丽舍宫/, 'FR'],
  [/^(?:罗马)?教[皇宗]$/, 'VA'],
];
/** Those that need no other word for their state in the story. */
const ALWAYS = /国务卿|教[皇宗]|天皇|白宫|五角大|克里姆林宫|唐宁街|爱丽舍宫|青瓦台/;

/** The state whose office or organ this name can only be, in a story that names it. */
export function stateOfOrgan(name: string, named: ReadonlyMap<string, number>): string | null {
  const found = ORGANS.find(([form]) => form.test(name));
  return found && (ALWAYS.test(name) || named.has(found[1])) ? found[1] : null;
}

/** The state from which a story is sent that names it and not the agency's own: officials without a country are there. */
export function hostAt(place: string | null, home: string | null, named: ReadonlyMap<string, number>): string | null {
  const state = place === null ? null : (stateOfCity.get(place) ?? null);
  return state !== null && home !== null && state !== home && !named.has(home) && named.has(state) && !isGroup(state) ? state : null;
}

/** A ministry, parliament or government, which without a country is that of the agency's home. */
const STATE_ORGAN = /(?:部|政府|国会|国防部|外交部|银行|委员会|总局|办公厅|国务院|司令部|党委|市委|省委|局)$/;
const NO_STATE_ORGAN = /反政府|过渡政府|联合政府|地方政府|[州省市]政府/;
/** Organs that act for whoever was named last, in a story of other states than the agency's. */
const SEAT_OF_POWER = /^(?:总理|总统|首相)(?:办公室|府)$|^(?:外交部|国防部|政府|内阁|军方|国会|议会)$/;
/** So near must whoever was named last stand. */
const NEAR = 60;

/** So near the organ that is named without its state is the one that was named with it. Characters. */
const SAME = 240;

/** Organs that every state has by this name. */
const EACH_HAS = /^(?:外交部|国防部|总统府|总理府|议会|国会|军方|内政部|财政部)$/;

/** Keeps whose organ a clause names. */
export function rememberOrgan(registers: Registers, t: Token): void {
  const o = as(t, 'organisation')?.value as OrgValue | undefined;
  const code = o?.codes[0];
  if (!o || !code) return;
  const span = { start: t.start, end: t.end };
  if (o.codes.length === 1 && EACH_HAS.test(o.name) && !isGroup(code)) registers.organs.set(o.name, { code: code.split('-')[0]!, span });
}

/** What an organ needs to know of its story. */
interface Story {
  home: string | null;
  host: string | null;
  named: ReadonlyMap<string, number>;
  registers: Registers;
}

/** The state that acted last, right before `at`. */
function actedBefore({ state, person }: Registers, at: number): string | null {
  const own = person?.country && person.span.start > (state?.span.start ?? -1) ? { value: person.country, span: person.span } : state;
  return own && own.span.end <= at && at - own.span.end < NEAR ? own.value : null;
}

/** The state of an organ that a story names without one, or the codes that its name holds. */
export function codesOfOrgan(o: OrgValue, at: number, story: Story, isOfHome: boolean): string[] {
  // 國務院 told in Taipei is the American one.
  if (o.name === '国务院' && story.home === 'TW' && story.named.has('US')) return ['US'];
  if (o.codes.length > 0) return o.codes.map((c) => c.split('-')[0]!);
  const organ = stateOfOrgan(o.name, story.named);
  if (organ) return [organ];
  const last = story.home === null || !isOfHome ? story.registers.organs.get(o.name) : undefined;
  if (last && at > last.span.end && at - last.span.end < SAME) return [last.code];
  const led = (!isOfHome || story.home === null) && SEAT_OF_POWER.test(o.name) ? actedBefore(story.registers, at) : null;
  if (led) return [led];
  const home = story.host ?? (isOfHome ? story.home : null);
  return home && STATE_ORGAN.test(o.name) && o.name.length <= 14 && !NO_STATE_ORGAN.test(o.name) ? [home] : [];
}
/** 国务院发言人: of the American department; the Chinese council has none. */
const SPOKESMAN = /^国务院(?:首席|副|女)?发言人/;
/** Whose an office is by its name alone. */
export function stateByName(office: string | null, named: ReadonlyMap<string, number>): string | null {
  if (office === null) return null;
  if (SPOKESMAN.test(office) || (/^(?:共和|民主)党(?:籍)?(?:联邦)?(?:资深)?(?:[参众]议员|总统)$/.test(office) && named.has('US')))
    return 'US';
  return /^(?:国台办|国务院台湾事务办公室)/.test(office) ? 'CN' : null;
}
