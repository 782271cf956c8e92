import type { Edge } from '../../../grammar/chart.js';
import { isA } from '../../../grammar/token.js';
import type { Scene } from '../scene.js';
import type { StateValue } from '../token.js';
import { type MeasureFound, measureEdge } from './measure-found.js';

/** 在韩居留的外国人, 到马尔代夫旅游的中国人, 在日本工作的越南人: people by where they come from and what they do there. */
export function people(scene: Scene): MeasureFound | undefined {
  const { chart } = scene.sentence;
  const tokens = scene.before();
  for (let i = tokens.length - 1; i > 0; i--) {
    const t = tokens[i]!;
    if (isA(t, 'count', 'money')) return undefined;
    // 韩国|人总数: the people and their state as two pieces.
    const state = /^人(?:总数|数)?$/.test(t.text) && isA(tokens[i - 1], 'state') ? tokens[i - 1]! : undefined;
    if (!state && !/^[\u4e00-\u9fff]{2,12}人$/.test(t.text)) continue;
    const of = chart.longestFrom(t.start, 'state');
    if (!state && !(of && of.end === t.end - 1) && !/^(?:外国|外籍)人$/.test(t.text)) continue;
    const start = state?.start ?? t.start;
    const told = scene.text.slice(scene.clause[0]!.start, start);
    const kind = DOINGS.find(([re]) => re.test(told))?.[1];
    const label = scene.text.slice(start, t.end);
    return kind ? { kind, edge: measureEdge({ start, end: t.end }, label, kind), label } : undefined;
  }
  return byPapers(scene) ?? livingThere(scene) ?? sourceOf(scene);
}

/** 在韩国的越南籍居民超过30万: people by their papers or their roots, who live where the clause says. */
function byPapers(scene: Scene): MeasureFound | undefined {
  const start = scene.clause[0]!.start;
  const told = scene.text.slice(start, scene.trigger.start);
  const m = ROOTS.exec(told);
  const of = m ? scene.sentence.chart.longestTo(start + m.index, 'state') : undefined;
  if (!m || !of || !/(?:在|旅居|居住在|生活在|定居).{1,8}的?$/.test(scene.text.slice(start, of.start))) return undefined;
  const at = { start: of.start, end: start + m.index + m[0].length };
  const label = scene.text.slice(of.start, start + m.index + m[1]!.length);
  return { kind: 'community', edge: measureEdge(at, label, 'community'), label };
}

const ROOTS = /([籍裔](?:居民|公民|人士|人|侨民)?)(?:的)?(?:总数|人数|数量)?(?:目前|已|约|共|超过|达到?|有|为|近|逾|接近|多达|高达|大约)*$/;

/** 在意大利生活着约11万摩尔多瓦公民: where they live before the number, whose they are behind it. */
function livingThere(scene: Scene): MeasureFound | undefined {
  const { chart } = scene.sentence;
  const start = scene.clause[0]!.start;
  const at = /在(?=[\u4e00-\u9fff]{2,8}?(?:境内)?(?:生活|居住|旅居|侨居)(?:着|有))/.exec(scene.text.slice(start, scene.trigger.start));
  const host = at ? chart.longestFrom(start + at.index + 1, 'state') : undefined;
  const behind = scene.trigger.end + (/^名/.exec(scene.text.slice(scene.trigger.end))?.[0].length ?? 0);
  const of = host ? chart.longestFrom(behind, 'state') : undefined;
  const who = of ? /^(?:公民|侨民|国民|人|裔)/.exec(scene.text.slice(of.end)) : null;
  const [from, to] = [codeOf(of ?? undefined), codeOf(host ?? undefined)];
  if (!of || !who || !from || !to || from === to) return undefined;
  const span = { start: of.start, end: of.end + who[0].length };
  const label = scene.text.slice(span.start, span.end);
  return { kind: 'community', edge: measureEdge(span, label, 'community'), label, flow: { from, to } };
}

/** 俄罗斯以630万人次成为土耳其最大客源国. */
function sourceOf(scene: Scene): MeasureFound | undefined {
  const { chart } = scene.sentence;
  const { start, end } = scene.trigger;
  if (!/以(?:约|近|超过|逾)*$/.test(scene.text.slice(scene.clause[0]!.start, start))) return undefined;
  const led = /^(?:的?(?:成绩|规模))?(?:成为|位居|位列|是|为|居|仍是|继续是)/.exec(scene.text.slice(end, end + 10));
  const host = led ? chart.longestFrom(end + led[0].length, 'state') : undefined;
  const m = host
    ? /^的?(?:第?[一二三四五六七八九十\d]?大|最大|首要|主要)?(?:国际|境外|海外|外国)?(?:旅游|游客)?客源/.exec(
        scene.text.slice(host.end, host.end + 14),
      )
    : null;
  const from = codeOf(
    scene.sentence.tokens
      .filter((t) => t.end <= start && t.start >= scene.clause[0]!.start && isA(t, 'state'))
      .map((t) => chart.longestFrom(t.start, 'state') ?? undefined)
      .at(-1),
  );
  const to = codeOf(host ?? undefined);
  if (!host || !m || !from || !to || from === to) return undefined;
  const edge = measureEdge({ start: host.end, end: host.end + m[0].length }, '客源', 'tourists');
  return { kind: 'tourists', edge, label: '客源', flow: { from, to } };
}

