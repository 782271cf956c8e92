import type { Draft } from '../../../../grammar/draft.js';
import type { Frame } from '../../../../grammar/frame.js';
import { isA, type Token } from '../../../../grammar/token.js';
import { asState, codesOfParties } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { isAsked, isDue } from './act-limits.js';
import { act } from './acts.js';
import { force } from './force.js';
import { event } from './make.js';

/** What may stand between those who hold it and the word. */
const KIND_OF =
  /^(?:联合|共同|军事|海军|陆军|空军|海上|空中|陆上|战略|战术|反恐|例行|年度|双边|三边|多边|大型|大规模|实弹|实兵|反潜|防空|登陆|首次|首场|指挥所|搜救|维和|边境|两军|两国|三国|三军|系列|代号|名为|的|“|”|-|—|\d+|\d+年)$/;
const SIDE = ['state', 'pair', 'organisation', 'title'] as const;
/** Where it is told that it is held. */
const HELD =
  /^[^,。的]{0,26}?(?:举行|开幕|启动|开始|展开|开展|进行|登场|举办|结束|落幕|闭幕|收官|拉开帷幕|拉开序幕)了?(?:实弹阶段|海上阶段)?[。”]?$/;
const OPEN =
  /反对|谴责|抗议|批评|抨击|指责|停止|暂停|取消|推迟|应对|回应|针对|观摩|如果|一旦|可能|呼吁|拒绝|是否|敦促|要求|讨论|考虑|无意|关于|有关|宣布不/;
const HOLDS = /^(?:举行|进行|展开|开展|启动|开始|组织|完成|结束|实施|举办)了?$/;

/** A与B联合海军演习在…举行, A军参加B军组织的演习, A与B举行联合战略演习: a drill of two sides or more that no single word tells. */
export const drills: Frame<Scene> = {
  id: 'zh/event/drills',
  triggers: [{ cls: 'drill' }, { cls: 'v', values: ['joint-exercise'] }],
  unless: [act, force],
  examples: [
    { text: '印度和斯里兰卡联合海军演习2024年5月2日上午在科伦坡附近海域举行。', finds: ['event joint-exercise IN,LK 2024-05-02'] },
    { text: '埃及与希腊举行联合战略演习。', finds: ['event joint-exercise EG,GR'] },
    { text: '蒙古国军队将参加印度陆军组织的“游牧之象”演习。', finds: ['event joint-exercise IN,MN planned'] },
    { text: '土耳其陆军将在阿塞拜疆参加山地联合演习。', finds: ['event joint-exercise AZ,TR planned'] },
    { text: '埃及反对希腊和塞浦路斯联合海军演习。', finds: [] },
    { text: '埃及陆军观摩希腊组织的演习。', finds: [] },
    { text: '希腊与塞浦路斯的消防演习由埃及人设计。', finds: [] },
  ],
  match(scene) {
    if (scene.isQuestion() || isAsked(scene) || isDue(scene)) return [];
    const { start, end } = scene.clauseSpan();
    if (OPEN.test(scene.text.slice(start, scene.trigger.start)) || /消防|地震|防疫|桌面|应急/.test(scene.text.slice(start, end))) return [];
    const modality = scene.modality();
    if (modality !== 'actual' && modality !== 'planned') return [];
    const sides = named(scene) ?? between(scene) ?? joining(scene);
    if (!sides) return [];
    const led = scene.text.slice(start, scene.trigger.start);
    const ahead =
      /(?:将|将于|拟|计划)[^,。]{0,12}(?:派出|派遣|派)[^,。]{1,14}参加/.test(led) ||
      /^[^,。]{0,12}(?:将|预计|拟|计划|定于)/.test(scene.text.slice(scene.trigger.end, end))
        ? 'planned'
        : modality;
    return [toDraft(scene, sides, ahead)];
  },
};

function toDraft(scene: Scene, sides: readonly Party[], modality: 'actual' | 'planned'): Draft {
  return event(scene, { rule: drills.id, kind: 'joint-exercise', actors: sides, modality });
}

