import { isA } from '../../../../grammar/token.js';
import { isGroup } from '../../../../knowledge/countries.js';
import type { EventKind } from '../../../../model/statement.js';
import { codesOfParties, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { namedBefore } from '../blamed.js';
import { statesIn } from './act-names.js';

/** Acts whose object is only what follows at once: 指责A跟随B. */
export const DIRECTED = new Set<EventKind>(['accusation', 'criticism', 'request', 'threat', 'rejection', 'thanks']);

/** Of these, what is blamed, asked or threatened has a side of its own that the words name first. */
export const BLAMES: ReadonlySet<EventKind> = new Set<EventKind>(['accusation', 'criticism', 'request', 'threat']);

/** Words that make what follows them a thing done to it, or dealt with: 反对侵害A主权, 谴责入侵A, 反对与A往来. Whoever does it stands before them. */
const DONE_TO =
  /任何|一切|侵害|侵犯|侵略|入侵|进攻|攻打|攻击|袭击|空袭|轰炸|炮击|打击|制裁|干涉|危害|损害|破坏|针对|对抗|抗击|出兵|遏制|打压|孤立|支持|援助|帮助|接触|建交国|加入|屈从|听命|追随|试图|企图|旨在|(?<!要|将|会)[向给为与同在]$/;

/** The first group of sides behind 批评, 要求, 感谢; none where the group stands inside what is spoken of. */
export function aimedAt(scene: Scene, kind: EventKind): Party[] {
  const out: Party[] = [];
  for (const t of scene.after()) {
    // 批评坐在他面前的B代表: the pronoun is no side. 收回有关B问题的言论: what they are about.
    if (isA(t, 'pron') || /(?:有关|关于|涉及)$/.test(scene.text.slice(t.start - 2, t.start))) continue;
    const here = scene.parties([t]);
    if (here.length > 0) {
      if (out.length === 0 && BLAMES.has(kind) && DONE_TO.test(scene.text.slice(scene.trigger.end, t.start))) return [];
      out.push(...here);
    } else if (out.length > 0 && !/^[、和与及]$|^以及$/.test(t.text)) break;
    else if (isA(t, 'v', 'say')) break;
  }
  return out;
}

/** 呼吁公民不要前往B, 警告在B的留学生. */
const OWN_PEOPLE = /^(?:本国|该国|其|在[^,。]{1,3})?[^,。释停撤归交放保]{0,6}(?:公民|国民|侨民|留学生|游客|旅客)/;

/** Whether a word of this kind names behind it somebody of its own side, or what is done to another, so that no state in what it goes on to say is meant: 呼吁本国公民不要前往B, 反对侵害B主权. */
export function isAimedElsewhere(scene: Scene, kind: EventKind, own: ReadonlySet<string>): boolean {
  if (kind === 'rejection') return isOfWhatIsSaid(scene);
  if (!BLAMES.has(kind)) return false;
  if (/^(?:request|threat)$/.test(kind) && OWN_PEOPLE.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))) return true;
  const tokens = scene.after();
  const first = tokens.findIndex((t) => scene.parties([t]).length > 0 && !isA(t, 'pron'));
  // 反对制裁B: the verb stands straight behind.
  if (first < 0) return DONE_TO.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 2));
  const codes = codesOfParties(scene.parties([tokens[first]!]));
  return (codes.length > 0 && codes.every((c) => own.has(c))) || DONE_TO.test(scene.text.slice(scene.trigger.end, tokens[first]!.start));
}

/** 驳斥出兵B导致危机的指控, 拒绝对B的决定置评: whoever said it is named straight behind the word or not at all. */
function isOfWhatIsSaid(scene: Scene): boolean {
  const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  return /(?:指控|指责|说法|报道|传闻|猜测|批评|质疑|传言)[”」]?$/.test(tail) && scene.parties(scene.after().slice(0, 1)).length === 0;
}

/** B的言论是干涉内政,A对此坚决反对: whoever does in the clauses before what 此 points at. */
export function whoseDoing(scene: Scene, own: ReadonlySet<string>): Party | undefined {
  const [by] = [...own];
  const named = by === undefined ? [] : namedBefore(scene, by);
  return named.length === 1 && !own.has(named[0]!) && !isGroup(named[0]!) ? stateParty(named, scene.trigger, true) : undefined;
}

