import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import type { Entry } from '../../../../lexicon/trie.js';
import { asState, codesOfParties, stateParty } from '../../parties.js';
import { codesIn } from '../../phrases/codes-in.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { isCapital } from '../../words.js';
import { isAsked, isDue, isHelped } from './act-limits.js';
import { hasToldSubject } from './act-told.js';
import { event, objectOf } from './make.js';
import { supply } from './supply.js';

/** Arms and what armies need. */
const ARMS =
  /^[^,。;]{0,34}?(?:武器(?!级|化|管控|禁运)|军火|弹药|炮弹|导弹|飞弹|坦克|战车|榴弹炮|火炮|大炮|火箭炮|火箭系统|防空系统|反导系统|战机|战斗机|轰炸机|军机|装甲车|装甲运兵车|装甲车辆|装甲运输车|军事装备|军备|军用物资|军事物资|无人机(?!袭击|攻击)|自走炮|自行火炮|自行榴弹炮|军舰|护卫舰|巡防舰|巡逻[艇舰船]|潜艇|潜舰|地雷|防弹|军用直升机|攻击直升机|军事训练|F-\d+)/;
/** What keeps arms from going: refused, stopped, disputed, only spoken of. */
const NOT_GIVEN =
  /^用[于来以]|拒绝|停止|暂停|中止|反对|禁止|阻止|限制|警告|指控|指责|讨论|考虑|推迟|延迟|犹豫|支持|赞成|主张|威胁|担心|担忧|谴责|能否|是否|避免|无需|借口|意愿|抵制|允许|要求|呼吁|敦促|希望|请求|寻求|应该|应当|必须|可以|抨击|批评|称赞|如果|一旦|除非|假如|若|例如|加速|加快|不(?:会|再|应|能)?[向对为给]|未(?:能|曾)?[向对为给]|没有?[向对为给]|从未|或(?:者)?[向对为给]|[对就]向|(?:[对就]|关于|有关)$/;
/** 西方向B运送…: whoever gives is no side. */
const BY_OTHERS = /(?:西方|各国|国际社会|盟国|盟友|国家|他们|它们|人们|公司|企业)[^,。]{0,6}[向对为给][^,。]*$/;
/** What is promised is to come. */
const PROMISED = /承诺|保证|允诺|答应|打算|达成协议|矢言|誓言/;
/** 提供武器的问题: what is spoken of, not done. */
const SPOKEN_OF =
  /^[^,。]{0,10}(?:的(?:问题|可能|借口|建议|提议|请求|要求|呼吁|方面|讨论|争论|必要|意愿|能力|速度|主要门户|门户)|一事|问题)/;

/** A向B提供武器, A为B运送坦克, A提供给B的导弹, A向B出售战机: arms that go from one side to another. */
export const arms: Frame<Scene> = {
  id: 'zh/event/arms',
  triggers: [
    { cls: 'lv', values: ['give'] },
    { cls: 'ship', values: ['aid', 'purchase'] },
  ],
  examples: [
    { text: '2022年4月,斯洛伐克向乌克兰提供了S-300防空系统。', finds: ['event aid SK,UA 2022-04'] },
    { text: '德国将于7月向乌克兰运送15辆坦克。', finds: ['event aid DE,UA planned'] },
    { text: '美国向沙特阿拉伯出售战斗机。', finds: ['event purchase SA,US'] },
    { text: '波兰提供给乌克兰的坦克已经投入战斗。', finds: ['event aid PL,UA'] },
    { text: '匈牙利拒绝向乌克兰提供武器。', finds: [] },
    { text: '乌克兰总统呼吁法国提供更多武器。', finds: [] },
    { text: '中国向乌克兰提供粮食。', finds: [] },
  ],
  match(scene) {
    const { text } = scene.trigger;
    const ship = scene.word('ship');
    if (ship === undefined && !/^提供了?$/.test(text)) return [];
    const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
    const found = ARMS.exec(tail);
    if (!found || scene.isQuestion() || SPOKEN_OF.test(tail.slice(found[0].length))) return [];
    const lead = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
    if (NOT_GIVEN.test(lead) || BY_OTHERS.test(lead) || isAsked(scene) || isHelped(scene) || isDue(scene)) return [];
    const given = giversOf(scene);
    if (given.length === 0) return [];
    const own = codesOfParties(given);
    const to = receiversOf(scene, found[0].length).filter((p) => p.codes.length > 0 && p.codes.every((c) => !own.includes(c)));
    if (to.length === 0) return [];
    // Told as goods already.
    if (supply.match(scene).length > 0) return [];
    const modality = scene.modality();
    if (modality === 'denied') return [];
    const led = scene.clauses[scene.clauseAt - 1];
    const promised =
      PROMISED.test(lead) || (scene.ownSubject().length === 0 && led !== undefined && PROMISED.test(led.map((t) => t.text).join('')));
    return [
      event(scene, {
        rule: arms.id,
        kind: ship?.value === 'purchase' ? 'purchase' : 'aid',
        actors: given,
        recipients: to,
        modality: promised && modality === 'actual' ? 'planned' : modality,
        object: objectOf(scene.after(), scene.text),
      }),
    ];
  },
};

/** What a parliament or a head of state enacts for another state. */
const BILL = /^[^,。;]{0,40}?(?:增?援(?:助)?[^,。;]{0,16}|军援[^,。;]{0,8})(?:法案|方案|计划|拨款|经费|预算案)/;

