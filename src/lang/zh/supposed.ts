import { as, isA } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import type { ClauseView } from './clause-view.js';
import { isSaidAtOnce } from './wished.js';

/** 如A决定…, 假设A…: a condition. 如今, 如期, and 如5月A释放…, an instance, are none. */
const IF =
  /^(?:但|而|并|不过)?(?:如果|就算|哪怕|即使|即便|假如|假设|假使|倘若|倘|万一|一旦|要是|若(?![干非])|如若|如(?![今此同何下实期意数上中前愿约常是其一\d]))/;
/** A若能访问B: the same behind its subject. */
const IF_BEHIND =
  /(?<![般宛恍仿倘])若(?:能够?|要|想|真|不|再|敢|将|继续|决定|选择|拒绝|无法|有意|打算|执意)[^,。]*$|(?<=[\u4e00-\u9fff])(?:即使|即便)(?!.*了)[^,。]*$/;
/** 或于今晚抵达, 疑遭B攻击: reported as what may be. */
const MAY = /(?<![、\d年月日])或(?:将|可|会|可能|于[^,。]{1,12})[^,。]{0,24}$|疑(?:似|遭|被|叫|派|向|对|在|以|将|又|再)[^,。]{0,20}$|疑$/;
/** What only follows from it. */
const THEN = /^(?:[^,。]{0,12})?(?:就|便|则|那么|才会|必|势必|可以)/;
/** A day to come. */
const AHEAD = /^(?:明[天日年晚早]|后[天年]|下个?(?:周|月|星期|季度)|来年)/;
/** What one has in mind to do. */
const MEANT =
  /(?:^|[,对])欲[^,。]{0,20}$|(?:想要?(?=在|对|向|与|同|和|以|把|将)|急于|意欲|有意于|盘算|研拟|筹划|谋划|计划(?:于|在)?[^,。]{0,16}宣布)[^,。]{0,24}$/;
/** 外界预期A宣布…, 仍需购买: expected of somebody, or needed. */
const EXPECTED =
  /(?:外界|市场|各界|各方|人们|分析(?:师|人士)?|舆论)(?:普遍|曾|一度|都|均)?(?:预期|预计|预料|料|猜测|揣测)[^,。]*$|(?:仍|还|均|都|尚)需(?:要|从|向)?$/;
/** What may yet come of a meeting that is told as the subject: 会见可能推迟到14日举行. */
const MAY_MOVE = /^[^,。]{0,6}(?:可能|或将|恐将|恐怕|恐)(?:会|将|要|被|再)?(?:推迟|延后|延期|改期|取消|提前|推后|举行|泡汤|告吹)/;

/** 访问将可能恶化局势: what it would bring. */
const WOULD = /^[^,。]{0,8}(?:将可能|可能会?|将会?)(?:强化|导致|恶化|引发|影响|加剧|损害|有助|助长|破坏|改变)/;
/** 希望在9月同B达成协议, 原定访问B: hoped for, once meant. */
const HOPED =
  /(?:希望|期望|谋求|寻求|强烈要求|(?<![期企企])盼|渴望|有意|热切期待)[^,。]{0,4}(?:在|于|能|尽|同|与|和|先)[^,。]*$|原[订定]的?$/;
/** 曾盼, 一度希望. */
const ONCE = /(?:曾|曾经|一度|原本|本来)(?:希望|盼|盼望|想|有意|打算|计划|期望)[^,。了]{0,12}$/;
const CONTACT = /^(?:meeting|visit|call|agreement|signing|consultation|negotiation|conference)$/;

