import type { Edge } from '../../../grammar/chart.js';
import { as, isA } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';
import type { StateValue } from '../token.js';
import { PEOPLE_MEASURES } from './measure.js';
import { type Flow, isPairHere, otherOf, type Side } from './sides.js';

/** 在俄罗斯越南人, 越南在俄留学生, 访越中国游客, 在韩居留的外国人: whose people, and where they are. */
export function moving(scene: Scene, kind: string, measure: Edge, sides: readonly Side[]): Flow | undefined {
  const before = sides.filter((s) => s.token.end <= measure.end);
  const chart = scene.sentence.chart;
  const within = chart.longestFrom(measure.start, 'state');
  const people = scene.text[measure.start - 1] === '人' ? chart.longestTo(measure.start - 1, 'state') : undefined;
  const short = /[的国]/.test(scene.text[measure.start - 2] ?? '') ? chart.longestTo(measure.start, 'short') : undefined;
  const beside = within && within.end <= measure.end ? within : (people ?? chart.longestTo(measure.start, 'state') ?? short);
  // 赴美留学生: where they go, not where they come from.
  const isHost =
    beside !== undefined && /[赴访来到往在旅]/.test(scene.text.slice(Math.max(scene.clause[0]!.start, beside.start - 1), beside.start));
  const nationality = isHost ? undefined : beside;
  const at = isHost
    ? (beside.value as StateValue).codes[0]
    : (before.find((s) => s.marker === 'at' || isA(s.token, 'visit-host') || s.marker === 'to')?.code ??
      hostNamed(scene, measure.end) ??
      hostAround(scene, measure, before) ??
      (nationality && kind === 'tourists' ? hostNamed(scene, scene.clause[0]!.start, scene.sentence.span.start) : undefined));
  const clauseStart = scene.clause[0]!.start;
  const told = scene.text.slice(clauseStart, measure.end);
  if (/奖学金|名额/.test(scene.text.slice(measure.start, measure.end))) return granted(scene, before, nationality);
  // 边检站查验出入境旅客: who passes one crossing, both ways.
  if (kind === 'tourists' && !nationality && /出入境|边检|边防|口岸|机场|海关|航空公司|运输/.test(told)) return undefined;
  if (!nationality && isFromAnywhere(told)) {
    const host = at ?? hostOf(scene, before, clauseStart);
    return host === undefined ? undefined : { from: null, to: host, inherited: before.length === 0 };
  }
  const origin = nationality
    ? (nationality.value as StateValue).codes[0]
    : before.find((s) => s.code !== at && s.marker === null && !isA(s.token, 'visit-host'))?.code;
  if (origin && at === undefined && /(?:到|赴|在|前往)(?:海外|国外|境外)/.test(told)) return { from: origin, to: null, inherited: false };
  if (kind === 'tourists') return visitors(scene, measure, before, origin, at);
  const school = at === undefined && origin !== undefined && kind === 'students' ? schooledIn(scene, measure) : undefined;
  if (school !== undefined && school !== origin) return { from: origin!, to: school, inherited: false };
  if (at && origin && origin !== at) return { from: origin, to: at, inherited: false };
  // 资助两国共5万名留学生: both ways.
  if (at === undefined && before.some((s) => isA(s.token, 'joint', 'pair'))) return undefined;
  const isTravel = /留学|学子|侨|实习|劳务|务工/.test((measure.value as Entry | null)?.form ?? '');
  if (origin && at === undefined && isTravel && isPairHere(scene)) {
    const other = otherOf(scene, origin);
    return other ? { from: origin, to: other, inherited: true, span: scene.registers.pair!.span } : undefined;
  }
  return undefined;
}

/** 外国留学生, 国际游客: people of no state in particular. */
function isFromAnywhere(told: string): boolean {
  return (
    /(?:外国|国际|外籍|外来|境外|海外|入境)[\u4e00-\u9fff]{0,4}$/.test(told) && !/(?:到|赴|在|前往)(?:海外|国外|境外)[^,]*$/.test(told)
  );
}

/** 15万越南人在捷克生活: the host behind the measure. 韩国有约5万名越南劳动者: the host as the one who has them. */
function hostAround(scene: Scene, measure: Edge, before: readonly Side[]): string | undefined {
  const after = scene.clause.filter((t) => t.start >= Math.max(measure.end, scene.trigger.end));
  const behind = after[0]?.text === '在' ? (as(after[1], 'state') ?? as(after[1], 'place')) : undefined;
  if (behind && /^(?:境内|各地)?(?:居住|生活|工作|学习|留学|就读|务工|定居|就业|从事)/.test(scene.text.slice(behind.end, behind.end + 6)))
    return (behind.value as StateValue).codes[0];
  return before.find(
    (s) =>
      s.token.start >= scene.clause[0]!.start &&
      s.marker === null &&
      isA(s.token, 'state') &&
      /^(?:境内|各地|全国|(?:各)?(?:高校|大学))?(?:目前|现在|现|共|仍|已|约|还)*(?:有|拥有|接收|接纳|居住着|生活着)/.test(
        scene.text.slice(s.token.end, s.token.end + 10),
      ),
  )?.code;
}

