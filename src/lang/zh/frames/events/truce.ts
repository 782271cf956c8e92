import type { Frame } from '../../../../grammar/frame.js';
import { codesOfParties, stateParty } from '../../parties.js';
import { codesIn } from '../../phrases/codes-in.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { isAsked, isDue } from './act-limits.js';
import { event, isRelative } from './make.js';

/** What stands between the two and the word: that they agree, and how they hold their fire. */
const AGREE =
  /(?:同意|一致同意|宣布|商定|约定|达成|实现|接受)了?(?:自|从|于|将自|将于|在)?[^,。]{0,14}?(?:全面|立即|立刻|暂时|临时|无条件|人道主义|停止敌对行动和|实现|开始|正式|重新|局部|彻底|永久|\d+[小时天日周个月]+)*$/;
/** What is still wanted, near or in doubt. */
const NOT_YET =
  /未|没有?|拒绝|不(?:会|愿|肯)|呼吁|敦促|要求|希望|促使|促成|推动|促|劝|可能|或将?|有望|接近|即将|一旦|如果|若|是否|能否|除非|愿|准备|考虑|建议|提议|否认|应|必须|期待|声称|争取|力争|为了|以便|据称|据传/;
/** 停火协议, 停火谈判: told by their own words. */
const NOUN =
  /^(?:协[议定]|谈判|磋商|方案|建议|提议|倡议|条件|计划|期间|线|监督|安排|问题|的(?!决定|共识|消息)|决议|条款|路线图|框架|承诺|呼吁|后|前|以来)/;

/** A与B同意全面停火, A和B宣布停火: two who fought agree to stop. */
export const truce: Frame<Scene> = {
  id: 'zh/event/truce',
  triggers: [{ cls: 'truce' }],
  examples: [
    { text: '2024年5月2日,苏丹与乍得同意全面停火。', finds: ['event agreement SD,TD 2024-05-02'] },
    { text: '秘鲁和厄瓜多尔宣布立即停火。', finds: ['event agreement EC,PE'] },
    { text: '肯尼亚外长表示,苏丹和乍得已同意停火。', finds: ['event agreement SD,TD'] },
    { text: '苏丹与乍得同意自周五午夜起停火72小时。', finds: ['event agreement SD,TD'] },
    { text: '苏丹与乍得未能达成停火。', finds: [] },
    { text: '肯尼亚总统呼吁苏丹与乍得同意停火。', finds: [] },
    { text: '苏丹与乍得举行停火谈判。', finds: [] },
    { text: '苏丹政府宣布单方面停火。', finds: [] },
    { text: '苏丹与乍得愿意停火。', finds: [] },
  ],
  match(scene) {
    const { start, end } = scene.clauseSpan();
    const lead = scene.text.slice(start, scene.trigger.start);
    const tail = scene.text.slice(scene.trigger.end, end);
    // 7月28日同意停火后: a day of its own.
    const isPast = /^后(?![续期])/.test(tail) && scene.groups().times.length > 0;
    if ((NOUN.test(tail) && !isPast) || scene.isQuestion() || isRelative(scene)) return [];
    const agrees = AGREE.exec(lead);
    if (!agrees || NOT_YET.test(lead) || isAsked(scene) || isDue(scene)) return [];
    const led = scene.clauses
      .slice(0, scene.clauseAt)
      .flat()
      .map((t) => t.text)
      .join('');
    if (/如果|一旦|呼吁|敦促|希望/.test(led)) return [];
    const sides = [...scene.ownSubject(), ...scene.marked('with')].filter((p) => p.kind !== 'place');
    const named = sides.filter((p) => p.span.start < start + agrees.index);
    const both = codesOfParties(named).length === 2 ? named : fighting(scene, lead);
    if (codesOfParties(both).length !== 2) return [];
    return [event(scene, { rule: truce.id, kind: 'agreement', actors: both, modality: 'actual' })];
  },
};

/** A与B的冲突升级,但在10日宣布停火; A与B的冲突最终达成停火: the two whose fight it was. */
function fighting(scene: Scene, lead: string): Party[] {
  const led = scene.clauses[scene.clauseAt - 1];
  const isHere = /冲突|交火|战[争事斗]|敌对/.test(lead);
  const from = isHere ? scene.clause[0]!.start : led?.[0]?.start;
  if (
    from === undefined ||
    (!isHere && (scene.ownSubject().length > 0 || !/冲突|交火|战[争事斗]|敌对/.test(scene.text.slice(from, scene.clause[0]!.start))))
  )
    return [];
  const codes = codesIn(scene.sentence.chart, from, scene.trigger.start);
  return codes.length === 2 ? codes.map((c) => stateParty([c], scene.trigger, true)) : [];
}