/** At least two states among them, each side of one or of a pair. */
function ofTwo(sides: readonly Party[]): Party[] | undefined {
  const all = sides
    .filter((p) => p.kind !== 'place' && !p.inherited)
    .map((p) => (p.kind === 'organisation' && /^联合|组织$/.test(p.name ?? '') ? asState(p) : p));
  const codes = codesOfParties(all);
  return codes.length >= 2 && codes.length <= 6 && all.every((p) => p.codes.length > 0) ? all : undefined;
}

/** A与B联合海军演习…举行: those who hold it stand straight before its name. */
function named(scene: Scene): Party[] | undefined {
  if (!HELD.test(scene.text.slice(scene.trigger.end, scene.clauseSpan().end))) return undefined;
  const before = scene.before();
  let i = before.length - 1;
  while (i >= 0 && !isA(before[i], ...SIDE) && (KIND_OF.test(before[i]!.text) || isInQuotes(scene, before[i]!))) i--;
  const last = before[i];
  if (!last || !isA(last, ...SIDE)) return undefined;
  const name = scene.text.slice(last.start, scene.trigger.end);
  if (!/联合|共同|双边|两军|两国|三边|联演|联训|“/.test(name)) return undefined;
  const tokens: Token[] = [last];
  for (; i >= 2 && /^(?:、|和|与|及|以及|同)$/.test(before[i - 1]!.text) && isA(before[i - 2], ...SIDE); i -= 2)
    tokens.unshift(before[i - 2]!);
  return ofTwo(scene.parties(tokens));
}

/** Inside the quotation marks of the name that a drill has. */
function isInQuotes(scene: Scene, t: Token): boolean {
  const text = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  const at = t.start - scene.clause[0]!.start;
  const opens = text.lastIndexOf('“');
  return opens >= 0 && opens < at && text.indexOf('”', at) >= 0;
}

/** A与B举行联合战略演习: both before the verb, the drill behind it. */
function between(scene: Scene): Party[] | undefined {
  const before = scene.before();
  const verb = before.findLastIndex((t) => HOLDS.test(t.text));
  const name = verb < 0 ? '' : scene.text.slice(before[verb]!.end, scene.trigger.end);
  if (!/^[^,。]{0,24}(?:联合|共同|双边|两军|联演|联训)/.test(name) || /^(?:的|计划)/.test(scene.text.slice(scene.trigger.end)))
    return undefined;
  return ofTwo(
    [...scene.fullSubject(), ...scene.marked('with')].filter((p, i, all) => all.findIndex((q) => q.span.start === p.span.start) === i),
  );
}

/** A军参加B军组织的演习, A军在B参加联合演习: whose drill it is, or where. */
function joining(scene: Scene): Party[] | undefined {
  const before = scene.before();
  const verb = before.findLastIndex((t) => /^(?:参加|参与)了?$/.test(t.text));
  if (verb < 0) return undefined;
  const rest = before.slice(verb + 1);
  const name = scene.text.slice(before[verb]!.end, scene.trigger.end);
  const isOthers = /(?:组织|举行|主办|举办|主导)的/.test(name);
  const own = scene.parties(before.slice(0, verb)).filter((p) => p.kind === 'state' || p.kind === 'organisation');
  const whose = isOthers
    ? scene.parties(rest.filter((t) => isA(t, ...SIDE)).slice(0, 1))
    : /联合/.test(name)
      ? whereHeld(scene, before.slice(0, verb))
      : [];
  const others = whose.map(asState).filter((p) => p.codes.length === 1);
  const mine = own.filter((p) => !others.some((q) => q.codes[0] === p.codes[0]));
  return mine.length === 1 && codesOfParties(others).length === 1 ? ofTwo([...mine, ...others.slice(0, 1)]) : undefined;
}

/** 在B参加: the state behind 在. */
function whereHeld(scene: Scene, led: readonly Token[]): Party[] {
  const at = led.findLastIndex((t) => t.text === '在');
  return at < 0 ? [] : scene.parties(led.slice(at + 1, at + 2));
}
