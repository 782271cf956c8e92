import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { asState, codesOfParties, stateParty } from '../../parties.js';
import { codesIn } from '../../phrases/codes-in.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { isCapital } from '../../words.js';
import { event } from './make.js';

/** Nouns for what one side does to another, with the kind of act that they name. */
const NOUNS: readonly [RegExp, EventKind][] = [
  [/^(?:网络|网路|黑客|骇客)攻击(?:行动)?/, 'cyberattack'],
  [/^(?:军事)?(?:封锁|围堵)|^(?:旅行|入境|出口|进口|禁飞|飞行)?禁令|^(?:出口|进口|入境|签证|旅行)(?:管制|限制)(?:措施)?/, 'restriction'],
  [/^(?:制裁(?:措施|行动)?|禁运(?:措施)?|(?:惩罚性|报复性|额外|高额)?关税|反倾销税|反制措施)/, 'sanction'],
  [/^(?:(?:武器|军火)(?:援助|供应|供给)|军援|援助(?!者|国|机构|组织|团体|人员|工作))/, 'aid'],
  [/^(?:军售|(?:武器|军火|军备)(?:销售|出售))/, 'purchase'],
  [/^(?:批评|谴责|抨击|斥责)(?!者|人士|声)/, 'criticism'],
  [/^(?:指责|指控)(?!者)/, 'accusation'],
  [
    /^(?:侵略(?:战争|行[为动径])?|入侵(?:战争|行[为动])?|(?:特别)?军事行动|军事打击|空袭|炮击|轰炸|围攻|围困|占领|袭击|攻击|进攻|攻势|战争|突袭|(?:导弹|飞弹|无人机|火箭弹)(?:袭击|攻击))/,
    'attack',
  ],
];
/** What may stand before the noun and leaves it what it is. */
const QUALIFIED =
  /^(?:新一轮|新一波|新的?|最新|最近|首[轮批次]|第?[一二三四五六七八九十\d]+[轮波次套项场]|这[轮波次场]|多[轮次项]|所有|一系列|一切|全面性?|严厉|严格|大规模|残酷|野蛮|残暴|暴力|公然|无端|无理|非法|单方面|不断|持续|连续|致命|猛烈|激烈|血腥|报复性?|惩罚性?|毁灭性|前所未有的?|史无前例的?|长期|现有|相关|有关|部分|主要|联合|军事|武装|武力|武器|导弹|飞弹|无人机|火箭弹|空中|地面|海上|跨境|越境|恐怖|经济|金融|能源|石油|原油|天然气|贸易|进出口|国际|人道主义|人道|财政|安全|紧急|巨额|大量|“|”|的)*$/;
/** Words that leave open whether there is such an act: possible, wanted, feared, lifted. */
const OPEN_BEFORE =
  /如果|一旦|假如|倘若|可能|潜在|避免|防止|预防|阻止|阻吓|吓阻|威慑|应对任何|不排除|考虑|拟议|未来|任何|是否|会不会|除非|遏制|遏阻|制止/;
const TURNED =
  /(?:否认|指控|指责|反对|解除|取消|放松|放宽|豁免|撤销|推动|提出|讨论|商讨|商议|计划|准备|打算|呼吁|要求|敦促|警告|威胁|担心|担忧|寻求|建议|提议|声称|支持|公布|宣布|批准|通过)$/;
const OPEN_AFTER =
  /^(?:的)?(?:威胁|可能|风险|危险|企图|意图|准备|计划|方案|提案|草案|提议|建议|法案|议案|前景|豁免|解除|放松|放宽|取消|撤销|暂停|议题|问题|讨论|能力|意愿|选项|性|政策|机制|不会|没有|从未|是否|将不|何时|[必应]?[将须](?:立即|全面)?停止|表示|表达|予以|深表|深感|感到|提出|作出|做出|加以|给予|强烈|严正|发出|进行(?:谴责|批评|回应|抗议))/;
/** Between a side and 对: adverbs and words for those who act for it. */
const BETWEEN =
  /^(?:政府|当局|方面|方|军队|军方|军|部队|空军|海军|等国|等|所|正在|正|目前|当前|持续|继续|已经|曾|长期|一直|再次|单方面|近期|日前|最近|此前|不断|全面|大举|公然|悍然|联合|共同|今天|当天|同日|昨天|以来|起|从|自|于|在)*$/;
/** 对B发动了新一轮的袭击: the verb is a finite one, and 的 belongs to what qualifies its object. */
const FINITE = /而|为|被|对|[“”《》]|(?:发动|发起|实施|进行|采取|施加|展开|开展|祭出|实行|推出|出台|征收|开征|加征|课征)(?=.)/;

