import { as, type Token } from '../../grammar/token.js';
import type { Party, Registers } from './registers.js';
import type { PersonValue, TitleValue } from './token.js';

/** Callings whose bearers speak of states and for none. */
const CALLINGS: ReadonlySet<string> = new Set(['expert', 'academic', 'business', 'media', 'cleric', 'former', 'spouse', 'justice']);
const OFFICES =
  /专家|学者|教授|分析师|分析人士|研究[员所院]|研究中心|智库|记者|评论|律师|创[办始]人|学家|作家|活动家|首席\S{0,4}官|执行长|公司|董事|居民|难民|民众|网民|运动员|基金会|法官|消息人士|消息来源|知情人士|检察官|(?:反对|在野)党|^前(?!线)|[国府院]前(?:总|首|外|副|驻)/;
const STATE_OFFICES = /教皇|教宗|现任|总检察长|(?:外交部|国防部|政府|总统府|总理府|国务院|白宫|外交)(?:消息)?人士/;
/** Papers, firms, schools and polls are no voice of their country. */
const NAMES =
  /(?:[日时晚早周]报|报|周刊|杂志|电视台|电台|通讯社|媒体|官媒|大学|学院|智库|研究所|研究院|研究中心|政策中心|公司|集团|协会|基金会|民调|球队|板球)$/;

/** Notes in the registers whether whoever was just said to speak is an onlooker: an expert, a paper, somebody out of office. */
export function noteTeller(registers: Registers, token: Token | undefined, voice: Party): void {
  const name = voice.name ?? voice.office;
  if (name === null) return;
  const person = token && (as(token, 'person')?.value as PersonValue | undefined);
  const titles = person ? person.titles : token && as(token, 'title') ? [as(token, 'title')!.value as TitleValue] : [];
  const office = voice.office ?? '';
  if (STATE_OFFICES.test(office)) return;
  const calls = titles.length > 0 && titles.every((t) => CALLINGS.has(t.category));
  if (calls || OFFICES.test(office) || (voice.kind === 'organisation' && NAMES.test(name))) registers.onlookers.add(name);
}

/** Whether somebody stands for no state by what they are called: an expert, a refugee. */
export function looksOnFrom(p: Party): boolean {
  if (p.kind === 'organisation' && p.name !== null && NAMES.test(p.name)) return true;
  return p.office !== null && OFFICES.test(p.office) && !STATE_OFFICES.test(p.office);
}

/** Whether the one who speaks tells of states from outside: what is said is then no word of their own state. */
export function isOnlooker(registers: Registers): boolean {
  const name = registers.speaker?.value.name;
  if (!name) return false;
  if (registers.onlookers.has(name)) return true;
  for (const known of registers.onlookers) if (known.includes('·') && name.length >= 2 && known.split('·').includes(name)) return true;
  return false;
}
