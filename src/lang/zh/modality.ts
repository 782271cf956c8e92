import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import type { Modality } from '../../model/statement.js';
import { beforeResumed, isContact, withoutTitles } from './clause-shapes.js';
import type { ClauseView } from './clause-view.js';
import { ENTITIES } from './grammar.js';
import { isLet, isOccasioned } from './nested.js';
import { marksObjectIn, marksObjectOf } from './object-marker.js';
import { continued } from './plans.js';
import { isInName } from './slogans.js';
import { supposed } from './supposed.js';
import { isAwaited, isOfWhatIsSaid, isPlanJoined, isSaidAtOnce, isWilledAt, isWishedBefore } from './wished.js';

/** Words for what is wanted, owed or agreed, and not yet done. */
const WANTED = /^(?:会继续|希望|期待|愿|考虑|建议|应|需要|呼吁|要求|提议|可|愿意|同意|一致同意|商定|(?:已|已经)?准备好|随时准备好)$/;

const CLOSES = /^(?:后|之后|时|期间|并|和|,)$/;

/** What the words around the trigger say about whether it happened. */
export function modalityOf(scene: ClauseView): Modality {
  if (/离境|离开/.test(scene.trigger.text)) return 'actual';
  const cancels = scene.word('v')?.value === 'cancellation';
  const before = withoutTitles(beforeResumed(scene.before()));
  const denial = before.findIndex((t) => /^(?:坚决|断然|矢口)?否认/.test(t.text));
  if (denial >= 0 && !before.slice(denial).some((t) => /^[的并和]$|^同时$/.test(t.text))) return 'denied';
  if (before[before.length - 1]?.text === '不' || before.some((t) => /^(?:并非|绝非|而非)$/.test(t.text))) return 'denied';
  // 不与B会面: what stands between belongs to the verb.
  const not = before.findLastIndex((t) => /^(?:不|没)$/.test(t.text));
  if (not >= 0 && /^(?:与|同|跟|和)$/.test(before[not + 1]?.text ?? '') && !before.slice(not + 1).some((t) => isA(t, 'v', 'say', 'will')))
    return 'denied';
  if (isToldAsDone(scene) || isSinceThen(scene)) return 'actual';
  const nearest = [...before].reverse();
  let isExpected = false;
  // 将访问B并与C会晤: what a plan joins is planned too.
  let joined = false;
  let opened: number = before.length;
  for (const t of nearest) {
    const at = before.indexOf(t);
    const led = before[at - 1];
    const isMarked = isA(led, 'mark') || before[at - 2]?.text === '、' || (isA(led, 'state') && isA(before[at - 2], 'mark'));
    if (
      isA(t, 'person') &&
      at > 1 &&
      !isMarked &&
      !(joined && isA(led, 'v')) &&
      !/^(?:陪同|随同|代表|派遣?|邀请|若|如果|倘若|假如|一旦)$/.test(led?.text ?? '')
    )
      break;
    if (isOfWhatIsSaid(scene, before, at) || (isInName(scene.text, t) && scene.text.slice(t.end, scene.trigger.start).includes('”')))
      continue;
    const mod = as(t, 'mod');
    // 将前往皇宫会见B: to go there is part of the plan.
    if (/^(?:前往|赴|飞往|飞赴|转往|转赴|奔赴)$/.test(t.text) && !before.slice(at).some((x) => x.text !== '和' && CLOSES.test(x.text)))
      continue;
    // 原计划派代表团赴B谈判: to send them is part of the plan.
    if (/^(?:派|派出|派遣)了?$/.test(t.text) && (isA(scene.trigger, 'visit-host') || (scene.word('v')?.value ?? '') === 'visit')) continue;
    // 将对B的军事援助发动袭击: the noun stands in a group of its own.
    if (at > opened) continue;
    // 将在B就职当天恢复…: when.
    if (isA(t, 'v') && /^(?:当[天日]|当晚)$/.test(before[at + 1]?.text ?? '')) continue;
    if (isA(t, 'v')) opened = openingOf(before, at);
    if (at > opened) continue;
    if (!joined && isA(t, 'v') && !isA(t, 'mod') && t !== scene.trigger && !/^(?:访|工作|正式|国事)/.test(scene.trigger.text)) break;
    if (
      /^[也还都仍又]?会$/.test(t.text) &&
      !(at === before.length - 1 && /会$/.test(scene.trigger.text) && isA(led, 'organisation')) &&
      !/^[在于该]$/.test(led?.text ?? '') &&
      !/^了/.test(scene.after()[0]?.text ?? '') &&
      isA(
        before[/^(?:继续|持续|进一步|再次|很快|尽快)$/.test(before[at + 1]?.text ?? '') ? at + 2 : at + 1] ?? scene.trigger,
        'mark',
        'lv',
        'v',
        'visit-host',
        'will',
      )
    ) {
      isExpected = true;
      continue;
    }
    if (
      (/^并且?$/.test(t.text) || (at === before.length - 1 && /^(?:及|以及|和)$/.test(t.text))) &&
      !isSaidAtOnce(scene) &&
      !isA(before[at + 1], 'person', 'title', 'state')
    ) {
      joined = true;
      continue;
    }
    const isMod = isA(led, 'mod') || (/^(?:很快|尽快|随后|立即|正式)$/.test(led?.text ?? '') && isA(before[at - 2], 'mod'));
    if (/^(?:并|并且|宣布|正式宣布)$/.test(t.text) && !(t.text.endsWith('宣布') && isMod) && led?.text !== '会') break;
    if (!mod) continue;
    // 和平计划表示反对: a plan by name.
    if (t.text === '计划' && isNounPlan(scene, before, at)) continue;
    const value = (mod.value as Entry).value;
    // 没有点名地批评B: done, without a name.
    if (value === 'denied' && /^(?:直接)?(?:点名|指名|具名)/.test(scene.text.slice(t.end, t.end + 4))) continue;
    // 可能的救助措施: a quality.
    if (value === 'possible' && before[at + 1]?.text === '的' && at + 2 < before.length) continue;
    // 合作研究等领域: a field.
    if (t.text === '研究' && isField(before, at)) continue;
    if (cancels && /^(?:原|预定)/.test(t.text)) continue;
    // 已经准备好…: ready is not done.
    if (value === 'past' && before.slice(at + 1, at + 4).some((x) => /^准备好?$/.test(x.text))) return 'planned';
    // 已提议与B举行谈判: proposed is not done.
    if (value === 'past' && isContact(scene.trigger) && /^(?:提议|建议|授权|批准|准许|允许)$/.test(before[at + 1]?.text ?? ''))
      return 'planned';
    if (value === 'past' || value === 'ongoing')
      return isExpected || (value === 'ongoing' && isWilledAt(before, at)) ? 'planned' : 'actual';
    if (value === 'planned' && t.text === '将' && (marksObjectOf(scene, t) || (joined && marksObjectIn(scene.clause, t)))) continue;
    // 否认 far before the trigger denies something else.
    if (
      value === 'denied' &&
      before.length - at > 3 &&
      !/打算|准备|计划/.test(t.text) &&
      (t.text === '否认' || !reachesTrigger(before.slice(at + 1)))
    )
      continue;
    // 没有考虑退出: not even thought of.
    if (t.text === '考虑' && /^(?:没有|没|未|不|从未|尚未)$/.test(led?.text ?? '')) return 'denied';
    if (value === 'planned' || value === 'denied' || value === 'possible') return value;
    if (value === 'if') return 'possible';
  }
  if (isExpected) return 'planned';
  // 批准将嫌犯引渡至B: let, and not yet done.
  if (/^引渡/.test(scene.trigger.text) && before.some((t) => isLet(scene, t))) return 'planned';
  if (scene.text.slice(scene.clause[0]!.start, scene.trigger.start).includes('不排除')) return 'possible';
  if (before.some((t) => /^按照?(?:原)?计划$/.test(t.text)) && !/^了/.test(scene.after()[0]?.text ?? '')) return 'planned';
  // 提出与B进行磋商: proposed.
  if (
    before.some((t, i) => /^(?:提出|提议|建议)$/.test(t.text) && isA(before[i + 1], 'mark') && /^(?:与|同|和)$/.test(before[i + 1]!.text))
  )
    return 'planned';
  // 几乎无法限制入境, 不曾关闭广播: within a few words, and no other verb between.
  const cannot = before.findLastIndex((t) => /^(?:无法|不曾|未曾|从不|难以|不可能|绝不能?|决不能?)$/.test(t.text));
  if (cannot >= 0 && before.length - cannot <= 4 && !before.slice(cannot + 1).some((t) => isA(t, 'v', 'say', 'will'))) return 'denied';
  // 正在考虑暂停, 倾向于实施, 宣布要停止: not yet.
  if (
    before.some(
      (t, i) =>
        ((as(t, 'will')?.value as Entry | undefined)?.value === 'considering' && before[i + 1]?.text !== '一下') ||
        (t.text === '倾向' && before[i + 1]?.text === '于') ||
        (t.text === '要' && isA(t, 'will') && i > 0) ||
        (/^(?:已)?(?:承诺|保证|誓言|发誓)$/.test(t.text) && isA(t, 'will') && !/^的$/.test(before[i - 1]?.text ?? '')),
    ) &&
    !/了$/.test(scene.trigger.text) &&
    !isSaidAtOnce(scene)
  )
    return 'planned';
  // 双方商定,年内启动…: the comma does not part what is agreed from the agreeing.
  const led = scene.clauses[scene.clauseAt - 1];
  const opener = /^[由应经]$/.test(led?.[0]?.text ?? '') ? undefined : led?.at(-1);
  if (
    opener &&
    /^(?:已|已经)?(?:一致|共同)?(?:同意|商定|约定|提议|建议),(?!.*[了过])/.test(scene.text.slice(opener.start, scene.trigger.end + 1))
  )
    return 'planned';
  // 正安排会晤: to come.
  if (/正在?(?:安排|筹备|筹划)[^,。]*$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return 'planned';
  // 推动B尽快签署…: wanted, not done.
  if (before.some((t) => /^(?:尽快|尽早|早日|力争|争取)$/.test(t.text)) && !/了$/.test(scene.trigger.text)) return 'planned';
  if (
    !isSaidAtOnce(scene) &&
    /(?:有可能|最有可能|不排除)/.test(scene.text.slice(scene.trigger.end, scene.clause[scene.clause.length - 1]!.end))
  )
    return 'possible';
  if (
    before.some(
      (t, i) =>
        isA(t, 'will') &&
        !(/同意$/.test(t.text) && /^(?:sanction|expulsion|recall|withdrawal)$/.test(scene.word('v')?.value ?? '')) &&
        !(t.text === '应' && isA(before[i + 1], ...ENTITIES)) &&
        !isOccasioned(before, i) &&
        !(i === before.length - 1 && scene.word('v')?.value === 'rejection') &&
        WANTED.test(t.text),
    )
  )
    return 'planned';
  const tail = scene.after();
  const verb = isA(scene.trigger, 'session', 'organisation') ? tail.findIndex((t) => isA(t, 'lv')) : -1;
  for (const t of tail.slice(0, Math.max(0, verb))) {
    const value = (as(t, 'mod')?.value as Entry | undefined)?.value;
    if (value === 'planned' || value === 'denied' || value === 'possible') return value;
  }
  if (tail.some((t) => t.text === '前夕')) return 'planned';
  if (isPlanJoined(scene)) return 'planned';
  const goingOn = continued(scene);
  if (goingOn) return goingOn;
  if (isWishedBefore(scene) || isAwaited(scene)) return 'planned';
  if (tail.some((t) => isA(t, 'mod') && (as(t, 'mod')!.value as Entry).value === 'planned' && t.text === '有望')) return 'planned';
  return supposed(scene) ?? 'actual';
}

/** 举行了会谈, 进行了数周谈判, 签署了: done, whatever stands before it, unless it hangs on something. */
function isToldAsDone(scene: ClauseView): boolean {
  const before = scene.before();
  const light = before.findLastIndex((t) => isA(t, 'lv') && t.text.endsWith('了'));
  const done =
    /.了$/.test(scene.trigger.text) ||
    (light >= 0 && !before.slice(light + 1).some((t) => isA(t, 'v', 'mod', 'will', 'say', 'lv') || CLOSES.test(t.text)));
  return (
    done && !before.some((t) => /^(?:if|denied|possible)$/.test((as(t, 'mod')?.value as Entry | undefined)?.value ?? '') || t.text === '会')
  );
}

/** 可能动用自入侵以来积累的储备: what a stretch began with has happened. */
function isSinceThen(scene: ClauseView): boolean {
  return (
    scene
      .before()
      .slice(-5)
      .some((t) => /^自从?$/.test(t.text)) &&
    scene
      .after()
      .slice(0, 5)
      .some((t) => t.text === '以来')
  );
}

/** 没有向B提供…, 不会就…与B进行谈判: the groups that belong to the verb stand straight behind the word, and nothing closes them. */
function reachesTrigger(between: readonly Token[]): boolean {
  const [first, ...rest] = between;
  if (first?.text === '就' && !isA(rest[rest.length - 1], 'lv')) return false;
  return (
    (isA(first, 'mark', 'time', 'state', 'person', 'title') || /^(?:通过|任何|安排|成功|追加)$/.test(first?.text ?? '')) &&
    !rest.some((t) => isA(t, 'say', 'will') || /^(?:而|却|但|并|后|之后|时|前|以来|便|才)$/.test(t.text)) &&
    !/(?:情况|前提)下/.test(rest.map((t) => t.text).join(''))
  );
}

/** 科学研究、合作研究等领域: the noun. */
function isField(before: readonly Token[], at: number): boolean {
  return (
    /^(?:等|、|领域|院|所|中心|人员|成果|报告|机构|项目|和|与|及)/.test(before[at + 1]?.text ?? '') ||
    /(?:合作|联合|科学|学术|共同|医学|技术|基础)$/.test(before[at - 1]?.text ?? '')
  );
}

/** Where the group opens that 对, 向 or 就 begins, that holds the verb at `at` and goes on to the trigger; the end of the clause without one. */
function openingOf(before: readonly Token[], at: number): number {
  const opens = before.slice(0, at).findLastIndex((t) => /^(?:对|向|就|围绕|针对)$/.test(t.text));
  const goesOn =
    opens >= 0 &&
    !before.slice(opens).some((t) => CLOSES.test(t.text) && t.text !== '和') &&
    !before.slice(opens, at).some((t) => isA(t, 'v', 'say'));
  return goesOn ? opens : before.length;
}

/** 和平计划, 这一计划, 计划失败: the noun, which says nothing of what is to come. */
function isNounPlan(scene: ClauseView, before: readonly Token[], at: number): boolean {
  const led = before[at - 1]?.text ?? '';
  const next = before[at + 1] ?? scene.trigger;
  return /(?:的|和平|停火|该|这一|此项|这项|上述|发展|援助|合作|点)$/.test(led) || /^(?:表示|提出|的|失败|受挫|、|和|,)/.test(next.text);
}

/** A question asks, and states nothing. */
export function isQuestion(text: string): boolean {
  return /[?？]”?$/.test(text) || /^(?:问|追问|又问|再问|记者|记者问|有记者问|提问|主持人)[:：]/.test(text);
}