/** 通过对B的军事援助方案, 签署援B法案: aid by law. */
export const aidBill: Frame<Scene> = {
  id: 'zh/event/aid-bill',
  triggers: [{ cls: 'enact' }],
  examples: [
    { text: '美国总统拜登2022年5月21日签署400亿美元援乌法案,乌克兰表示感谢。', finds: ['event aid UA,US 2022-05-21'] },
    { text: '美国众议院通过一项增援乌克兰的法案。', finds: ['event aid UA,US'] },
    { text: '加拿大总理敦促议会尽快通过对乌克兰的援助方案。', finds: [] },
    { text: '日本国会通过预算案。', finds: [] },
  ],
  match(scene) {
    const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
    const bill = BILL.exec(tail);
    if (!bill || scene.isQuestion() || isAsked(scene) || isDue(scene)) return [];
    if (
      /敦促|要求|呼吁|等待|希望|促|未能|反对|之前|推迟|以便|换取|加速|加快|为了/.test(
        scene.text.slice(scene.clause[0]!.start, scene.trigger.start),
      )
    )
      return [];
    const given = giversOf(scene).slice(-1);
    const own = codesOfParties(given);
    const end = scene.trigger.end + bill[0].length;
    const named = scene
      .after()
      .find((t) => t.end <= end && isEnd(t) && scene.parties([t]).some((p) => p.codes.every((c) => !own.includes(c))));
    const short = SHORT.exec(bill[0]);
    const [to] = named
      ? codesOfParties(scene.parties([named]).map(asState))
      : short
        ? stateCalled(scene, scene.trigger.end + short.index + 1)
        : codesIn(scene.sentence.chart, scene.trigger.end, end).filter((c) => !own.includes(c));
    if (own.length !== 1 || to === undefined) return [];
    return [event(scene, { rule: aidBill.id, kind: 'aid', actors: given, recipients: [stateParty([to], scene.trigger)] })];
  },
};

/** 援乌: the state by one character. */
const SHORT = /援(?!助)([\u4e00-\u9fff])(?:法案|方案|计划|拨款|经费|预算案)/;

/** The one state of the story that a character at a place stands for. */
function stateCalled(scene: Scene, at: number): readonly string[] {
  const short = scene.sentence.chart.startingAt(at).find((e) => e.cls === 'abbr');
  const named = short === undefined ? [] : (short.value as Entry).value.split('|').filter((c) => scene.cast.named.has(c));
  return named.length === 1 ? named : [];
}

/** Whoever gives: the subject of the clause, or of the one before where nobody speaks in between. */
function giversOf(scene: Scene): Party[] {
  const own = lastOf(
    scene,
    scene.ownSubject().filter((p) => p.kind !== 'joint' && (p.kind !== 'place' || isCapital(p.name ?? ''))),
  );
  const named =
    own.length > 0 ? own : scene.registers.speaker && !hasToldSubject(scene) ? [] : scene.carried.filter((p) => opensClause(scene, p));
  const out = named.map(asState);
  return out.every((p) => p.codes.length > 0) ? out : [];
}

/** The last of the parties with those that 和 joins to it. */
function lastOf(scene: Scene, all: readonly Party[]): Party[] {
  let from = all.length - 1;
  while (from > 0 && /^(?:、|和|与|及|以及)$/.test(scene.text.slice(all[from - 1]!.span.end, all[from]!.span.start))) from--;
  return all.slice(Math.max(0, from));
}

/** Whether a party stands at the head of its clause, and is not the object of another act there. */
function opensClause(scene: Scene, p: Party): boolean {
  if (p.kind === 'place' || p.kind === 'joint') return false;
  const clause = scene.clauses.find((c) => c[0]!.start <= p.span.start && p.span.end <= c[c.length - 1]!.end);
  const led = clause?.filter((t) => t.end <= p.span.start) ?? [];
  return (
    clause !== undefined &&
    led.every((t) => isA(t, 'time') || /^(?:但|但是|而|并|同时|不过|然而|此外|与此同时|另一方面|因此|尽管|虽然|目前|现在)$/.test(t.text)) &&
    !/西方|盟国|盟友|各国|多国|\d国/.test(scene.text.slice(p.span.end, scene.trigger.start))
  );
}

/** Whoever receives: 向B, 为B, 给B, 提供B武器. */
function receiversOf(scene: Scene, reach: number): Party[] {
  const marked = scene.marked('to').filter((p) => !p.inherited);
  if (marked.length > 0) return marked.map(asState);
  const before = scene.before();
  const at = before.findLastIndex((t, i) => /^(?:为|给|替)$/.test(t.text) && isEnd(before[i + 1]));
  if (at >= 0) return scene.parties([before[at + 1]!]).map(asState);
  const after = scene.after().filter((t) => t.end <= scene.trigger.end + reach + 8);
  const first = after.findIndex((t) => isEnd(t));
  if (first >= 0 && (first === 0 || after.slice(0, first).some((t) => /^(?:给|予)$/.test(t.text))))
    return scene.parties([after[first]!]).map(asState);
  return [];
}

function isEnd(t: Token | undefined): boolean {
  return isA(t, 'state', 'organisation', 'title') || (isA(t, 'place') && isCapital(t!.text));
}
