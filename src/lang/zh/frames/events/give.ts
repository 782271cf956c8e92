import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { isA } from '../../../../grammar/token.js';
import { isGroup } from '../../../../knowledge/countries.js';
import type { EventKind } from '../../../../model/statement.js';
import { asGovernments } from '../../governments.js';
import { codesOfParties, otherOfTwo, stateParty } from '../../parties.js';
import { codesIn } from '../../phrases/codes-in.js';
import type { Party } from '../../registers.js';
import { Scene } from '../../scene.js';
import { event, isRelative, objectOf } from './make.js';

/** A向B捐赠… · A援助B · A向B提供贷款 · A购买B的…: something passes from one side to the other. */
export const give: Frame<Scene> = {
  id: 'zh/event/give',
  triggers: [{ cls: 'v', values: ['donation', 'aid', 'loan', 'purchase'] }],
  examples: [
    { text: '2021年8月,中国向柬埔寨捐赠300万剂新冠疫苗。', finds: ['event donation CN,KH 2021-08'] },
    { text: '2020年9月14日,俄罗斯决定向白俄罗斯提供15亿美元贷款。', finds: ['event loan BY,RU 2020-09-14'] },
    { text: '2024年5月20日,华盛顿宣布向乌克兰提供新的军事援助。', finds: ['event aid UA,US 2024-05-20'] },
    { text: '斐济总理感谢新西兰提供500万美元援助。', finds: ['event aid FJ,NZ', 'event thanks FJ,NZ'] },
    { text: '斐济总理感谢新西兰对维和行动的支持。', finds: [] },
    { text: '援助之手温暖人心。', finds: [] },
    { text: '法国协助马里购买直升机。', finds: [] },
    { text: '丹麦与乍得签署联合采购疫苗的备忘录。', finds: [] },
    { text: '尼泊尔2022年5月4日从不丹购买大量药品。', finds: ['event purchase BT,NP 2022-05-04'] },
  ],
  match(scene) {
    const kind = scene.word('v')!.value as EventKind;
    const contracted = kind === 'purchase' && scene.before().some((t) => /^签(?:署|订|约)/.test(t.text));
    // 移交仪式 of an office, where nothing is named that changes hands.
    const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
    if (
      /^[移转]交/.test(scene.trigger.text) &&
      /^仪式/.test(tail) &&
      !/物资|疫苗|设备|捐|援|项目|车辆|舰|艇/.test(scene.text.slice(scene.clauseSpan().start, scene.clauseSpan().end))
    )
      return [];
    // 签署采购坦克的意向书: what the paper is about.
    if (contracted && /^[^,。]{0,12}的(?:意向书|备忘录|协[议定]|谅解)/.test(tail)) return [];
    // 协助B购买快艇: B buys, some day.
    if (kind === 'purchase' && scene.before().some((t) => /^(?:协助|帮助|资助|用于|以便)$/.test(t.text))) return [];
    // 涉支援B的企业, 被指支援B: alleged of firms.
    if (/(?:涉|涉嫌|被指|被控|疑似)$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return [];
    const arrived = goods(scene);
    if (arrived) return [arrived];
    const thanked = thankedFor(scene, kind);
    if (thanked) return [thanked];
    if ((isRelative(scene) && kind !== 'purchase') || scene.isQuestion() || (scene.isNested() && !contracted)) return [];
    const subject = givers(scene, kind);
    if (subject.length === 0 || scene.before().some((t) => /^(?:阻止|阻挠|禁止|限制)/.test(t.text))) return [];
    const before = scene.before();
    const gives =
      kind === 'donation' ||
      kind === 'purchase' ||
      before.some((t) =>
        /^(?:提供|给予|援助|发放|获得|追加|划拨|再提供|落实|增加|派遣|派出|派|运送|运抵|交付|移交|启运|空运|运去|送去|送来|发运|拨款|拨付|批准)/.test(
          t.text,
        ),
      ) ||
      /^提供/.test(scene.trigger.text) ||
      scene.object().length > 0;
    if (!gives) return [];
    const from = new Set(codesOfParties(subject));
    let recipients = [
      ...scene.marked('to', 'with', ...(kind === 'purchase' ? ['from'] : [])),
      ...scene.object().filter((p) => !isMadeIn(scene, p)),
    ].filter((p) => p.codes.some((c) => !from.has(c.split('-')[0]!)) && !(p.kind === 'joint' && p.inherited));
    // 支援B的政策: backed, and nothing given.
    if (/^(?:支援|援助|驰援)/.test(scene.trigger.text) && BACKED.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end)))
      return [];
    const sum = (kind === 'loan' || kind === 'aid') && scene.clause.some((t) => isA(t, 'money', 'count'));
    if ((kind === 'purchase' || sum) && recipients.length === 0) {
      const other = otherOfTwo(scene.registers.pair, [...from]);
      if (other && (other.codes.every(isGroup) || !isForOthers(scene))) recipients = [other];
    }
    if (
      recipients.length === 0 &&
      /[向对给]其/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.end)) &&
      scene.registers.recipient
    )
      recipients = [scene.registers.recipient];
    if (recipients.length === 0) recipients = servedBy(scene, from);
    if (recipients.length === 0 && kind === 'aid') recipients = sentTo(scene, from);
    if (recipients.length === 0 && (kind === 'donation' || kind === 'aid')) recipients = fundOf(scene, from);
    if (recipients.length === 0) return [];
    const to = recipients.find((p) => p.codes.length === 1);
    if (to) scene.registers.recipient = { ...to, inherited: true };
    const amount = scene.clause.some((t) => isA(t, 'count', 'money'));
    if (!amount && kind !== 'donation' && scene.modality() === 'actual' && scene.registers.speaker !== null) return [];
    return [
      event(scene, {
        rule: give.id,
        kind,
        actors: subject,
        recipients,
        object: objectOf(scene.clause.slice(Math.max(0, scene.at - 6)), scene.text),
      }),
    ];
  },
};

