import type { Edge } from '../../../grammar/chart.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Span } from '../../../text/span.js';
import { partyOf, stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import type { PairValue, StateValue } from '../token.js';

export interface Flow {
  from: string | null;
  to: string | null;
  inherited: boolean;
  span?: Span;
}

interface Side {
  code: string;
  marker: string | null;
  token: Token;
}

/** From where to where a figure runs; nothing where the story does not say between whom. */
export function flowOf(scene: Scene, kind: string, measure: Edge): Flow | undefined {
  const last = scene.registers.measure;
  if (measure.rule === '' && last?.from && last.to)
    return { from: last.from, to: last.to, inherited: true, ...(scene.registers.pair ? { span: scene.registers.pair.span } : {}) };
  const sides = sidesBefore(scene, measure);
  const pair = pairOf(sides, scene);
  if (kind === 'export' || kind === 'import') return directed(scene, kind, sides);
  if (kind === 'trade.total' || kind === 'trade.balance') return pair ?? (sides.length === 0 ? fromRegister(scene) : undefined);
  if (kind === 'community' || kind === 'students' || kind === 'workers' || kind === 'tourists') return people(scene, kind, measure, sides);
  if (kind === 'aid' || kind === 'loan') return giving(scene, sides);
  return oneWay(scene, sides) ?? pair ?? undefined;
}

/** States, pairs and places in the clause up to the amount, with the marker before each; failing that, of the clause before. */
function sidesBefore(scene: Scene, measure: Edge): Side[] {
  const out: Side[] = [];
  const here = scene.clause.filter((t) => t.start < Math.max(scene.trigger.start, measure.end));
  collect(here, scene, out);
  if (out.length === 0) {
    for (let c = scene.clauseAt - 1; c >= 0 && out.length === 0; c--) collect(scene.clauses[c]!, scene, out);
  }
  return out;
}

function collect(tokens: readonly Token[], scene: Scene, out: Side[]): void {
  tokens.forEach((t, i) => {
    const marker = markerOf(tokens[i - 1]);
    const pair = as(t, 'pair');
    if (pair) {
      for (const code of (pair.value as PairValue).codes) out.push({ code, marker: null, token: t });
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

function markerOf(token: Token | undefined): string | null {
  const mark = as(token, 'mark');
  return mark ? (mark.value as { value: string }).value : null;
}

function pairOf(sides: readonly Side[], scene: Scene): Flow | undefined {
  const codes = [...new Set(sides.map((s) => s.code))];
  if (codes.length >= 2) {
    const [a, b] = codes.slice(-2) as [string, string];
    const inherited = sides.some((s) => isA(s.token, 'joint'));
    return { from: a, to: b, inherited, ...(inherited && scene.registers.pair ? { span: scene.registers.pair.span } : {}) };
  }
  if (codes.length === 1) {
    const other = otherOf(scene, codes[0]!);
    if (other) return { from: codes[0]!, to: other, inherited: true, span: scene.registers.pair!.span };
  }
  return undefined;
}

function fromRegister(scene: Scene): Flow | undefined {
  const pair = scene.registers.pair;
  return pair && pair.value.length === 2 ? { from: pair.value[0]!, to: pair.value[1]!, inherited: true, span: pair.span } : undefined;
}

function otherOf(scene: Scene, code: string): string | undefined {
  const pair = scene.registers.pair;
  if (pair?.value.length !== 2) return undefined;
  const others = pair.value.filter((c) => c !== stateOf(code));
  return others.length === 1 ? others[0] : undefined;
}

/** A对B出口: from A to B. A从B进口: from B to A. A对B的进口额 is A's purchases from B. */
function directed(scene: Scene, kind: string, sides: readonly Side[]): Flow | undefined {
  const towards = sides.find((s) => s.marker === 'to' || s.marker === 'from' || s.marker === 'with');
  const subject = sides.find((s) => s !== towards && s.marker !== 'to' && s.marker !== 'from');
  let one = subject?.code;
  let two = towards?.code;
  let inherited = false;
  if (one !== undefined && two === undefined && sides.length > 1) two = sides.find((s) => s.code !== one)?.code;
  if (one === undefined && two !== undefined) {
    one = otherOf(scene, two);
    inherited = true;
  } else if (two === undefined && one !== undefined) {
    two = otherOf(scene, one);
    inherited = true;
  }
  if (one === undefined || two === undefined || one === two) return undefined;
  const at = inherited && scene.registers.pair ? { span: scene.registers.pair.span } : {};
  const flow: Flow = kind === 'export' ? { from: one, to: two, inherited, ...at } : { from: two, to: one, inherited, ...at };
  return flow;
}

/** 在俄罗斯越南人, 越南在俄留学生, 访越中国游客: whose people, and where they are. */
function people(scene: Scene, kind: string, measure: Edge, sides: readonly Side[]): Flow | undefined {
  const before = sides.filter((s) => s.token.end <= measure.end);
  const at = before.find((s) => s.marker === 'at' || isA(s.token, 'visit-host') || s.marker === 'to');
  const chart = scene.sentence.chart;
  const within = chart.longestFrom(measure.start, 'state');
  const nationality = within && within.end <= measure.end ? within : chart.longestTo(measure.start, 'state');
  const origin = nationality ? (nationality.value as StateValue).codes[0] : before.find((s) => s !== at)?.code;
  if (kind === 'tourists')
    return visitors(
      scene,
      measure,
      before,
      nationality ? origin : before.find((x) => x !== at && x.marker === null && !isA(x.token, 'visit-host'))?.code,
    );
  if (at && origin && origin !== at.code) return { from: origin, to: at.code, inherited: false };
  if (origin && !at) {
    const other = otherOf(scene, origin);
    return other ? { from: origin, to: other, inherited: true, span: scene.registers.pair!.span } : undefined;
  }
  return undefined;
}

/** 越南接待国际游客1800万人次,其中中国游客580万: who comes, and who receives. */
function visitors(scene: Scene, measure: Edge, before: readonly Side[], origin: string | undefined): Flow | undefined {
  const text = scene.text.slice(scene.sentence.span.start, measure.start);
  const host = before.find((s) => s.code !== origin && (s.marker === 'to' || isA(s.token, 'visit-host') || /接待|吸引|迎来/.test(text)));
  const to = host?.code ?? goneTo(scene, measure);
  if (to && to !== origin) return { from: origin ?? null, to, inherited: false };
  const last = scene.registers.measure;
  if (origin && last?.kind === 'tourists' && last.to && last.to !== origin) return { from: origin, to: last.to, inherited: true };
  return undefined;
}

/** 十多万名老挝游客前往泰国: where they went, behind the measure. */
function goneTo(scene: Scene, measure: Edge): string | undefined {
  const after = scene.clause.filter((t) => t.start >= measure.end);
  const verb = after.findIndex((t) => /^(?:前往|赴|到访|访问|来到|到|入境)$/.test(t.text));
  const state = as(after[verb + 1], 'state') ?? as(after[verb + 1], 'place');
  return verb < 0 || !state ? undefined : (state.value as StateValue).codes[0];
}

function giving(scene: Scene, sides: readonly Side[]): Flow | undefined {
  const to = sides.find((s) => s.marker === 'to');
  const from = sides.find((s) => s !== to && s.marker !== 'to')?.code ?? scene.carried.flatMap((p) => p.codes)[0];
  const recipient = to?.code ?? scene.object().flatMap((p) => p.codes)[0];
  if (
    from !== undefined &&
    recipient === undefined &&
    sides.length > 0 &&
    /提供|给予/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))
  )
    return { from: stateOf(from), to: null, inherited: false };
  if (from === undefined || recipient === undefined || from === recipient) return undefined;
  return { from: stateOf(from), to: stateOf(recipient), inherited: false };
}

/** A对B投资, A在B的投资项目, 胡志明市对俄罗斯投资项目. */
function oneWay(_scene: Scene, sides: readonly Side[]): Flow | undefined {
  const to = sides.find((s) => s.marker === 'to' || s.marker === 'at');
  const from = sides.find((s) => s !== to && s.marker !== 'at' && s.marker !== 'to');
  return to && from && to.code !== from.code ? { from: from.code, to: to.code, inherited: false } : undefined;
}