/** An attack, an accident or a death that a word of grief or blame is about, which makes nobody the one to blame: 谴责B发生的恐怖袭击. */
const BEFELL = /(?:恐怖|自杀式?|炸弹|爆炸|枪击|汽车炸弹|系列)[^,。]{0,4}(?:袭击|爆炸|事件|案)|恐袭|袭击事件|爆炸事件|暴力|遇难|遇害/;
/** What follows whoever does something. */
const DOES =
  /^(?:政府|当局|总统|总理|军队|军|方面|方|国家|武装|领导人|外长)*(?:在|对|向|的|以|用|持续|继续|不断|多次|再次|一再|近日|日前|\d)/;

/** Words that name whoever did it. */
const BY = /对[^,。]{1,16}(?:的|发动|发起|实施)|(?:发动|发起|实施|制造|策划|支持|纵容|资助|煽动|庇护|参与|主使|犯下)/;

/** Whether what is blamed befell whomever the words name (谴责B首都的爆炸事件, 对袭击予以强烈谴责), or is done by nobody of a state (就西方的举动). */
export function isOfWhatBefell(scene: Scene): boolean {
  const { start, end } = scene.clauseSpan();
  const tail = scene.text.slice(scene.trigger.end, end);
  const led = /(?:对|就)([^,。]{2,40})$/.exec(scene.text.slice(start, scene.trigger.start))?.[1] ?? '';
  // 谴责B在…的暴力: B does it.
  const first = scene.after().find((t) => scene.parties([t]).length > 0);
  if (first && first.start - scene.trigger.end <= 1 && DOES.test(scene.text.slice(first.end, end))) return false;
  const own = /^了?(?:该国|本国|现任?|执政)?(?:政府|当局|内阁|警方|总统|总理|首相|军政府)(?!间)/;
  const what = /^(?:表示|予以|表达|提出|予)/.test(scene.trigger.text) || tail === '' ? led : tail;
  // 抗议政府的做法: one's own.
  if (own.test(what) && scene.marked('to').length === 0) return true;
  return (BEFELL.test(what) && !BY.test(what)) || /^(?:西方|国际社会|外界|舆论|[一部有个][些分关别]国家)/.test(led);
}

/** Who speaks for no government. */
const NO_GOVERNMENT = /党$|党派|反对派|民众|团体|协会|公司|媒体|议员|专家|学者|受害者|市长|市民|示威者|员工/;

/** Whether whoever blames is a party, a crowd or a private body, which is not set against the other state of a passage. */
export function isPrivateVoice(parties: readonly Party[]): boolean {
  return parties.some((p) => NO_GOVERNMENT.test(p.office ?? '') || (p.kind === 'organisation' && NO_GOVERNMENT.test(p.name ?? '')));
}

/** 对极端组织的暴行表示谴责: what is spoken of is named, and it is no doing of the other of two. */
export function isOfSomethingElse(scene: Scene): boolean {
  const led = /(?:对|就|针对)([^,。]{2,60})$/.exec(scene.text.slice(scene.clauseSpan().start, scene.trigger.start))?.[1];
  return (
    led !== undefined &&
    scene.word('v')?.value !== 'protest' &&
    (/组织|分子|恐怖|袭击|暴力|自然灾害|地震|疫情/.test(led) ||
      !/[这此该其]|上述|有关|相关|做法|决定|行[为径动]|言论|举动|声明|表态|立场|政策|措施|法案|制裁|关税|挑衅|行动|说法|指责|报告|文件|决议/.test(
        led,
      ))
  );
}

/** A必须停止军事行动,解除封锁: a clause that begins with its verb goes on with what somebody should do. */
export function isDueBefore(scene: Scene): boolean {
  const led = scene.clauses[scene.clauseAt - 1];
  return (
    led !== undefined &&
    scene.before().every((t) => /^(?:并|并且|以及|和|立即|彻底|全面)$/.test(t.text)) &&
    led.some((t) => /^(?:必须|应当|应该|应立即|须|务必|不得|应)$/.test(t.text)) &&
    !/了$/.test(scene.trigger.text) &&
    led[led.length - 1]!.text !== '”'
  );
}

