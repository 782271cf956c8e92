import type { Draft, ProjectStatus } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import type { Span } from '../../../text/span.js';
import { codesOfParties, partyOf, stateOf } from '../parties.js';
import { toldAbroad } from '../relevance.js';
import type { Scene } from '../scene.js';
import type { NamedValue, OrgValue, PersonValue, TitleValue } from '../token.js';
import { base } from './base.js';

const BODY =
  /(?:委员会|工作组|分委会|混委会|联委会|对话会|政策对话会|合作机制|磋商机制|对话机制|联席会议|执委会|协调小组|联合小组|合作小组|指导小组|定期会晤)$/;

/** Standing bodies between states, their parts and sessions: 中俄投资合作委员会第十次会议. */
export const bodies: Frame<Scene> = {
  id: 'zh/body',
  triggers: [{ cls: 'session' }, { cls: 'body' }, { cls: 'organisation' }, { cls: 'title' }, { cls: 'person' }],
  examples: [
    { text: '2023年5月,中国和哈萨克斯坦合作委员会第十一次会议召开。', finds: ['body 中国和哈萨克斯坦合作委员会 CN,KZ 11'] },
    { text: '美中经济工作组举行会议。', finds: ['body 美中经济工作组 CN,US'] },
    { text: '纪律检查委员会发布通报。', finds: [] },
  ],
  match(scene) {
    const session = as(scene.trigger, 'session')?.value as
      | { name: string | null; codes: readonly string[]; number: number | null }
      | undefined;
    if (session) {
      if (session.name === null) return [];
      const known = session.codes.length > 0 ? session.codes.map(stateOf) : partiesHere(scene, session.name);
      const parties = known.length === 0 && /^(?:国家|中央)/.test(session.name) && scene.cast.home ? [scene.cast.home] : known;
      return parties.length > 0 ? [body(scene, session.name, parties, session.number, scene.trigger)] : [];
    }
    const person = (as(scene.trigger, 'person')?.value as PersonValue | undefined)?.titles ?? [];
    const title = as(scene.trigger, 'title')?.value as TitleValue | undefined;
    for (const t of title ? [title] : person) {
      const name = t.organisation?.replace(/(?:副?组长|中方|俄方|越方)$/, '');
      if (!name || !BODY.test(name) || t.codes.length < 2) continue;
      const chairs =
        person.length > 0
          ? [(as(scene.trigger, 'person')!.value as PersonValue).name]
          : title && /主席/.test(title.head)
            ? scene.parties(scene.before()).flatMap((p) => (p.kind === 'person' && p.name ? [p.name] : []))
            : [];
      return [body(scene, name, t.codes.map(stateOf), null, scene.trigger, chairs)];
    }
    const named =
      (as(scene.trigger, 'body')?.value as NamedValue | undefined) ?? (as(scene.trigger, 'organisation')?.value as OrgValue | undefined);
    if (!named || title || person.length > 0 || !BODY.test(named.name)) return [];
    const parties = named.codes.length >= 2 ? named.codes.map(stateOf) : partiesHere(scene, named.name);
    if (parties.length < 2) return [];
    return [body(scene, named.name, parties, null, scene.trigger)];
  },
};

function body(scene: Scene, name: string, parties: readonly string[], session: number | null, at: Span, chairs: string[] = []): Draft {
  const span = scene.clauseSpan();
  const parts = /分为|下设|设有/.test(scene.text.slice(span.start, span.end))
    ? scene.clause.filter((t) => t.start > at.end && isA(t, 'body')).map((t) => t.text)
    : [];
  const presiding = /主持/.test(scene.text.slice(span.start, at.start))
    ? scene.parties(scene.before()).flatMap((p) => (p.kind === 'person' && p.name ? [p.name] : []))
    : [];
  return {
    ...base(scene, bodies.id, {
      start: session === null && parts.length === 0 ? at.start : Math.min(at.start, span.start),
      end: parts.length > 0 ? span.end : at.end,
    }),
    type: 'body',
    name,
    aliases: [],
    parties: [...parties],
    parts,
    session,
    chairs: [...new Set([...chairs, ...presiding])],
  };
}

