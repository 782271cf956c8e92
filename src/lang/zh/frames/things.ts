import type { Draft, ProjectStatus, RelationKind } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import type { Span } from '../../../text/span.js';
import { moment } from '../calendar.js';
import { codesOfParties, partyOf, stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import type { NamedValue, OrgValue, PersonValue, TimeValue, TitleValue } from '../token.js';

const BODY =
  /(?:委员会|工作组|分委会|混委会|联委会|对话会|政策对话会|合作机制|磋商机制|对话机制|联席会议|执委会|协调小组|联合小组|合作小组|指导小组|定期会晤)$/;

function base(
  scene: Scene,
  rule: string,
  span: Span,
): { span: Span; modality: 'actual'; confidence: number; rule: string; speaker: ReturnType<Scene['speaker']>; roles: Draft['roles'] } {
  return { span, modality: 'actual', confidence: 0.9, rule, speaker: scene.speaker(), roles: {} };
}

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
    const session = as(scene.trigger, 'session')?.value as { name: string | null; codes: readonly string[]; number: number } | undefined;
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

function partiesOf(scene: Scene): string[] {
  const before = [...scene.subject(), ...scene.parties(scene.before())];
  const codes = codesOfParties(before.filter((p) => p.kind !== 'person'));
  if (codes.length >= 2) return codes.slice(0, 2);
  const pair = scene.registers.pair?.value ?? [];
  if (codes.length === 1) return pair.length === 2 && pair.includes(codes[0]!) ? [...pair] : codes;
  return pair.length === 2 ? [...pair] : scene.cast.home ? [scene.cast.home] : [];
}

/** Levels of relations, establishment, anniversaries, themed years, broken ties. */
export const relations: Frame<Scene> = {
  id: 'zh/relation',
  triggers: [{ cls: 'level' }, { cls: 'relation-word' }],
  examples: [
    { text: '2023年9月,越南与美国将两国关系提升为全面战略伙伴关系。', home: 'VN', finds: ['relation level US,VN 全面战略伙伴关系'] },
    { text: '1950年1月18日,中国与越南建交。', finds: ['relation established CN,VN 1950-01-18'] },
    { text: '2017年6月5日,埃及宣布与卡塔尔断交。', finds: ['relation broken EG,QA 2017-06-05'] },
    { text: '两家公司建立合作伙伴关系。', finds: [] },
  ],
  match(scene) {
    const level = as(scene.trigger, 'level')?.value as NamedValue | undefined;
    return level ? levelOf(scene, level.name) : ties(scene);
  },
};

function levelOf(scene: Scene, name: string): Draft[] {
  const before = scene
    .before()
    .slice(-8)
    .filter((t) => isA(t, 'pair', 'joint', 'state', 'person', 'title'));
  const near = scene.parties(before).filter((p) => p.kind === 'state' || p.kind === 'joint');
  let parties = codesOfParties(near);
  if (parties.length > 2)
    parties = /三边|三国/.test(scene.text.slice(scene.clauseSpan().start, scene.trigger.end)) ? parties : parties.slice(-2);
  if (parties.length === 1) {
    const pair = scene.registers.pair?.value ?? [];
    const subject = codesOfParties(scene.subject()).filter((c) => !parties.includes(c));
    if (subject.length === 1) parties = [...parties, subject[0]!];
    else if (pair.length === 2 && pair.includes(parties[0]!)) parties = [...pair];
  }
  if (parties.length === 0) parties = [...(scene.registers.pair?.value ?? [])];
  if (parties.length < 2 || (/合作伙伴关系|伙伴关系/.test(name) && name.length <= 4)) return [];
  const kept = /^[0-9一二三四五六七八九十]{1,3}周年/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 5));
  if (kept) {
    const year = scene.date()?.value.slice(0, 4) ?? null;
    return [{ ...base(scene, relations.id, scene.clauseSpan()), type: 'relation', kind: 'anniversary', parties, level: name, date: year }];
  }
  const raised =
    /提升|升级|建立|升格|宣布/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) && scene.modality() === 'actual';
  const date = raised ? scene.date() : null;
  return [
    {
      ...base(scene, relations.id, scene.clauseSpan()),
      type: 'relation',
      kind: 'level',
      parties,
      level: name,
      date: date?.own ? date.value : null,
      modality:
        /提升为|致力|希望|愿/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) && scene.modality() !== 'actual'
          ? 'planned'
          : 'actual',
    },
  ];
}