/** 34名萨尔瓦多青年在中国留学, A有1200名学生在B学习: people of a state, by what they do in another. */
export function abroad(scene: Scene): MeasureFound | undefined {
  const { chart } = scene.sentence;
  const { end } = scene.trigger;
  const rest = scene.text.slice(end, scene.clauseSpan().end);
  for (const shape of [GOES, LIVES]) {
    const { led = '', who = '', way = '', doing = way } = shape.exec(rest)?.groups ?? {};
    if (who === '' || who.includes('代表')) continue;
    const origin = chart.longestFrom(end + led.length, 'state');
    const at = rest.indexOf(way, origin ? origin.end - end : who.length) + way.length;
    const host = chart.longestFrom(end + at, 'state', 'place', 'short');
    const from = origin ? codeOf(origin) : PEOPLE.test(who) ? senderOf(scene) : undefined;
    const to = codeOf(host ?? undefined);
    if (!from || !to || from === to) continue;
    const start = end + rest.indexOf(doing, at - way.length);
    // 工作、生活与学习: they live there.
    const isLife = /^(?:[、和与及][\u4e00-\u9fff]{2})*[、和与及](?:生活|居住)/.test(
      scene.text.slice(start + doing.length, scene.clauseSpan().end),
    );
    const kind = isLife ? 'community' : DONE.find(([re]) => re.test(doing))![1];
    const edge = measureEdge({ start, end: start + doing.length }, doing, kind);
    return { kind, edge, label: doing, flow: { from, to } };
  }
  return undefined;
}

function codeOf(edge: Edge | undefined): string | undefined {
  return (edge?.value as StateValue | undefined)?.codes[0]?.slice(0, 2);
}

/** 法国目前有1200名…: the state that has them, alone before the number. */
function senderOf(scene: Scene): string | undefined {
  const states = scene.before().filter((t) => isA(t, 'state'));
  const [only] = states;
  if (states.length !== 1 || only === undefined) return undefined;
  return /^(?:目前|现在|现|已|共|每年|约)*(?:有|派出|派遣|选派)(?:了|约|近|逾|超过)*$/.test(scene.text.slice(only.end, scene.trigger.start))
    ? codeOf(scene.sentence.chart.longestFrom(only.start, 'state') ?? undefined)
    : undefined;
}

const PEOPLE = /^(?:名)?(?:留?学生|学者|青年|公民|国民|侨民|劳工|工人|劳务人员|务工人员|医生|护士|人)/;
/** 7842名韩国公民来越南旅游, 1.2万法国人在越南生活: people, where they go or are, and what for. */
const GOES =
  /^(?<led>的|来自)?(?<who>[\u4e00-\u9fff]{1,10}?)(?<way>来|到|赴|前往|入境|在)[\u4e00-\u9fff]{1,8}?(?<doing>旅游|观光|旅行|度假|留学|就读|求学|学习|深造|务工|打工|就业|工作|生活|居住|定居)/;
/** 约1.2万名法国公民居住在越南. */
const LIVES = /^(?<led>的|来自)?(?<who>[\u4e00-\u9fff]{2,10}?)(?<way>(?:居住|生活|旅居|侨居|定居)(?:在|于)?)[\u4e00-\u9fff]/;
const DONE: readonly (readonly [RegExp, string])[] = [
  [/居|生活/, 'community'],
  [/旅|观光|度假/, 'tourists'],
  [/学|就读|深造/, 'students'],
  [/工|就业/, 'workers'],
];

const DOINGS: readonly (readonly [RegExp, string])[] = [
  [
    /在.{1,8}(?:(?:工作|学习|经商|务工|留学|居住)[、和与及]){1,3}(?:生活|居住|学习|工作)的?$|在.{1,8}生活[、和与及][\u4e00-\u9fff、和与及]{2,8}的?$|旅(?![游行客])[\u4e00-\u9fff]{1,4}$/,
    'community',
  ],
  [/(?:到|赴|前往|来|访).{1,8}(?:旅游|观光|旅行|度假)的?$/, 'tourists'],
  [/在.{1,8}(?:留学|就读|求学)的?$/, 'students'],
  [/在.{1,8}(?:工作|务工|就业|打工)的?$/, 'workers'],
  [/在.{1,8}(?:居留|居住|生活|定居|侨居|旅居|常住|登记)的?$|(?:居住|生活|定居|侨居|旅居)在?.{1,8}的$/, 'community'],
];