/** A警告说,将作出反击: what A would do is told behind the word. */
export function warnsOfDeeds(scene: Scene): boolean {
  // 将作出回应: the deed itself, unless the warning is told before it.
  if (scene.word('v')?.notes === 'retaliate')
    return !scene.clauses.slice(0, scene.clauseAt).some((c) => c.some((t) => /警告|扬言|威胁/.test(t.text)));
  const next = scene.clauses.slice(scene.clauseAt + 1, scene.clauseAt + 4);
  return next.some((c) =>
    /回应|反[制击]|还击|报复|回击|代价|后果|打击|反制|不惜|封锁|摧毁|措施|制裁|动武|武力|玩火|自焚|核武器|部署/.test(
      scene.text.slice(c[0]!.start, c[c.length - 1]!.end),
    ),
  );
}

/** 西方准备部署导弹, 一些国家实施制裁: others than states open the clause, and whoever speaks does it not. */
export function opensWithOthers(scene: Scene): boolean {
  return /^[“而但]?(?:西方|美西方|一些|部分|许多|多数|有关国家|国际社会|武装分子|恐怖分子|反对派|示威者|民众|叛军|他国|别国|各国|多国|外国|邻国|盟友|盟国|敌方|敌人|欧洲国家|其他国家)/.test(
    scene.text.slice(scene.clause[0]!.start, scene.trigger.start),
  );
}

/** 发来贺电的还有B总统, B提交的要求A…的草案, 发布旅行警告: told of as a thing, or to one's own people. */
export function isToldAsThing(scene: Scene, kind: EventKind): boolean {
  const lead = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  // 对此次袭击予以谴责: told already.
  if (/(?:[对就]|针对|关于)(?:此次|这[次起些]|该起?|上述)$/.test(lead)) return true;
  if (kind === 'congratulation' && /^的(?:还有|包括|有|国家|领导人)/.test(tail)) return true;
  if (kind === 'rejection' && /(?:置评|评论|透露|证实|说明|表态)$/.test(tail)) return true;
  // 回应B对A实施的新制裁: the noun tells it.
  if (/^(?:sanction|restriction)$/.test(kind) && /[对向][^,。]{1,14}(?:实施|采取|施加|征收|加征|祭出|实行)的[^,。]{0,4}$/.test(lead))
    return true;
  if (kind === 'request' && /的$/.test(lead) && /的/.test(tail)) return true;
  if (
    kind === 'criticism' &&
    /(?:没能|未能|否决|反对|起草|提交)[^,。]{0,3}$/.test(lead) &&
    /的(?:声明|决议|草案|提案|动议|议案|文件)/.test(tail)
  )
    return true;
  return kind === 'threat' && /(?:旅行|旅游|安全|天气|出行)$/.test(lead);
}

/** A的袭击违反联合国宪章, A的袭击旨在打击B资产: named behind the attack, and not struck by it. */
export function isNoTarget(scene: Scene, p: Party): boolean {
  const { start, end } = scene.clauseSpan();
  return (
    (p.codes.every(isGroup) && p.country !== 'NATO' && !/部队|车队|维和|人员|营地|基地|学校|驻/.test(scene.text.slice(start, end))) ||
    /^(?:行[为动])?(?:旨在|违反|意味|并非)/.test(scene.text.slice(scene.trigger.end, end))
  );
}

/** A当天批评,这是…: the other side of the passage is meant where the clause ends with the verb of somebody in office. */
export function isSaidOfOther(scene: Scene): boolean {
  const { pair } = scene.registers;
  const next = scene.after()[0];
  if (pair?.value.length !== 2 || (next !== undefined && !isA(next, 'say'))) return false;
  const led = scene.before().findLast((t) => !isA(t, 'time') && !/^(?:则|也|又|还|再次|强烈)$/.test(t.text));
  return isA(led, 'person', 'title') && !scene.text.slice(pair.span.start, scene.trigger.start).includes('\n');
}

/** 袭击由C发动,A扬言报复: the clause before names a state beside the two that the story is about, and not the other of these. */
export function namesOthers(scene: Scene, held: ReadonlySet<string>): boolean {
  const led = scene.clauses[scene.clauseAt - 1];
  const pair = scene.registers.pair?.value ?? [];
  const others = led ? codesOfParties(statesIn(scene, led[0]!.start, led[led.length - 1]!.end)).filter((c) => !held.has(c)) : [];
  return others.length > 0 && !others.some((c) => pair.includes(c));
}
