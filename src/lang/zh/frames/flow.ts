import type { Edge } from '../../../grammar/chart.js';
import { as, isA } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import type { StateValue } from '../token.js';
import { directed } from './directed.js';
import { based, registered } from './firms.js';
import { giving, investing } from './givers.js';
import { PEOPLE_MEASURES } from './measure.js';
import { hostNamed, investedIn, moving } from './movers.js';
import { type Flow, isPairHere, isTowards, otherOf, partnersBefore, type Side, sidesBefore, sidesEarlier } from './sides.js';

export type { Flow } from './sides.js';

/** What passes one crossing or is traded by one kind of firms is not the trade of two states. */
const PARTIAL =
  /国际货物|国际收支|铁路进出口|我公司|公司[对向]|收付|结算|口岸|关区|示范区|试验区|保税区|机场|港口|(?:民营|国有|私营|外资|中小)企业|班列|以[^,]{2,16}方式|小额贸易|互市|一般贸易|加工贸易/;
/** Goods that pass a strait are the whole world's. */
const PASSES = /(?:经过?|经由|途经|通过)[^,]{0,10}(?:海峡(?!两岸)|海域|南海|运河|航道|水道)/;
/** Whoever 对“一带一路”沿线国家, 对其他金砖国家 names is no party that is known here. */
const TO_MANY =
  /(?:对|向|同|与|和|从|自)[^,]{0,12}(?:一带一路”?|沿线|共建国家|伙伴国|其他[^,]{0,8}(?:国|成员)|非洲|拉美|中东(?!欧)|亚洲|欧洲|中亚)[^,]{0,8}$/;

/** 欧洲对俄罗斯投资: whose, nobody can say. */
const OF_A_REGION = /(?:欧洲|非洲|亚洲|拉美|中东|西方|全球|世界|各国|国际社会)(?:国家|企业)?(?:对|在|向)/;

/** 对新加坡、泰国等18国投资, 对沿线国家投资: with many, of whom only some are named. */
function isOfMany(scene: Scene, measure: Edge): boolean {
  const told = scene.text.slice(scene.clause[0]!.start, Math.max(measure.end, scene.trigger.start));
  return /[、和与][^,、]{1,10}等[^,、]{0,8}(?:国|地区)|(?:沿线|共建)(?:的)?(?:\d*个?)?国家|一带一路”?(?:沿线|共建|国家)|其他[^,]{0,8}(?:成员|国)/.test(
    told,
  );
}