/** 在韩居留, 赴哈, 旅居日本, 赴老挝中国游客: the host where it is no piece of its own. */
export function hostNamed(scene: Scene, end: number, from: number = scene.clause[0]!.start): string | undefined {
  const { chart } = scene.sentence;
  for (let i = from; i < end - 1; i++) {
    if (!/[在赴访往居旅]/.test(scene.text[i]!)) continue;
    const host = chart.longestFrom(i + 1, 'state', 'short');
    // 来泰山旅游: a place whose name begins like a state's.
    if (host && host.end - i === 2 && /[山州安城江海河湖东欧亚非美]/.test(scene.text[host.end] ?? '')) continue;
    if (host && host.end < end) return (host.value as StateValue).codes[0];
  }
  return undefined;
}

/** 对越投资, 对哈直接投资: the state in one character that is invested in, in this clause or the one before. */
export function investedIn(scene: Scene): string | undefined {
  const { chart } = scene.sentence;
  // 而B向A投资了…: the clause says it itself.
  const isWhole = scene.before().filter((t) => isA(t, 'state', 'place')).length > 1;
  const start = (isWhole ? scene.clause : (scene.clauses[scene.clauseAt - 1] ?? scene.clause))[0]!.start;
  const told = scene.text.slice(start, scene.trigger.start);
  for (const m of told.matchAll(/对(?=[\u4e00-\u9fff](?:累计|直接|协议|新增|实际)*投资)/g)) {
    const host = chart.longestFrom(start + m.index + 1, 'state', 'short');
    if (host?.end === start + m.index + 2) return (host.value as StateValue).codes[0];
  }
  return undefined;
}

/** Where foreigners are: the only state that the clause names, the agency's own government, or the host of the last such figure. */
function hostOf(scene: Scene, before: readonly Side[], clauseStart: number): string | undefined {
  const own = [...new Set(before.filter((s) => s.token.start >= clauseStart && s.marker !== 'from').map((s) => s.code))];
  if (own.length > 0) return own.length === 1 ? own[0] : undefined;
  const last = scene.registers.measure;
  return last?.to && PEOPLE_MEASURES.has(last.kind) ? last.to : undefined;
}

/** 越南接待国际游客1800万人次,其中中国游客580万: who comes, and who receives. */
function visitors(
  scene: Scene,
  measure: Edge,
  before: readonly Side[],
  origin: string | undefined,
  at: string | undefined,
): Flow | undefined {
  const text = scene.text.slice(scene.sentence.span.start, measure.start);
  if (at !== undefined && origin !== undefined && at !== origin) return { from: origin, to: at, inherited: false };
  const host = before.find(
    (s) =>
      s.code !== origin &&
      (s.marker === 'to' ||
        isA(s.token, 'visit-host') ||
        /接待|吸引|迎来|(?:到|赴|前往|来|访|访问|到访|入境)$/.test(textBefore(scene, s, text))),
  );
  const gone = host === undefined && origin !== undefined ? goneTo(scene, measure) : undefined;
  if (gone !== undefined && gone !== origin) return { from: origin!, to: gone, inherited: false };
  if (origin === undefined && host && !isA(host.token, 'visit-host') && !/接待|吸引|迎来/.test(text)) return undefined;
  // What a province or a sight receives is mostly the state's own people.
  if (host && origin === undefined && host.code.length > 2) return undefined;
  if (host) return { from: origin ?? null, to: host.code, inherited: false };
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

/** 500名老挝学生获得越南政府奖学金, 200名学生入选,赴越南学习: where they study, behind the measure. */
function schooledIn(scene: Scene, measure: Edge): string | undefined {
  const { chart } = scene.sentence;
  const from = Math.max(measure.end, scene.trigger.end);
  const rest = [...scene.clause.filter((t) => t.start >= from), ...(scene.clauses[scene.clauseAt + 1] ?? [])];
  for (const [i, t] of rest.entries()) {
    const state = chart.longestFrom(t.start, 'state');
    const isPayer = state && /^(?:政府)?(?:提供的)?[^,]{0,4}奖学金/.test(scene.text.slice(state.end, state.end + 12));
    if (state && (isPayer || /^(?:赴|前往)$/.test(rest[i - 1]?.text ?? ''))) return (state.value as StateValue).codes[0];
  }
  return undefined;
}

/** 接待 anywhere in the sentence makes its state the host; a verb of going only the state straight after it. */
function textBefore(scene: Scene, side: Side, text: string): string {
  return /接待|吸引|迎来/.test(text) ? text : scene.text.slice(Math.max(0, side.token.start - 2), side.token.start);
}

/** 非洲留学生的中国政府奖学金名额: who pays is where they study. */
function granted(scene: Scene, before: readonly Side[], payer: Edge | undefined): Flow | undefined {
  const to = payer ? (payer.value as StateValue).codes[0]! : before.find((s) => s.marker === null)?.code;
  if (to === undefined) return undefined;
  const from = before.find((s) => s.code !== to && (s.marker === 'to' || s.marker === 'for'))?.code;
  return {
    from: from ?? null,
    to,
    inherited: (payer?.value as Entry | undefined) === undefined && before.every((s) => s.token.start < scene.clause[0]!.start),
  };
}
