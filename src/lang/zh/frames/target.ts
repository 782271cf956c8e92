import { as, type Token } from '../../../grammar/token.js';
import type { Span } from '../../../text/span.js';
import { resolve } from '../calendar.js';
import type { Scene } from '../scene.js';
import type { TimeValue } from '../token.js';
import { isAmount } from './growth.js';
import { riseOf } from './rise.js';

/** Somebody wants an amount raised to a level: 寻求将贸易额增加到…, 希望贸易额增至…. */
const AIMED =
  /(?:计划|同意|商定|决定|承诺|打算|有意|致力于|寻求|谋求|希望|期待|盼|冀|期望|拟|有望|可望|决心|努力|愿|可以|能够).{0,24}(?:(?:提升|提高|增加|增长|扩大|增|推高)(?:至|到|为)|提至)/;

/** 希望在短期内突破300亿美元: a wish to reach an amount. */
const WISHED =
  /(?:应(?![对付该当])|希望|盼|冀|力争|争取|计划|商定|约定|打算|有意|决心|努力|致力于|期待)[^,]{0,20}(?:突破|达到|翻番|接待|吸引|迎来)|未来[^,]{0,16}(?:可以|可|能够?|将|有望|可望)(?:达到|突破|增至)/;

/** 我们的任务是将贸易额提至…: what is set before both. */
const TASKED = /(?:任务|目标|共识|愿景|设想)(?:就)?(?:是|在于)[^,]{0,20}(?:提[升高]?|增加?|扩大|达)(?:至|到|为)/;

/** Goal words with a deadline for a figure of this kind, or a raise to an amount that is not yet reached. */
export function targetOf(scene: Scene, kind = 'trade.total'): { due: { value: string; span: Span } | null } | undefined {
  const clause = scene.clause;
  const text = scene.text.slice(clause[0]!.start, scene.clauseSpan().end);
  const next = scene.clauses[scene.clauseAt + 1] ?? [];
  const clauses = [
    ...(scene.clauseAt > 0 ? scene.clauses[scene.clauseAt - 1]! : []),
    ...clause,
    // 贸易额达到36亿美元,将完成2028年50亿美元的目标: the deadline of another amount.
    ...(next.some(isAmount) ? [] : next),
  ];
  const isAimed =
    /^(?:trade|export|import|investment|tourists)/.test(kind) && (AIMED.test(text) || WISHED.test(text) || isFinal(scene, text));
  const hasGoal =
    /将把.{0,24}(?:提升|提高|扩大|增加)|(?:提升|提高|扩大)至/.test(text) ||
    TASKED.test(text) ||
    /力争|目标|争取|旨在|力求|责成|商定|有望达到|早日(?:实现|达到)|提出将|将.{0,20}(?:提升|提高|增加|扩大)(?:至|到|为)|达到.{0,20}(?:的(?:这个|这一)?(?:目标|指标|指数)|既定目标)|未来.{0,12}(?:达到|突破)/.test(
      text,
    ) ||
    isAimed ||
    isHeadedFor(scene) ||
    isMeant(scene, kind) ||
    (scene.clauseAt > 0 && /力争|力求|责成|目标是|争取/.test(sliceOf(scene, scene.clauseAt - 1)));
  const deadline = deadlineOf(scene, clauses);
  const reached = /已(?:经)?(?:达|超|突破|提前|实现)|同比|增长\d|比.{0,8}增长|达成目标|实现了/.test(text);
  const ahead = deadline !== null && /将|达到|提升|突破|实现|增至|提高|扩大|翻/.test(text);
  if (reached && !/力争|争取|目标是/.test(text)) return undefined;
  if (!hasGoal && !ahead) return undefined;
  if (
    !deadline &&
    !/目标|力争|争取|力求|旨在.*(?:达到|提升|增至|扩大)|责成.*(?:提升|提高|扩大|增加)(?:至|到)|将把|(?:将|决心).{0,16}(?:提升|提高|扩大)(?:至|到|为)/.test(
      text,
    ) &&
    !isAimed &&
    !TASKED.test(text) &&
    !isHeadedFor(scene) &&
    !isMeant(scene, kind)
  )
    return undefined;
  if (isTold(scene, deadline?.value) && !isMeant(scene, kind) && !/力争|目标|争取|将/.test(text)) return undefined;
  // A year that is over is no deadline.
  const { year } = scene.registers.calendar;
  if (year !== null && deadline && Number(deadline.value.slice(0, 4)) < year && !/力争|争取|目标/.test(text)) return undefined;
  // 从现在的A提升至B: A is a figure, B the target.
  const rest = scene.text.slice(scene.trigger.end, scene.trigger.end + 12);
  if (/^(?:左右)?(?:大幅|进一步|逐步|再)?(?:提升|提高|增加|增长|扩大|增)(?:至|到|为)/.test(rest)) return undefined;
  // 明年将提供5亿欧元援助: of a year, not by it.
  return /^(?:aid|loan)$/.test(kind) && deadline && !/力争|目标|争取/.test(text) && !isBy(scene, deadline.span)
    ? undefined
    : { due: deadline };
}