/** 两国政府间委员会: the pair stands before the name or is the one that the story is about. */
function partiesHere(scene: Scene, name: string): string[] {
  if (!/政府间|联合|混合|合作|工作组|对话|双边/.test(name)) return [];
  const before = scene.before().slice(-3);
  const near = before.filter((t) => isA(t, 'joint', 'pair')).flatMap((t) => partyOf(t, scene.cast) ?? []);
  return codesOfParties(near);
}

const STATUS: readonly [RegExp, ProjectStatus][] = [
  [/障碍|受阻|停滞|困难|搁置/, 'blocked'],
  [/研究|可行性|探讨|考虑/, 'studied'],
  [/竣工|建成|投入使用|投入运营|运营|通车|落成|运行|颇具规模/, 'operating'],
  [/成立了|组建了|已成立|设立了/, 'established'],
  [/在建|开工|动工|建设中|正在建设|施工|奠基|建设进度|完成/, 'building'],
  [/签署|签订|协定|同意建设|达成|商定/, 'agreed'],
  [/拟|计划|建议|提议|推动|将建/, 'proposed'],
  [/终止|取消/, 'ended'],
  [/推进|建设/, 'building'],
];

/** Named works and ventures of two sides: a plant, a line, a joint venture. */
export const projects: Frame<Scene> = {
  id: 'zh/project',
  triggers: [{ cls: 'project' }],
  examples: [
    { text: '中国和老挝正在建设中老铁路。', finds: ['project 中老铁路 CN,LA building'] },
    { text: '双方就项目合作交换意见。', finds: [] },
  ],
  match(scene) {
    const value = as(scene.trigger, 'project')!.value as NamedValue;
    const name = value.name.replace(/^(?:个|等|多个|一些|新|的)+/, '');
    if (
      name.length < 4 ||
      /^(?:各|合作|投资|重点|重大|优先|具体|相关|一些|新)*(?:项目|合作项目|企业|公司|学校|医院|卫星|线路|中心)$/.test(name) ||
      isA(scene.trigger, 'measure', 'title')
    )
      return [];
    if (/项目$/.test(name) && !/(?:公路|铁路|电站|电厂|港|机场|管道|桥|”|园区|厂|油田|气田|地铁|轻轨|线).{0,14}项目$/.test(name)) return [];
    if (
      /^(?:打造|促进|建设|推进|推动|成功|们|座|计划|跨越|开发|兴建|修建|千伏|千瓦|兆瓦|千米|公里|吨级)/.test(name) ||
      /^(?:工业|经济|产业|科技|高科技)*(?:园区|园)$/.test(name) ||
      isOneOfMany(scene, name)
    )
      return [];
    const own = value.codes.length >= 2 ? value.codes.map(stateOf) : null;
    const parties = own ?? partiesOf(scene);
    if (parties.length === 0) return [];
    const span = scene.clauseSpan();
    const text = scene.text.slice(scene.sentence.span.start, scene.sentence.span.end);
    const near = scene.text.slice(span.start, span.end);
    const status = STATUS.find(([re]) => re.test(near))?.[1] ?? STATUS.find(([re]) => re.test(text))?.[1] ?? null;
    if (status === null) return [];
    return [
      {
        ...base(scene, projects.id, { start: scene.trigger.start, end: scene.trigger.end }),
        type: 'project',
        name,
        parties,
        status,
        place: scene.place(),
      },
    ];
  },
};

/** 平安管道、绿色管道、友谊管道: what one thing is to become, said thrice, is no name. */
function isOneOfMany(scene: Scene, name: string): boolean {
  const head = name.slice(-2);
  return scene.sentence.tokens.filter((t) => isA(t, 'project') && t.text.endsWith(head)).length >= 3;
}

/** Words that show a work to be of both sides where the sentence names neither. */
const SHARED = /两国|双方|双边|合作|援建|援助|共建|共同|联合|承建|合资/;

function partiesOf(scene: Scene): string[] {
  const before = [...scene.subject(), ...scene.parties(scene.before())];
  const codes = codesOfParties(before.filter((p) => p.kind !== 'person'));
  if (codes.length >= 2) return codes.slice(0, 2);
  const pair = scene.registers.pair?.value ?? [];
  if (codes.length === 1) return pair.length === 2 && pair.includes(codes[0]!) ? [...pair] : codes;
  const text = scene.text.slice(scene.sentence.span.start, scene.sentence.span.end);
  if (pair.length === 2 && SHARED.test(text)) return [...pair];
  const own = toldAbroad(scene.cast.home);
  return own === null ? [] : [own];
}