/** What is only supposed, meant or to come by the words of its clause or of the condition before it, where no verb of the clause has said so. */
export function supposed(scene: ClauseView): 'planned' | 'possible' | undefined {
  if (isSaidAtOnce(scene)) return undefined;
  const { text, trigger, clause } = scene;
  const start = clause[0]!.start;
  const end = clause[clause.length - 1]!.end;
  const lead = text.slice(start, trigger.start).replace(/(\d),(?=\d{3})/g, '$1');
  const tail = text.slice(trigger.end, end);
  if (opensIf(scene) && !/等$/.test(tail)) return 'possible';
  if (MAY_MOVE.test(tail) || MAY.test(lead)) return 'possible';
  if (/^[^,。]{0,24}在即$/.test(tail) || /^[^,。]{0,4}(?:定期|即将|将于|将在|势将|将(?:正式|全面|逐步)?(?:解除|取消|撤销))/.test(tail))
    return 'planned';
  // 曾盼与B通话, 在不久的将来访问: wished, or to come.
  if (
    CONTACT.test((as(trigger, 'v')?.value as Entry | undefined)?.value ?? '') &&
    (ONCE.test(lead) || /不久的将来|(?:适当|方便)的?(?:时候|时机|时间)|(?:择期|择机|适时)[^,。]{0,6}$/.test(lead))
  )
    return 'planned';
  if (/(?:承诺|答应|保证)了?(?:会|将|立即|立刻|马上|尽快|大量)*$/.test(lead)) return 'planned';
  if (/了$/.test(trigger.text) || /^了/.test(tail) || clause.some((t) => /^(?:了|已|已经|曾|曾经)$/.test(t.text))) return undefined;
  if (followsFromIf(scene) && (THEN.test(lead) || /^[^,。]{0,8}再[对向]/.test(lead))) return 'possible';
  const kind = (as(trigger, 'v')?.value as Entry | undefined)?.value ?? '';
  if (CONTACT.test(kind) && WOULD.test(tail)) return 'possible';
  if (CONTACT.test(kind) && /^这(?:也|还)?将(?:会)?是/.test(lead)) return 'planned';
  // 在对B加征关税前: not yet.
  if (/^(?:sanction|restriction)$/.test(kind) && /^(?:之)?前$/.test(tail) && !scene.before().some((t) => isA(t, 'time'))) return 'planned';
  if (/(?:^|[他她它方国军])(?:也|还|都|仍)能够?$/.test(lead)) return 'possible';
  // 警告说,要对B加征关税; 会后能与B会面; 推动会议取得成功.
  if (/^“?要[对向把将在]/.test(lead)) return 'planned';
  if (
    CONTACT.test(kind) &&
    (/^(?:才|还|也|仍)?能够?[与同和跟在]/.test(lead) || (/推动[^,。]*$/.test(lead) && /^[^,。]{0,12}取得(?:圆满)?成功/.test(tail)))
  )
    return 'planned';
  if (MEANT.test(lead) || EXPECTED.test(lead) || (CONTACT.test(kind) && HOPED.test(lead))) return 'planned';
  const { text: day } = scene.before().findLast((t) => isA(t, 'time')) ?? { text: '' };
  const from = scene.before().findLastIndex((t) => isA(t, 'time'));
  if (
    AHEAD.test(day) &&
    !scene
      .before()
      .slice(from)
      .some((t) => isA(t, 'v', 'say'))
  )
    return 'planned';
  return undefined;
}

/** 如A决定加征关税: whether the clause opens with a condition. */
export function opensIf(scene: ClauseView): boolean {
  const lead = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  return IF.test(lead) || IF_BEHIND.test(lead);
}

/** Whether a clause before in the sentence is the condition of this one. */
function followsFromIf(scene: ClauseView): boolean {
  for (let c = scene.clauseAt - 1; c >= 0 && c >= scene.clauseAt - 3; c--) {
    const led = scene.clauses[c]!;
    if (IF.test(scene.text.slice(led[0]!.start, led[led.length - 1]!.end)) || led.some((t) => /^(?:如果|若|假如|倘若|一旦)$/.test(t.text)))
      return true;
    if (led.some((t) => isA(t, 'say'))) return false;
  }
  return false;
}
