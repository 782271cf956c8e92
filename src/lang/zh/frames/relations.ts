import type { Draft, RelationKind } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import { moment } from '../calendar.js';
import { codesOfParties, stateParty } from '../parties.js';
import type { Scene } from '../scene.js';
import type { NamedValue, TimeValue } from '../token.js';
import { isCapital } from '../words.js';
import { base } from './base.js';

/** Levels of relations, establishment, anniversaries, themed years, broken ties. */
export const relations: Frame<Scene> = {
  id: 'zh/relation',
  triggers: [{ cls: 'level' }, { cls: 'relation-word' }, { cls: 'v', values: ['suspension'] }],
  examples: [
    { text: '2023年9月,越南与美国将两国关系提升为全面战略伙伴关系。', home: 'VN', finds: ['relation level US,VN 全面战略伙伴关系'] },
    { text: '1950年1月18日,中国与越南建交。', finds: ['relation established CN,VN 1950-01-18'] },
    { text: '2017年6月5日,埃及宣布与卡塔尔断交。', finds: ['relation broken EG,QA 2017-06-05'] },
    { text: '2009年7月28日,委内瑞拉宣布冻结与哥伦比亚的外交关系。', finds: ['relation suspended CO,VE 2009-07-28'] },
    { text: '2009年7月28日,委内瑞拉宣布暂停与哥伦比亚的贸易。', finds: [] },
    { text: '两家公司建立合作伙伴关系。', finds: [] },
  ],
  match(scene) {
    const level = as(scene.trigger, 'level')?.value as NamedValue | undefined;
    if (level) return levelOf(scene, level.name);
    return isA(scene.trigger, 'relation-word') ? ties(scene) : halted(scene);
  },
};

function levelOf(scene: Scene, name: string): Draft[] {
  // 经济伙伴关系协定: an agreement's name says no level.
  const lead = scene.text.slice(Math.max(scene.sentence.span.start, scene.trigger.start - 6), scene.trigger.start) + name;
  // 人类命运共同体, 区域全面经济伙伴关系: of the whole world, of a region's treaty; 绿色、数字伙伴关系: of one field.
  if (/(?:人类|亚洲|海洋|网络空间|健康|生命|安全)命运共同体|生命共同体|区域全面经济|跨太平洋|印太经济/.test(lead)) return [];
  if (/^(?:协定|协议|谈判)/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 2))) return [];
  if (
    /(?:能源|数字|绿色|蓝色|经济|经贸|贸易|科技|技术|农业|教育|卫生|气候|投资|产业|人工智能)(?:合作)?伙伴关系$/.test(lead) &&
    !/全面|战略|友好/.test(name)
  )
    return [];
  // 中非新型战略伙伴关系: a side that the story's states do not hold.
  if (
    scene
      .before()
      .slice(-4)
      .some((t) => isA(t, 'open-pair'))
  )
    return [];
  const before = scene
    .before()
    .slice(-8)
    .filter((t) => isA(t, 'pair', 'joint', 'state', 'person', 'title', 'place'));
  const near = scene.parties(before).flatMap((p) => {
    if (p.kind === 'state' || p.kind === 'joint') return [p];
    // 与莫斯科的战略伙伴关系: a capital beside the word stands for its state.
    const capital =
      p.kind === 'place' && p.country !== null && p.name !== null && isCapital(p.name) && p.span.end >= scene.trigger.start - 2;
    return capital ? [stateParty([p.country!], p.span)] : [];
  });
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
    const year = scene.date(false)?.value.slice(0, 4) ?? null;
    return [{ ...base(scene, relations.id, scene.clauseSpan()), type: 'relation', kind: 'anniversary', parties, level: name, date: year }];
  }
  const raised =
    /提升|升级|建立|升格|宣布/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) && scene.modality() === 'actual';
  const date = raised ? scene.date(false) : null;
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
    if (pair?.length !== 2 || (parties.length === 1 && !pair.includes(parties[0]!))) return [];
    parties.splice(0, parties.length, ...pair);
  }
  if (word === 'established') return established(scene, parties);
  const date = scene.date(false);
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

/** 冻结与B的外交关系: ties themselves are what is put on hold. */
function halted(scene: Scene): Draft[] {
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  if (!/^了?(?:与|同|和|对)[^,。;的]{1,12}的?(?:外交|双边|两国)?关系/.test(rest) || scene.isQuestion()) return [];
  const own = scene.ownSubject().length > 0 ? scene.ownSubject() : scene.carried;
  const by = codesOfParties(own.filter((p) => p.kind !== 'place'));
  const other = codesOfParties([...scene.marked('with', 'to'), ...scene.object()].filter((p) => p.kind === 'state')).filter(
    (c) => !by.includes(c),
  );
  if (by.length !== 1 || other.length !== 1 || scene.modality() === 'denied') return [];
  return [
    {
      ...base(scene, relations.id, scene.wideSpan()),
      type: 'relation',
      kind: 'suspended',
      parties: [by[0]!, other[0]!],
      level: null,
      date: scene.date(false)?.value ?? null,
    },
  ];
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
  // 建交75年来: how long, and not on which day.
  if (/^时/.test(after) && /[比较]/.test(scene.text.slice(span.start, scene.trigger.start))) return [];
  if (!years && /^[0-9一二三四五六七八九十百]{1,4}(?:多|余)?年/.test(after)) return [];
  if (/^(?:以来|之初|后|前|纪念)/.test(after) && scene.groups().times.length === 0) return [];
  // 访问八个与中国建交的国家: says which states they are, not when.
  if (/^的/.test(after) && !scene.groups().times.some((t) => scene.trigger.start - t.end <= 1)) return [];
  const date = scene.date(false);
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