/** A对B(发动)的袭击, A对B的制裁: an act that a noun names, wherever it stands in its sentence. */
export const nominal: Frame<Scene> = {
  id: 'zh/event/nominal',
  triggers: [{ cls: 'mark', values: ['to'] }],
  examples: [
    { text: '分析人士认为,俄罗斯对乌克兰的战争推高了粮价。', finds: ['event attack RU,UA'] },
    { text: '伊朗2024年4月13日对以色列发动的大规模袭击造成轻微损失。', finds: ['event attack IL,IR 2024-04-13'] },
    { text: '专家说,美国对古巴的经济封锁和制裁造成药品短缺。', finds: ['event restriction CU,US'] },
    { text: '由于欧盟对白俄罗斯的新一轮制裁,钾肥运输改道。', finds: ['event sanction BY,EU'] },
    { text: '若美国对伊朗的军事打击成真,油价将上涨。', finds: [] },
    { text: '各方讨论欧盟对白俄罗斯的制裁方案。', finds: [] },
    { text: '中国对日本的出口增长。', finds: [] },
  ],
  match(scene) {
    if (!/^(?:对|针对|对于)$/.test(scene.trigger.text)) return [];
    const { end } = scene.clauseSpan();
    const rest = scene.text.slice(scene.trigger.end, Math.min(end, scene.trigger.end + 56));
    const found = nounIn(rest);
    if (!found || scene.isQuestion()) return [];
    const actors = actorsBefore(scene);
    if (actors.length === 0) return [];
    const first = actors[0]!;
    const led = scene.text.slice(scene.clause[0]!.start, first.span.start);
    if (scene.before().some((x) => scene.has([x], 'mod', 'if') || scene.has([x], 'mod', 'possible'))) return [];
    if (OPEN_BEFORE.test(led) || TURNED.test(led.slice(-4))) return [];
    const noun = scene.trigger.end + found.at;
    const recipients = recipientsIn(scene, scene.trigger.end + found.of, actors);
    if (recipients.length === 0) return [];
    // 总统对盟友的攻击: in words.
    if (
      /^(?:攻击|进攻|攻势)/.test(found.noun) &&
      found.kind === 'attack' &&
      !found.armed &&
      actors.some((p) => p.kind === 'person' || p.kind === 'office')
    )
      return [];
    const inside = scene.clause.filter((t) => isA(t, 'time') && t.start >= first.span.start && t.end <= noun);
    const dated = inside.map((t) => scene.timeOf(t, 'past')).find((x) => x !== null);
    return [
      event(scene, {
        rule: nominal.id,
        kind: found.kind,
        actors,
        recipients,
        modality: 'actual',
        date: dated ? { ...dated, own: true } : null,
        span: { start: first.span.start, end: noun + found.noun.length },
      }),
    ];
  },
};

/** The noun of an act after B和的, with where it begins, and where the group of B ends. */
function nounIn(rest: string): { kind: EventKind; noun: string; at: number; of: number; armed: boolean } | undefined {
  for (let of = rest.indexOf('的'); of > 0 && of <= 40; of = rest.indexOf('的', of + 1)) {
    if (FINITE.test(rest.slice(0, of))) return undefined;
    const tail = rest.slice(of + 1, of + 25);
    for (let skip = 0; skip <= 14 && skip < tail.length; skip++) {
      if (skip > 0 && !QUALIFIED.test(tail.slice(0, skip))) continue;
      for (const [form, kind] of NOUNS) {
        const hit = form.exec(tail.slice(skip));
        if (!hit) continue;
        if (OPEN_AFTER.test(tail.slice(skip + hit[0].length))) return undefined;
        return {
          kind,
          noun: hit[0],
          at: of + 1 + skip,
          of,
          armed: /军事|武装|武力|导弹|飞弹|无人机|火箭|地面|空中|发动|发起/.test(rest.slice(0, of + 1 + skip)),
        };
      }
    }
  }
  return undefined;
}

/** Whoever stands straight before 对, with those whom 和 joins to it. */
function actorsBefore(scene: Scene): Party[] {
  const before = scene.before();
  let i = before.length - 1;
  while (i >= 0 && !isSide(before[i]!) && (isA(before[i], 'time', 'mod') || BETWEEN.test(before[i]!.text))) i--;
  if (i < 0 || !isSide(before[i]!)) return [];
  const out = sideOf(scene, before[i]!);
  while (i >= 2 && /^(?:、|和|与|及|以及)$/.test(before[i - 1]!.text) && isSide(before[i - 2]!)) {
    i -= 2;
    out.unshift(...sideOf(scene, before[i]!));
  }
  return out.every((p) => p.codes.length > 0 && !p.inherited) ? out : [];
}

function isSide(t: Token): boolean {
  return isA(t, 'state', 'pair', 'organisation', 'person', 'title') || (isA(t, 'place') && isCapital(t.text));
}

/** A capital stands for its state. */
function sideOf(scene: Scene, t: Token): Party[] {
  return scene.parties([t]).map(asState);
}

/** The states named from 对 to the end of its group, in longer names too. */
function recipientsIn(scene: Scene, to: number, actors: readonly Party[]): Party[] {
  const own = codesOfParties(actors);
  const tokens = scene.after().filter((t) => t.end <= to);
  if (tokens.some((t) => isA(t, 'say'))) return [];
  const first = tokens.findIndex((t) => scene.parties([t]).length > 0);
  const named = first < 0 ? [] : scene.parties([tokens[first]!]).map(asState);
  for (
    let i = first + 1;
    first >= 0 && i + 1 < tokens.length && /^(?:、|和|与|及|以及)$/.test(tokens[i]!.text) && isA(tokens[i + 1], 'state');
    i += 2
  )
    named.push(...scene.parties([tokens[i + 1]!]));
  const codes =
    codesOfParties(named).length > 0
      ? named
      : codesIn(scene.sentence.chart, scene.trigger.end, to).map((c) => stateParty([c], scene.trigger));
  return codes.filter((p) => p.codes.length > 0 && p.codes.every((c) => !own.includes(c)));
}