/** 在2027年前, 到明年底, 三年内. */
function isBy(scene: Scene, span: Span): boolean {
  return (
    /[前底末内]$|^(?:截?至|到|未来|今后)/.test(scene.text.slice(span.start, span.end)) ||
    /[到至]$/.test(scene.text.slice(0, span.start)) ||
    /^(?:之?前|以前|底|之?内)/.test(scene.text.slice(span.end, span.end + 2))
  );
}

/** 未来几年可以达到A,最终达到B: the last of what is hoped for. */
function isFinal(scene: Scene, text: string): boolean {
  return (
    scene.clauseAt > 0 &&
    /^(?:并|并将)?最终(?:将|可)?(?:达到?|实现|突破|增至)/.test(text) &&
    WISHED.test(sliceOf(scene, scene.clauseAt - 1))
  );
}

/** 贸易额正向2000亿美元迈进, 朝着100亿美元的目标: what is not reached yet. */
function isHeadedFor(scene: Scene): boolean {
  return (
    /[向朝]着?$/.test(scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 3), scene.trigger.start)) &&
    /^(?:的?(?:新)?(?:目标|大关))?[^,]{0,6}(?:迈进|努力|前进|目标)/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 14))
  );
}

/** 计划扩大贸易,由目前的A增至B; 有信心从A增加到B: somebody means to reach what the clause goes up to. */
function isMeant(scene: Scene, kind: string): boolean {
  const rise = riseOf(scene);
  if (!/^(?:trade|export|import|investment|tourists)/.test(kind) || rise?.end !== 'end' || scene.has(scene.before(), 'time')) return false;
  const told = scene.text.slice(scene.clauses[Math.max(0, scene.clauseAt - 1)]![0]!.start, scene.trigger.start);
  return (
    /(?:计划|希望|打算|寻求|谋求|致力|承诺|同意|商定|决定|有意|愿|有信心|期望|期待|有望|将)[^,]{0,30}/.test(told) &&
    /目前|现在|现有|当前|现阶段/.test(told) &&
    !/已/.test(told)
  );
}

/** 由2013年的A扩大到2024年的B: a rise that has come to its end. */
function isTold(scene: Scene, due: string | undefined): boolean {
  const year = scene.registers.calendar.year;
  return riseOf(scene) !== undefined && !(due !== undefined && year !== null && Number(due.slice(0, 4)) > year);
}

function sliceOf(scene: Scene, clause: number): string {
  const c = scene.clauses[clause]!;
  return scene.text.slice(c[0]!.start, c[c.length - 1]!.end);
}

function deadlineOf(scene: Scene, clauses: readonly Token[]): { value: string; span: Span } | null {
  const before = clauses.filter((t) => t.end <= scene.trigger.start).reverse();
  for (const t of [...before, ...clauses.filter((t) => t.end > scene.trigger.start)]) {
    const value = as(t, 'time')?.value as TimeValue | undefined;
    if (!value) continue;
    const i = clauses.indexOf(t);
    // 2024年贸易额达20亿美元,力争达到50亿美元的目标: the year of another amount.
    if (value.shape === 'moment' && clauses.slice(i + 1).some((x) => isAmount(x) && x.end <= scene.trigger.start)) continue;
    const led = ['到', '至'].includes(clauses[i - 1]?.text ?? '') || clauses[i + 1]?.text === '实现';
    const ofTarget = t.end <= scene.trigger.start && clauses[i + 1]?.text === '的' && clauses[i + 2] === scene.trigger;
    const aimed =
      value.shape === 'moment' &&
      value.from.month === undefined &&
      t.end <= scene.trigger.start &&
      /^.{0,16}目标/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 20));
    // 同意2016年将贸易额提升至…: the year stands before what is to be raised.
    const raised =
      value.shape === 'moment' &&
      value.from.month === undefined &&
      t.end <= scene.trigger.start &&
      /将.{0,16}(?:提升|提高|扩大|增加)(?:至|到|为)/.test(scene.text.slice(t.end, scene.trigger.start));
    if (value.shape !== 'deadline' && !led && !ofTarget && !aimed && !raised && !isAheadOf(scene, value, t.text)) continue;
    const edtf = resolve(value, scene.registers.calendar, 'future');
    if (edtf) return { value: edtf, span: { start: t.start, end: t.end } };
  }
  return null;
}

function isAheadOf(scene: Scene, value: TimeValue, text: string): boolean {
  const year = scene.registers.calendar.year;
  return (
    value.shape === 'moment' &&
    (value.from.month === undefined || /[底末]$/.test(text)) &&
    year !== null &&
    /将|预计|有望|计划|可望|争取|力争|目标|希望|期待|同意|商定|承诺|推动|提升|提高|使/.test(
      scene.text.slice(scene.clauses[Math.max(0, scene.clauseAt - 1)]![0]!.start, scene.clauseSpan().end),
    ) &&
    ((value.from.year ?? 0) > year || (value.from.yearOffset ?? 0) > 0)
  );
}
