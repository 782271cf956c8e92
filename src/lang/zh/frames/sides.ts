import type { Edge } from '../../../grammar/chart.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import type { Span } from '../../../text/span.js';
import { otherOfTwo, partyOf, stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import type { PairValue, StateValue } from '../token.js';

/** How many clauses back a figure's side is looked for. */
const FAR = 8;

/** Between whom a figure runs. */
export interface Flow {
  from: string | null;
  to: string | null;
  inherited: boolean;
  span?: Span;
}

/** A state that a figure may run from or to, with the word that marks it. */
export interface Side {
  code: string;
  marker: string | null;
  token: Token;
}

/** States, pairs and places in the clause up to the amount, with the marker before each; failing that, of the clause before. */
export function sidesBefore(scene: Scene, measure: Edge): Side[] {
  const out: Side[] = [];
  const here = scene.clause.filter((t) => t.start < Math.max(scene.trigger.start, measure.end));
  collect(here, scene, out);
  if (out.length === 0) {
    for (let c = scene.clauseAt - 1; c >= Math.max(0, scene.clauseAt - FAR) && out.length === 0; c--)
      if (!isSource(scene, c)) collect(scene.clauses[c]!, scene, out);
  }
  return out;
}

export function collect(tokens: readonly Token[], scene: Scene, out: Side[]): void {
  tokens.forEach((t, i) => {
    const marker = markerOf(tokens[i - 1]);
    const pair = as(t, 'pair');
    if (pair) {
      for (const code of (pair.value as PairValue).codes) out.push({ code, marker: null, token: t });
      return;
    }
    // 内地与澳门: the mainland.
    if (/^(?:中国)?内地$/.test(t.text) && tokens.some((o) => isIsland(o))) {
      out.push({ code: 'CN', marker, token: t });
      return;
    }
    // 台商, 韩企: whose they are stands in the word.
    if (/^台[商企]$/.test(t.text)) {
      out.push({ code: 'TW', marker, token: t });
      return;
    }
    const firms = /^.(?:商|企|资企业)$/.test(t.text) ? scene.sentence.chart.longestFrom(t.start, 'short') : undefined;
    if (firms && firms.end === t.start + 1) {
      out.push({ code: (firms.value as StateValue).codes[0]!, marker, token: t });
      return;
    }
    const state = as(t, 'state') ?? as(t, 'place') ?? as(t, 'visit-host');
    if (state) {
      const codes = (state.value as StateValue).codes;
      if (codes[0] !== undefined) out.push({ code: codes[0], marker, token: t });
      return;
    }
    if (isA(t, 'joint')) {
      const p = partyOf(t, scene.cast);
      for (const code of p?.codes ?? []) out.push({ code, marker: null, token: t });
      return;
    }
    // 中国东盟贸易额: two names in a row, and no body of that name.
    const first = isA(t, 'organisation') ? scene.sentence.chart.longestFrom(t.start, 'state') : undefined;
    const second = first && scene.sentence.chart.longestFrom(first.end, 'state');
    if (first && second?.end === t.end) {
      for (const e of [first, second]) out.push({ code: (e.value as StateValue).codes[0]!, marker: null, token: t });
      return;
    }
    if (isA(t, 'organisation') && tokens[i - 1]?.text !== '据') {
      const p = partyOf(t, scene.cast);
      if (p && p.codes.length === 1 && !p.inherited && !/海关|统计|部$|局$/.test(p.name ?? ''))
        out.push({ code: p.codes[0]!, marker, token: t });
      return;
    }
    if (isA(t, 'project')) {
      // A measure that the path read as a project (俄罗斯投资项目) still names its state.
      const named = (as(t, 'project')!.value as { codes: readonly string[] }).codes;
      for (const code of named) out.push({ code, marker, token: t });
    }
  });
}

/** Hong Kong and Macao, which speak of the rest of China as 内地. */
function isIsland(t: Token): boolean {
  const code = (as(t, 'state')?.value as StateValue | undefined)?.codes[0];
  return code === 'HK' || code === 'MO';
}

function markerOf(token: Token | undefined): string | null {
  // 为图瓦卢出资, 给巴西带来.
  if (token && /^(?:为|给|给予|援助)$/.test(token.text)) return 'for';
  const mark = as(token, 'mark');
  return mark ? (mark.value as { value: string }).value : null;
}

/** The other of the two states that the story is about, where it is about one of them. */
export function otherOf(scene: Scene, code: string): string | undefined {
  return otherOfTwo(scene.registers.pair, [stateOf(code)])?.country ?? undefined;
}

/** Whether both sides were spoken of in this paragraph, so that a figure of one alone is a figure between the two. */
export function isPairHere(scene: Scene): boolean {
  const { pair, total } = scene.registers;
  return total !== null || (pair !== null && !scene.text.slice(pair.span.start, scene.trigger.start).includes('\n'));
}

/** Whether the story names no other states than these; groups are no states. */
export function namesOnly(scene: Scene, codes: readonly string[]): boolean {
  return [...scene.cast.named.keys()].every((c) => isGroup(c) || codes.includes(c));
}

/** 中方统计显示: who counted is no side of what was counted. */
function isSource(scene: Scene, clause: number): boolean {
  const tokens = scene.clauses[clause]!;
  const text = scene.text.slice(tokens[0]!.start, tokens[tokens.length - 1]!.end);
  return /(?:统计|数据|资料|报告)(?:数据)?(?:显示|表明)?$/.test(text) && !tokens.some((t) => isA(t, 'measure', 'money', 'count'));
}

/** Sides of the clauses before, nearest first, one list for each clause that has any. */
export function sidesEarlier(scene: Scene): Side[][] {
  const out: Side[][] = [];
  for (let c = scene.clauseAt - 1; c >= Math.max(0, scene.clauseAt - FAR); c--) {
    const sides: Side[] = [];
    if (!isSource(scene, c)) collect(scene.clauses[c]!, scene, sides);
    if (sides.length > 0) out.push(sides);
  }
  return out;
}

/** 新加坡是马来西亚在东盟最大的贸易伙伴,双边贸易额…: the two that the clauses before call each other's partners; `null` where one of them is nobody known. */
export function partnersBefore(scene: Scene): [string, string] | null | undefined {
  for (let c = scene.clauseAt - 1; c >= Math.max(0, scene.clauseAt - 3); c--) {
    const clause = scene.clauses[c]!;
    const is = clause.findIndex((t) => /^(?:是|为|已?成为|仍是|也是|一直是|目前是|已是)$/.test(t.text));
    if (
      is < 1 ||
      !/伙伴|来源[国地]?|出口市场|进口市场|目的地|投资[国者]|贸易对象/.test(
        scene.text.slice(clause[is]!.end, clause[clause.length - 1]!.end),
      )
    )
      continue;
    const named = (tokens: readonly Token[]): string[] => {
      const sides: Side[] = [];
      collect(
        tokens.filter((_, i) => tokens[i - 1]?.text !== '在' && tokens[i - 1]?.text !== '继'),
        scene,
        sides,
      );
      return sides.map((s) => stateOf(s.code));
    };
    const one = named(clause.slice(0, is)).at(-1);
    const others = named(clause.slice(is + 1)).filter((code) => code !== one);
    // 越南成为东盟国家中中国最大贸易伙伴: the group is where they are.
    const state = others.find((code) => code.length === 2 && code !== 'EU');
    const isOurs = clause.some((t) => t.text === '我国');
    const two = state ?? (isOurs && one !== undefined ? mostNamed(scene, one) : (others[0] ?? (one && otherOf(scene, one))));
    return one !== undefined && two !== undefined ? [one, two] : null;
  }
  return undefined;
}

/** Whose 我国 is where no agency says it: the state that the story names most beside the other. */
function mostNamed(scene: Scene, other: string): string | undefined {
  const [best, next] = [...scene.cast.named]
    .filter(([code]) => code.length === 2 && code !== other && code !== 'EU')
    .sort((a, b) => b[1] - a[1]);
  return best && best[1] > (next?.[1] ?? 0) ? best[0] : undefined;
}

/** A side that a preposition marks as the other one. */
export function isTowards(side: Side): boolean {
  return side.marker === 'to' || side.marker === 'from' || side.marker === 'with';
}
