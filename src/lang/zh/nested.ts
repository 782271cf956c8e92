import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import { isContact, isReason } from './clause-shapes.js';
import type { ClauseView } from './clause-view.js';
import { isSaidAtOnce } from './wished.js';

/** 应B要求与B通话: what one side asked for is why it was. */
export function isOccasioned(before: readonly Token[], i: number): boolean {
  return /^(?:要求|请求|提议)$/.test(before[i]!.text) && before.slice(Math.max(0, i - 4), i).some((x) => x.text === '应');
}

/** What can be opened: talks and exercises. */
const OPENED: ReadonlySet<string> = new Set(['negotiation', 'consultation', 'joint-exercise']);

/** Verbs whose object is talked about, not done: 讨论支援乌克兰, 消除冲突. */
const TREATS = /(?:应对|遭受|消除|防止|避免|化解|缓解|解决|预防|讨论|探讨|研究)(?!机制|方案|办法)[^,。并]{0,3}$/;

/** Inside the object of another act of the same clause: 暂停遣返合作, 指责A袭击B. */
export function isNested(scene: ClauseView): boolean {
  const before = scene.before();
  const led = scene.text.slice(before[Math.max(0, before.length - 4)]?.start ?? scene.trigger.start, scene.trigger.start);
  if (TREATS.test(led)) return true;
  for (let i = before.length - 1; i >= 0; i--) {
    const t = before[i]!;
    if (/^(?:并|、|及|和|并且|以及|,|同时|还|又)$/.test(t.text)) return false;
    // 从制裁名单中移除: a list.
    if (!isA(t, 'v') || isA(t, 'measure') || before[i + 1]?.text === '的' || /[清名]单$/.test(t.text)) continue;
    if (isInTopic(scene, before, i) || isHeldAgainst(scene, before, i) || isTalkedOf(scene, before, i)) continue;
    // 在声明中否认…: where it is said.
    if (/^[中里上]$/.test(before[i + 1]?.text ?? '') && before.slice(Math.max(0, i - 6), i).some((x) => x.text === '在')) return false;
    // 派遣医疗队: the verb only brings what the noun names.
    if (/^(?:arms|op)$/.test((as(t, 'v')!.value as Entry).notes)) continue;
    if (/(?:一事|问题|事宜|事件|之际|后|时|期间)/.test(scene.text.slice(t.end, scene.trigger.start))) continue;
    if (isContact(scene.trigger) && isOccasioned(before, i)) continue;
    // 批准向B提供援助, 裁定将嫌犯引渡至B: what is let be done.
    if (isLet(scene, t)) continue;
    // 对B的要求不予接受: the noun.
    if (i === before.length - 1 && (as(t, 'v')!.value as Entry).value === 'request' && scene.word('v')?.value === 'rejection') continue;
    // 以袭击为由对B实施制裁: the reason.
    if (isReason(before, i)) continue;
    // 启动了谈判: the verb only opens what the noun names.
    if (/^(?:正式|同时)?(?:启动|展开|开启)了?$/.test(t.text) && OPENED.has((scene.word('v')?.value ?? '') as string)) continue;
    // 举行就职以来首次通话, but not 是就任以来的第五次访问.
    if (isContact(scene.trigger) && /以来(?!的)/.test(scene.text.slice(t.end, scene.trigger.start))) continue;
    // 致信C谴责B: what the letter says.
    if ((as(t, 'v')!.value as Entry).value === 'message' && isSaidAtOnce(scene)) return false;
    // 邀请B到A举行会谈: what the guest is asked to.
    if (/^(?:诚挚|正式|再次)?邀请$/.test(t.text) && isContact(scene.trigger) && !before.slice(0, i).some((x) => /^应/.test(x.text)))
      return scene.word('v')?.value !== 'visit';
    return !['visit', 'meeting', 'call', 'statement', 'conference', 'press-conference', 'interview', 'invitation', 'investment'].includes(
      (as(t, 'v')!.value as Entry).value,
    );
  }
  return false;
}

/** 批准 and 裁定 before what a government or a court lets be given or handed over. */
export function isLet(scene: ClauseView, t: Token): boolean {
  const value = scene.word('v')?.value ?? '';
  return (
    /^(?:已)?(?:批准|裁定|核准)了?$/.test(t.text) &&
    (/^(?:aid|loan)$/.test(value) || (value === 'release' && /^引渡/.test(scene.trigger.text)))
  );
}

/** 就A在…集结向B提出抗议: the verb stands inside what the act is about. */
function isInTopic(scene: ClauseView, before: readonly Token[], i: number): boolean {
  const marked = (t: Token, ...values: string[]): boolean => values.includes((as(t, 'mark')?.value as Entry | undefined)?.value ?? '');
  if (!before.slice(0, i).some((t) => marked(t, 'about'))) return false;
  // 就战机被击落致信B, 就袭击使馆召见B大使.
  const written = /^(?:致[信函电]|召见|传召|约见|紧急召见)/.test(scene.trigger.text);
  return written || before.slice(i + 1).some((t) => marked(t, 'to'));
}

/** 就解除管制进行谈判, 就防止冲突达成共识: what a talk is about stands between 就 and the verb of the talk. */
function isTalkedOf(scene: ClauseView, before: readonly Token[], i: number): boolean {
  const value = scene.word('v')?.value ?? '';
  if (!/^(?:negotiation|consultation|meeting|call|agreement|signing)$/.test(value)) return false;
  const opens = before.slice(0, i).findLastIndex((t) => /^(?:就|围绕|针对)$/.test(t.text));
  return (
    opens >= 0 &&
    (/^(?:达成|签)/.test(scene.trigger.text) ||
      before.slice(i + 1).some((t) => isA(t, 'lv') && /^(?:举行|进行|展开|开展|重启|恢复)/.test(t.text)) ||
      /^(?:举行|进行|展开|通)/.test(scene.trigger.text))
  );
}

/** 对A允许B设立基地表示抗议: what a side speaks of stands between 对 and the word for what it says. */
function isHeldAgainst(scene: ClauseView, before: readonly Token[], i: number): boolean {
  return (
    /^(?:表示|表达|提出|予以|予|发出|加以|作出|进行|深表|致以|达成|批评|谴责|抗议|抨击)/.test(scene.trigger.text) &&
    before.slice(0, i).some((t) => /^(?:对|就|针对|对于)$/.test(t.text))
  );
}
