import type { Draft } from '../../grammar/draft.js';
import { isGroup } from '../../knowledge/countries.js';
import type { EventKind } from '../../model/statement.js';

/** Events that one state alone can have towards others. */
const ALONE: ReadonlySet<EventKind> = new Set(['interview', 'press-conference', 'mobilisation', 'statement', 'entry-into-force']);
/** Offices in a firm, a school, a party or a club. */
const PRIVATE =
  /公司|集团|协会|商会|研究|大学|学院|学会|基金会|俱乐部|企业|董事|创始人|教授|学者|专家|律师|教练|导演|医生|党主席|执行[官长]/;
/** Who says something for himself. */
const ONESELF =
  /(?:活动|维权|异见|异议|民主|人权|宗教|商界|业内|环保|反战)人士$|活动家|学者$|专家$|教授$|分析师$|评论员$|评论家$|作家$|记者$|博主$|网民|律师$|商人$|居民$|学员$|艺人$|导演$|教练$|球员$/;
/** What a state says by those who speak for it. */
const VOICED: ReadonlySet<EventKind> = new Set([
  'criticism',
  'accusation',
  'protest',
  'praise',
  'request',
  'threat',
  'rejection',
  'thanks',
]);
/** Works that concern two where they are the other's in a story of the agency's own country and of it. */
const ABROAD: ReadonlySet<EventKind> = new Set(['opening', 'establishment', 'launch']);
/** One state with its special regions. */
const ONE_STATE: ReadonlySet<string> = new Set(['CN', 'HK', 'MO']);

/** States whose agencies write Chinese for readers at home; any other writes it for foreigners, to whom its own country is abroad. */
const AT_HOME_IN_CHINESE: ReadonlySet<string> = new Set(['CN', 'TW', 'HK', 'MO', 'SG']);

/** The country whose own affairs an agency with this home tells to foreigners; nothing where it writes for readers at home. */
export function toldAbroad(home: string | null): string | null {
  return home !== null && !AT_HOME_IN_CHINESE.has(home) ? home : null;
}

/**
 * Whether what was read is between states: a congress, an opening or a launch of one country alone is its own affair, and so is what it
 * means to do in a story that names no other.
 * @param named codes of the states and groups that the story names in full
 * @param home home country of the agency
 */
export function isBetweenStates(d: Draft, named: ReadonlyMap<string, number>, home: string | null): boolean {
  switch (d.type) {
    case 'event': {
      const [only] = d.countries;
      if (only === undefined || (d.countries.length > 1 && d.countries.every((c) => ONE_STATE.has(c)))) return false;
      if (VOICED.has(d.kind)) {
        const by = d.actors.filter((a) => a.role === 'actor');
        if (by.length > 0 && by.every((a) => ONESELF.test(a.office ?? ''))) return false;
      }
      if (d.kind === 'meeting' && d.actors.some((a) => /律师$/.test(a.office ?? ''))) return false;
      // 议员致函联合国: of which state, nobody says.
      if (
        d.countries.length === 1 &&
        d.actors.some((a) => a.role === 'recipient') &&
        d.actors.every((a) => a.role === 'recipient' || a.country === null)
      )
        return false;
      if (d.countries.length !== 1 || isGroup(only) || only === toldAbroad(home)) return true;
      if (ABROAD.has(d.kind)) return home !== null && only !== home && isOfTwo(named, only, home);
      // Whom the agency asks abroad speaks of his country, whatever he is.
      if (/^(?:interview|press-conference)$/.test(d.kind) && (home === null || only === home) && isPrivate(d.actors)) return false;
      return ALONE.has(d.kind) && (only !== home || namesOther(named, only));
    }
    case 'body':
    case 'project':
      return d.parties.length !== 1 || isGroup(d.parties[0]!) || d.parties[0] === toldAbroad(home);
    case 'commitment':
      return d.by.length !== 1 || d.to.length > 0 || namesOther(named, d.by[0]!);
    case 'position':
      return d.by.length !== 1 || d.about.length > 0 || namesOther(named, d.by[0]!);
    default:
      return true;
  }
}

/** Whether all of some people speak for a firm, a school, a party or a club, which is no matter between states. */
function isPrivate(people: readonly { office: string | null }[]): boolean {
  return people.length > 0 && people.every((a) => PRIVATE.test(a.office ?? '') && !/友好/.test(a.office ?? ''));
}

/** Whether the two are the states that the story names most. */
function isOfTwo(named: ReadonlyMap<string, number>, a: string, b: string): boolean {
  const most = [...named].filter(([c]) => !isGroup(c)).sort(([, m], [, n]) => n - m);
  return most.length >= 2 && most.slice(0, 2).every(([c]) => c === a || c === b);
}

function namesOther(named: ReadonlyMap<string, number>, code: string): boolean {
  for (const c of named.keys()) if (c !== code && !(ONE_STATE.has(c) && ONE_STATE.has(code))) return true;
  return false;
}