/** 向非洲国家提供…; 提供…,支持非洲产业: for a region, and not for the other state that the story is about. */
function isForOthers(scene: Scene): boolean {
  const next = scene.clauses[scene.clauseAt + 1] ?? [];
  const told = scene.text.slice(scene.clause[0]!.start, scene.trigger.end);
  return (
    [...scene.clause, ...next].some((t) => isA(t, 'region')) ||
    /[向对给为][^,。]{0,8}(?:国家|各国|诸国|岛国|组织|机构|基金)|从[^,。]{2,14}(?:购买|采购)/.test(told)
  );
}

/** 捐赠50万剂B疫苗, 购买10架B战机: behind an amount, a state says where the goods are from; whom they go to stands before it. */
function isMadeIn(scene: Scene, p: Party): boolean {
  const counted = scene.after().find((t) => isA(t, 'count') && t.end <= p.span.start);
  const kind = scene.word('v')!.value;
  return (
    kind !== 'purchase' &&
    counted !== undefined &&
    p.kind === 'state' &&
    /^[^,。给向]{0,6}(?:疫苗|产|制)/.test(scene.text.slice(p.span.end))
  );
}

/** What is backed by words. */
const BACKED = /^[^,。]{0,24}(?:政策|立场|主张|路线|倡议|候选|申办|入盟|提案|决议)[”。]?$/;

/** A感谢B提供500万美元贷款: a sum that has been given by the one who is thanked. */
function thankedFor(scene: Scene, kind: EventKind): Draft | undefined {
  const before = scene.before();
  const at = before.findIndex((t, i) => scene.has([t], 'v', 'thanks') && isA(before[i + 1], 'state', 'organisation', 'title', 'person'));
  if (at < 0 || kind === 'purchase' || scene.isQuestion() || isRelative(scene)) return undefined;
  const rest = before.slice(at + 2);
  const given = rest.findIndex((t) => /^(?:提供|给予|捐赠|捐助|拨付|拨款|援助)了?$/.test(t.text));
  if (given < 0 || given > 4 || !rest.some((t) => isA(t, 'money', 'count')) || rest.some((t) => t.text === ',')) return undefined;
  const recipients = (at > 0 ? new Scene({ ...scene, at }).subject() : scene.subject()).filter((p) => p.kind !== 'place');
  const donor = scene.parties([before[at + 1]!]);
  if (codesOfParties(recipients).length !== 1 || codesOfParties([...recipients, ...donor]).length !== 2) return undefined;
  return event(scene, { rule: give.id, kind, actors: donor, recipients, modality: 'actual', object: objectOf(rest, scene.text) });
}