function ties(scene: Scene): Draft[] {
  const word = (as(scene.trigger, 'relation-word')!.value as { value: string }).value;
  const near = scene.parties(scene.before().filter((t) => isA(t, 'pair', 'joint', 'state', 'organisation', 'person', 'title')));
  const subject = scene.ownSubject().length > 0 ? [] : scene.carried;
  const after = /^断/.test(scene.trigger.text) ? scene.object().slice(0, 1) : [];
  const parties = codesOfParties([...subject, ...near, ...after].filter((p) => p.kind !== 'place'));
  if (word === 'themed-year') return themed(scene, parties);
  if (parties.length < 2) {
    const pair = scene.registers.pair?.value;
    if (!pair || pair.length !== 2 || (parties.length === 1 && !pair.includes(parties[0]!))) return [];
    parties.splice(0, parties.length, ...pair);
  }
  if (word === 'established') return established(scene, parties);
  const date = scene.date();
  if (word === 'lowered')
    return [
      {
        ...base(scene, relations.id, scene.clauseSpan()),
        type: 'relation',
        kind: 'level',
        parties: parties.slice(0, 2),
        level: null,
        date: date?.value ?? null,
      },
    ];
  const out: Draft[] = [];
  const other = codesOfParties(scene.marked('with'));
  const target = other.length === 1 ? other[0]! : parties[parties.length - 1]!;
  for (const p of parties.filter((c) => c !== target)) {
    out.push({
      ...base(scene, relations.id, scene.wideSpan()),
      type: 'relation',
      kind: word as RelationKind,
      parties: [p, target],
      level: null,
      date: date?.value ?? null,
    });
  }
  return out;
}

/** 建交N周年(…~…): the year of the anniversary, and with it the year when relations began. */
function established(scene: Scene, parties: readonly string[]): Draft[] {
  if (parties.length > 2) return [];
  const span = scene.clauseSpan();
  const after = scene.text.slice(scene.trigger.end, Math.min(scene.sentence.span.end, scene.trigger.end + 60));
  const out: Draft[] = [];
  const years = /^([0-9一二三四五六七八九十百]{1,4})周年?/.exec(after);
  const bracket = /^.{0,8}\((\d{4})[.年/-](?:(\d{1,2})[.月/-](\d{1,2})日?)?年?[~—-]{1,2}(\d{4})/.exec(after);
  const make = (kind: RelationKind, date: string | null): void => {
    out.push({
      ...base(scene, relations.id, { start: span.start, end: Math.max(span.end, scene.trigger.end) }),
      type: 'relation',
      kind,
      parties: [...parties],
      level: null,
      date,
    });
  };
  if (bracket) {
    const day = bracket[2] ? `${bracket[1]}-${bracket[2].padStart(2, '0')}-${bracket[3]!.padStart(2, '0')}` : bracket[1]!;
    make('established', day);
    make('anniversary', bracket[2] ? `${bracket[4]}-${bracket[2].padStart(2, '0')}-${bracket[3]!.padStart(2, '0')}` : bracket[4]!);
    return out;
  }
  const single = /^[0-9一二三四五六七八九十百]{1,4}周年\((\d{4})[年.](\d{1,2})[月.](\d{1,2})日?\)/.exec(after);
  if (single) make('established', `${single[1]}-${single[2]!.padStart(2, '0')}-${single[3]!.padStart(2, '0')}`);
  if (years) {
    const times = scene.clause.filter((t) => isA(t, 'time') && t.start < scene.trigger.start);
    const year = times
      .map((t) => moment((as(t, 'time')!.value as TimeValue).from, scene.registers.calendar, 'none'))
      .find((x) => x !== null);
    make('anniversary', year ? year.slice(0, 4) : null);
    return out;
  }
  if (/^(?:以来|之初|后|前|纪念)/.test(after) && scene.groups().times.length === 0) return [];
  const date = scene.date();
  if (!date && !/宣布|决定|正式|恢复|签署|同意/.test(scene.text.slice(span.start, scene.trigger.start))) return [];
  make('established', date?.value ?? null);
  return out;
}

/** 友好年, 文化年: the year it is held, or is to be. */
function themed(scene: Scene, parties: readonly string[]): Draft[] {
  const codes = parties.length === 2 ? parties : (scene.registers.pair?.value ?? []);
  if (codes.length !== 2) return [];
  const years = scene.clauses
    .slice(0, scene.clauseAt + 1)
    .flat()
    .filter((t) => isA(t, 'time') && t.start < scene.trigger.start)
    .reverse();
  const date = years.map((t) => scene.timeOf(t, 'none')).find((x) => x !== null);
  const year = date && /^\d{4}(?:\/\d{4})?$/.test(date.value) ? date.value : null;
  if (year === null && !/举行|举办|庆祝|互办/.test(scene.text.slice(scene.clauseSpan().start, scene.clauseSpan().end))) return [];
  return [
    {
      ...base(scene, relations.id, { start: date?.span.start ?? scene.clauseSpan().start, end: scene.trigger.end }),
      type: 'relation',
      kind: 'themed-year',
      parties: [...codes],
      level: null,
      date: year,
      modality: scene.modality(),
    },
  ];
}