/** From where to where a figure runs; nothing where the story does not say between whom, or where both ends are one state. */
export function flowOf(scene: Scene, kind: string, measure: Edge): Flow | undefined {
  if (kind === 'trade.total' || kind === 'export' || kind === 'import') {
    const at = scene.clauses.findIndex((c) => c[c.length - 1]!.end >= measure.end);
    const said = scene.text.slice(Math.min(subjectStart(scene, at), scene.clause[0]!.start), Math.max(scene.trigger.start, measure.end));
    if (PARTIAL.test(said) || PASSES.test(clauseText(scene)) || isUnnamed(scene, measure)) return undefined;
  }
  if (
    kind === 'trade.balance' &&
    /国际货物|经常账户|国际收支|涉外收支|结售汇/.test(scene.text.slice(scene.clause[0]!.start, scene.clauseSpan().end))
  )
    return undefined;
  if (kind === 'flights' && /新增|港/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return undefined;
  const flow = ends(scene, kind, measure);
  return flow?.from && flow.to && stateOf(flow.from) === stateOf(flow.to) ? undefined : flow;
}

function ends(scene: Scene, kind: string, measure: Edge): Flow | undefined {
  const last = scene.registers.measure;
  if (measure.rule === '' && last?.from && last.to)
    return { from: last.from, to: last.to, inherited: true, ...(scene.registers.pair ? { span: scene.registers.pair.span } : {}) };
  if (kind === 'export' || kind === 'import' || kind === 'trade.balance') return directed(scene, kind, measure);
  const sides = sidesBefore(scene, measure);
  if (kind === 'trade.total') return total(scene, measure, sides);
  if (PEOPLE_MEASURES.has(kind)) return moving(scene, kind, measure, sides);
  if (kind === 'aid' || kind === 'loan') return giving(scene, kind, measure, sides);
  if (kind === 'companies') {
    // 制裁31家中国企业: those that were struck.
    if (/制裁|黑名单|实体清单|出口管制|处罚|罚款|起诉/.test(clauseText(scene))) return undefined;
    // X公司在中国拥有七家企业: one firm's.
    if (/(?:公司|集团|企业)[^,]{0,6}在/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return undefined;
    return oneWay(sides) ?? based(scene, measure) ?? registered(scene, measure);
  }
  if (kind === 'investment.capital' || kind === 'investment.projects') {
    if (OF_A_REGION.test(clauseText(scene)) || isOfMany(scene, measure)) return undefined;
    const host = putInto(scene) ?? hostNamed(scene, measure.end) ?? investedIn(scene);
    const others = sides.filter((s) => stateOf(s.code) !== host);
    if (host !== undefined && new Set(others.map((s) => stateOf(s.code))).size === 1)
      return { from: others[0]!.code, to: host, inherited: false };
    const last = scene.registers.measure;
    const isOfSame = kind === 'investment.capital' && last?.kind === 'investment.projects' && last.at >= scene.sentence.span.start;
    if (isOfSame && last.from && last.to && sides.every((s) => s.token.start < scene.clause[0]!.start))
      return { from: last.from, to: last.to, inherited: true };
    const source = sides.every((s) => s.token.start < scene.clause[0]!.start) && isCalledSource(scene) ? partnersBefore(scene) : undefined;
    if (source) return { from: source[0], to: source[1], inherited: true };
    const flow = investing(scene, measure, sides);
    if (flow !== undefined) return flow ?? undefined;
  }
  // 总投资150亿元: one state without the other is at home, unless a preposition makes it the other side.
  const held = scene.registers.pair;
  if (
    sides.length === 0 &&
    held?.value.length === 2 &&
    kind === 'investment.capital' &&
    isPairHere(scene) &&
    /双向|相互/.test(clauseText(scene))
  )
    return { from: held.value[0]!, to: held.value[1]!, inherited: true, span: held.span };
  const isAlone = new Set(sides.map((s) => stateOf(s.code))).size < 2;
  if (
    isAlone &&
    !(
      isPairHere(scene) &&
      ((kind === 'flights' &&
        /每[周天日月]|往返|直航|直飞/.test(clauseText(scene)) &&
        sides.some((s) => s.token.start >= scene.clause[0]!.start)) ||
        sides.some((s) => isTowards(s) || s.marker === 'at'))
    )
  )
    return undefined;
  // 总投资19亿美元 after two states in the clauses before: whose, nothing says.
  if (
    kind === 'investment.capital' &&
    (measure.start >= scene.clause[0]!.start || !oneWay(sides)) &&
    !/相互|双向|双方|两国/.test(clauseText(scene)) &&
    sides.every((s) => s.token.start < scene.clause[0]!.start) &&
    !isInvestmentHere(scene)
  )
    return undefined;
  return oneWay(sides) ?? pairOf(sides, scene);
}

/** 30家企业将投资日本2亿欧元: where the sum goes, straight before it. */
function putInto(scene: Scene): string | undefined {
  const before = scene.before().filter((t) => !isA(t, 'hedge', 'reach'));
  const state = before.at(-1);
  if (!isA(state, 'state') || !/投资$/.test(before.at(-2)?.text ?? '')) return undefined;
  return (as(state, 'state')!.value as StateValue).codes[0];
}

/** 新加坡是越南最大外资来源地: the clauses before say who invests in whom. */
function isCalledSource(scene: Scene): boolean {
  return /(?:外资|投资|外商投资)(?:来源[地国]|国(?!家)|者|方(?!面|式|案))/.test(
    scene.text.slice(scene.clauses[0]![0]!.start, scene.clause[0]!.start),
  );
}

function clauseText(scene: Scene): string {
  const span = scene.clauseSpan();
  return scene.text.slice(span.start, span.end);
}

/** Where the clause begins that names what the figure is of: the one before where the measure's own names no state. */
function subjectStart(scene: Scene, at: number): number {
  const [before, clause] = [scene.clauses[at - 1], scene.clauses[at] ?? scene.clause];
  return before && !clause.some((t) => isA(t, 'state', 'pair', 'joint')) ? before[0]!.start : clause[0]!.start;
}

/** Whether the figure before in the paragraph is of investment between the same states. */
function isInvestmentHere(scene: Scene): boolean {
  const last = scene.registers.measure;
  return last?.kind.startsWith('investment') === true && !scene.text.slice(last.at, scene.trigger.start).includes('\n');
}

function pairOf(sides: readonly Side[], scene: Scene): Flow | undefined {
  const codes = [...new Set(sides.map((s) => s.code))];
  if (codes.length >= 2) {
    const joint = sides.filter((s) => isA(s.token, 'pair', 'joint'));
    // Of three states or more, only a word for two of them says which two.
    const two = codes.length === 2 ? codes : [...new Set(joint.map((s) => s.code))];
    if (two.length !== 2) return undefined;
    const [a, b] = two as [string, string];
    const inherited = sides.some((s) => isA(s.token, 'joint'));
    return { from: a, to: b, inherited, ...(inherited && scene.registers.pair ? { span: scene.registers.pair.span } : {}) };
  }
  if (codes.length === 1) {
    const other = otherOf(scene, codes[0]!);
    const [from, to] = sides.some((s) => s.marker === 'to' || s.marker === 'at') ? [other, codes[0]!] : [codes[0]!, other];
    if (from && to) return { from, to, inherited: true, span: scene.registers.pair!.span };
  }
  return undefined;
}

/** 双边贸易额, 对欧盟进出口; but 印度商品贸易总额 is India's with the whole world. */
function total(scene: Scene, measure: Edge, named: readonly Side[]): Flow | undefined {
  // 我们的目标是…: of the two, and not of one alone.
  const sides = named.filter((s) => s.token.text !== '我们');
  const label = (measure.value as Entry | null)?.form ?? '';
  const said = scene.text.slice(scene.clause[0]!.start, Math.max(scene.trigger.start, measure.end));
  const led = ledWith(scene, sides);
  if (led) return led;
  const codes = new Set(sides.map((s) => s.code));
  const partners = sides.every((s) => s.token.start < scene.clause[0]!.start || isA(s.token, 'joint')) ? partnersBefore(scene) : undefined;
  if (partners !== undefined) return partners ? { from: partners[0], to: partners[1], inherited: true } : undefined;
  if (/对外|外贸/.test(said) && !sides.some(isTowards) && codes.size < 2) return undefined;
  const isBoth = /双边|双向/.test(label);
  const one = sides[0];
  if (codes.size === 1 && one && !isBoth) {
    const ofMeasure = scene.clauses.find((c) => c[0]!.start <= measure.start && c[c.length - 1]!.end >= measure.end);
    const own = one.token.start >= (ofMeasure ?? scene.clause)[0]!.start;
    if (own ? !isTowards(one) : !isPairHere(scene)) return undefined;
    if (own && one.marker === 'to') {
      const self = selfOf(scene, one.code);
      if (self !== undefined) return { from: self, to: one.code, inherited: true };
      const { home, registers } = scene.cast;
      if (home !== null && registers.pair && !registers.pair.value.includes(home)) return undefined;
    }
  }
  const held = scene.registers.pair;
  // Three states in the clause before: 双边 are the two that the paragraph is about.
  const isOpen = isBoth && codes.size > 2 && sides.every((s) => s.token.start < scene.clause[0]!.start);
  if (isOpen && held?.value.length === 2 && isPairHere(scene) && held.value.every((c) => codes.has(c)))
    return { from: held.value[0]!, to: held.value[1]!, inherited: true, span: held.span };
  const pair = pairOf(sides, scene);
  if (pair) return pair;
  if (sides.length === 0 && held && held.value.length === 2 && (isBoth || !/进出口|总[额值]/.test(label)))
    return { from: held.value[0]!, to: held.value[1]!, inherited: true, span: held.span };
  // 双边贸易额…。2024年贸易总额…: of the same two, whose trade the paragraph has told.
  const { total: told, measure: last } = scene.registers;
  const goesOn =
    told !== null &&
    last?.kind === 'trade.total' &&
    !scene.text.slice(last.at, scene.trigger.start).includes('\n') &&
    !/对外|外贸|全国/.test(said);
  return sides.length === 0 && goesOn ? { from: told.from, to: told.to, inherited: true } : undefined;
}

/** A紧随其后,与B的贸易额…: whoever opens the clause before, where this one has only the other. */
function ledWith(scene: Scene, sides: readonly Side[]): Flow | undefined {
  const [only] = sides;
  const opener = scene.clauses[scene.clauseAt - 1]?.[0];
  if (sides.length !== 1 || only!.marker !== 'with' || only!.token.start > scene.clause[0]!.end + 1 || !isA(opener, 'state'))
    return undefined;
  const code = (as(opener, 'state')!.value as StateValue).codes[0];
  return code && stateOf(code) !== stateOf(only!.code) ? { from: code, to: only!.code, inherited: true } : undefined;
}

/** 对欧盟进出口 in a list of partners: whose, the figure before it said. */
function selfOf(scene: Scene, code: string): string | undefined {
  const last = scene.registers.measure;
  for (const sides of sidesEarlier(scene)) {
    const subject = sides.find((s) => !isTowards(s) && s.code !== code && !isA(s.token, 'joint'));
    if (subject) return subject.code;
  }
  const home = scene.cast.home;
  const trade = last !== null && /^(?:trade|export|import)/.test(last.kind);
  return trade && home !== null && home !== code && (last.from === home || last.to === home) ? home : undefined;
}

/** 对美 straight before the measure, where no state is read. */
function isUnnamed(scene: Scene, measure: Edge): boolean {
  const led = scene.text.slice(Math.max(scene.clause[0]!.start, measure.start - 36), measure.start);
  const named = scene.clause.some((t) => t.end <= measure.start && t.start >= measure.start - 10 && isA(t, 'state', 'joint', 'pair'));
  if (TO_MANY.test(led) && !named) return true;
  return (
    /^[对自从向][\u4e00-\u9fff]$/.test(scene.text.slice(measure.start - 2, measure.start)) &&
    !scene.sentence.tokens.some((t) => t.end === measure.start && isA(t, 'state', 'place', 'joint', 'visit-host'))
  );
}

/** A对B投资, A在B的投资项目, 胡志明市对俄罗斯投资项目. */
function oneWay(sides: readonly Side[]): Flow | undefined {
  const to = sides.find((s) => s.marker === 'to' || s.marker === 'at');
  const from = sides.find((s) => s !== to && s.marker !== 'at' && s.marker !== 'to');
  return to && from && to.code !== from.code ? { from: from.code, to: to.code, inherited: false } : undefined;
}
