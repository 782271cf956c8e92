import { as, isA } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { codesIn } from '../phrases/codes-in.js';
import type { Scene } from '../scene.js';
import { DONE_FOR, isContactAhead, isDeed, isStraight, marksObject } from './deeds.js';
import { isToldAt } from './ought.js';
import { capitalAsState } from './voice.js';

/** What the two sides have, and what comes of it by itself. */
const OF_NO_SIDE =
  /的[^,]{0,14}(?:指标|贸易额?|关系|合作|交流|前景|潜力|水平|形势|局势|产品|货物|人民|事业|影响|成果|会议|访问|友谊|发展|经济|市场|项目|协议|协定|决定|做法|举措|政策|局面|行动|措施)$|(?:此举|经济(?:增速)?|进?出口|贸易额|人口|货币|股市|这|此次[^,]{0,6}|结果)$/;

/** 将 before a nominal predicate or an effect (将为…创造条件) is a forecast, not a promise. */
export function plans(scene: Scene, inSpeech: boolean): boolean {
  const next = scene.after()[0];
  const own = scene.ownSubject().flatMap((p) => (p.kind === 'place' ? [...capitalAsState(scene, p), p] : p));
  // 双方达成共识,将加强合作.
  const goesOn = scene.at === 0 && scene.carried.length === 1 && scene.carried[0]!.kind === 'joint' && isDeed(scene);
  if (own.length === 0 && !inSpeech && !goesOn) return false;
  if (
    scene.trigger.text.startsWith('将') &&
    !DONE_FOR.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end)) &&
    (isA(next, 'state', 'pair', 'joint', 'organisation', 'document', 'person', 'measure') ||
      /^(?:为|是|成|使|对|于|有|让|更|会|需要?|须|这|该|此|他|她|其|上述|有关|双边|受|遭|被|得到|导致|引发|造成|必须|面临|不得不|造福|证明|展示|带来|产生|迎来|取决|设在|设于|有助|包括|包含|涵盖)/.test(
        next?.text ?? '',
      ) ||
      /^(?:已|曾|已经|早已|早就)$/.test(scene.before().at(-1)?.text ?? ''))
  )
    return false;
  if (marksObject(scene) || isOfPaperBefore(scene)) return false;
  // 贸易额的各项指标将…: what will be is no side's doing.
  const last = own[own.length - 1];
  if (last && OF_NO_SIDE.test(scene.text.slice(last.span.end, scene.trigger.start))) return false;
  // 要求B停止…,将船只撤出: still what is asked of B.
  const wish = scene.clauses[scene.clauseAt - 1]?.findLast((t) => isA(t, 'will'));
  if (own.length === 0 && scene.at === 0 && ['requested', 'hoped'].includes((as(wish, 'will')?.value as Entry | undefined)?.value ?? ''))
    return false;
  // 一致同意,将…: told with what was agreed.
  const told = scene.clauses[scene.clauseAt - 1];
  const closing = told?.at(-1);
  if (own.length === 0 && closing && (as(closing, 'will')?.value as Entry | undefined)?.value === 'agreed') return false;
  if (told && closing && /^(?:承诺|保证|允诺|答应)$/.test(closing.text) && isToldAt(told.slice(0, -1))) return false;
  if (
    /^[必定]将$/.test(scene.trigger.text) &&
    !/作出|做出|采取|反制|回击|奉陪|捍卫/.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))
  )
    return false;
  const speaker = scene.registers.speaker?.value;
  const { chart, span } = scene.sentence;
  const isOfOthers = own.some((p) => p.kind === 'office') && codesIn(chart, span.start, span.end).length > 1;
  const isSpeaker = own.some(
    (p) =>
      (p.kind === 'person' && p.name !== null && p.name === speaker?.name) ||
      (isOfOthers && p.span.start === scene.registers.speaker?.span.start),
  );
  // 拜登政府将…, 尹锡悦承诺将…: a leader's word is their state's.
  const gap = own.length === 1 && own[0]!.kind === 'person' ? scene.text.slice(own[0]!.span.end, scene.trigger.start) : '';
  if (/^政府|(?:承诺|宣布|誓言|保证)$/.test(gap) && isStraight(scene, own[0]!) && isDeed(scene) && !isContactAhead(scene)) return true;
  if (own.length > 0 && !isSpeaker && !own.some((p) => p.kind === 'state' || p.kind === 'joint' || p.kind === 'organisation'))
    return inSpeech && /^(?:致力|决定|继续)/.test(scene.trigger.text);
  if (
    scene
      .after()
      .slice(0, 5)
      .some((t) => isA(t, 'v') && ['visit', 'meeting', 'conference'].includes((as(t, 'v')!.value as Entry).value)) &&
    scene.registers.speaker === null
  )
    return false;
  return true;
}

/** 该协定与另一协定互补,将提升…: what a paper, and no side, does in the clause before goes on. */
function isOfPaperBefore(scene: Scene): boolean {
  const led = scene.clauses[scene.clauseAt - 1];
  if (scene.at > 0 || !led) return false;
  const says = led.findLastIndex((t) => isA(t, 'say'));
  const first = led.slice(says + 1).find((t) => !/^[“「]$/.test(t.text) && !isA(t, 'time'));
  return (
    first !== undefined &&
    (/^(?:该|此|这)[项一份个]?$|^(?:协[议定]|条约|计划|项目|工程|基金)|^[A-Z]{2,}/.test(first.text) || isA(first, 'document'))
  );
}