/** Who gives or buys; a capital that does stands for its government. */
function givers(scene: Scene, kind: EventKind): Party[] {
  const own = scene.ownSubject();
  const rest = scene.text.slice(own[0]?.span.end ?? 0, scene.trigger.start);
  const isSeat =
    own.length > 0 && own.every((p) => p.kind === 'place') && !/酝酿|寻求/.test(rest) && !(kind === 'purchase' && rest.includes('的'));
  return (isSeat ? asGovernments(own, scene.text) : scene.subject()).filter((p) => p.kind !== 'place');
}

/** A援助的物资运抵B, A援助物资在B举行交接仪式: whose goods they are stands before the word, where they come to elsewhere in the clause. */
function goods(scene: Scene): Draft | undefined {
  if (!/(?:援助|捐赠|救援|支援|援|赠)(?:的)?(?:物资|物品|疫苗|设备)?$/.test(scene.trigger.text)) return undefined;
  const span = scene.clauseSpan();
  if (scene.marked('to').length > 0) return undefined;
  if (!/运抵|抵达|运往|空运|启运|交接|移交|交付|送抵|运至|到货/.test(scene.text.slice(span.start, span.end))) return undefined;
  const before = scene.before();
  let i = before.length - 1;
  while (i >= 0 && i > before.length - 5 && !isA(before[i], 'state', 'organisation')) i--;
  const donor = scene.parties(before.slice(i, i + 1)).filter((p) => p.kind !== 'place');
  const from = codesOfParties(donor);
  const rest = [...before.slice(0, Math.max(0, i)), ...scene.after()].filter((t) =>
    isA(t, 'state', 'place', 'organisation', 'person', 'title'),
  );
  const to = scene.parties(rest).filter((p) => p.codes.some((c) => !from.includes(c.split('-')[0]!)));
  if (from.length !== 1 || codesOfParties(to).length !== 1) return undefined;
  return event(scene, {
    rule: give.id,
    kind: 'aid',
    actors: donor,
    recipients: to.slice(0, 1),
    object: objectOf(scene.clause, scene.text),
  });
}

/** 为B提供优惠贷款. */
function servedBy(scene: Scene, from: ReadonlySet<string>): Party[] {
  const before = scene.before();
  const at = before.findIndex((t, i) => t.text === '为' && isA(before[i + 1], 'state', 'title', 'person', 'joint'));
  return at < 0 ? [] : scene.parties([before[at + 1]!]).filter((p) => p.codes.length > 0 && !p.codes.some((c) => from.has(c)));
}

/** 派出救援队前往B: whither they are sent. */
function sentTo(scene: Scene, from: ReadonlySet<string>): Party[] {
  const after = scene.after();
  const at = after.findIndex((t) => /^(?:前往|赶赴|奔赴|赴|飞赴|飞往|驰援|赶往)$/.test(t.text));
  const isSent = at >= 0 && at <= 3 && scene.before().some((t) => /^(?:派|派出|派遣)了?$/.test(t.text));
  return isSent ? scene.parties(after.slice(at + 1, at + 2)).filter((p) => p.country !== null && !from.has(p.country)) : [];
}

/** 向B能源支持基金捐款: the state that the name behind 向 holds. */
function fundOf(scene: Scene, from: ReadonlySet<string>): Party[] {
  const before = scene.before();
  const at = before.findLastIndex((t) => /^[向给]$/.test(t.text));
  if (at < 0 || scene.trigger.start - before[at]!.end > 16) return [];
  const codes = codesIn(scene.sentence.chart, before[at]!.end, scene.trigger.start).filter((c) => !from.has(c));
  return codes.length === 1 ? [stateParty(codes, before[at]!)] : [];
}
