import type { Draft, RelationKind } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import { moment } from '../calendar.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import type { NamedValue, TimeValue } from '../token.js';
import { base } from './base.js';
import { levelOf } from './levels.js';

/** Levels of relations, establishment, anniversaries, themed years, broken ties. */
export const relations: Frame<Scene> = {
  id: 'zh/relation',
  triggers: [{ cls: 'level' }, { cls: 'relation-word' }, { cls: 'v', values: ['suspension'] }],
  examples: [
    { text: '2023年9月,越南与美国将两国关系提升为全面战略伙伴关系。', home: 'VN', finds: ['relation level US,VN 全面战略伙伴关系'] },
    { text: '乍得与丹麦将关系升格为战略伙伴关系。', finds: ['relation level DK,TD 战略伙伴关系'] },
    { text: '1950年1月18日,中国与越南建交。', finds: ['relation established CN,VN 1950-01-18'] },
    { text: '2017年6月5日,埃及宣布与卡塔尔断交。', finds: ['relation broken EG,QA 2017-06-05'] },
    { text: '马里外交部宣布,将切断与丹麦的外交关系。', finds: ['relation broken DK,ML', 'event suspension DK,ML planned'] },
    { text: '2009年7月28日,委内瑞拉宣布冻结与哥伦比亚的外交关系。', finds: ['relation suspended CO,VE 2009-07-28'] },
    { text: '2009年7月28日,委内瑞拉宣布暂停与哥伦比亚的贸易。', finds: [] },
    { text: '2013年7月28日,肯尼亚宣布调降与荷兰的关系。', finds: ['relation level KE,NL 2013-07-28'] },
    { text: '肯尼亚降低与荷兰的贸易依赖。', finds: [] },
    { text: '肯尼亚议会通过决议,呼吁政府与荷兰断交。', finds: [] },
    { text: '沙特阿拉伯与伊朗2023年4月6日恢复自2016年中断的外交关系。', finds: ['relation established IR,SA 2023-04-06'] },
    { text: '韩国与中国1992年建交以来取得了许多成就。', finds: ['relation established CN,KR 1992'] },
    { text: '韩国与中国建交以来取得了许多成就。', finds: [] },
    { text: '2022年,洪都拉斯与中国进行建交谈判。', finds: ['event negotiation CN,HN 2022'] },
    { text: '洪都拉斯与中国建立外交关系。', finds: ['relation established CN,HN'] },
    { text: '摩洛哥与以色列恢复外交关系。', finds: ['relation established IL,MA'] },
    { text: '总统说,该国没有理由与以色列建立外交关系。', finds: [] },
    { text: '马新作为东盟的近邻,今年适逢两国建交60周年。新加坡和马来西亚的总理会面。', finds: ['relation anniversary MY,SG'] },
    { text: '2017年6月5日,巴林与同为海合会成员国的卡塔尔断绝外交关系。', finds: ['relation broken BH,QA 2017-06-05'] },
    { text: '两家公司建立合作伙伴关系。', finds: [] },
    { text: '中国和越南关系良好。中方主张构建人类命运共同体。', finds: [] },
    { text: '法国和斯里兰卡加强能源伙伴关系。', finds: [] },
    { text: '中国和俄罗斯是全面战略协作伙伴。', finds: ['relation level CN,RU 全面战略协作伙伴'] },
    {
      text: '2023年是中国与越南建立全面战略合作伙伴关系15周年。',
      finds: ['relation anniversary CN,VN 全面战略合作伙伴关系 2023', 'relation level CN,VN 全面战略合作伙伴关系'],
    },
  ],
  match(scene) {
    const level = as(scene.trigger, 'level')?.value as NamedValue | undefined;
    if (level) return levelOf(scene, level.name);
    if (scene.word('relation-word')?.value === 'lowers') return halted(scene, 'level');
    return isA(scene.trigger, 'relation-word') ? ties(scene) : halted(scene);
  },
};

function ties(scene: Scene): Draft[] {
  const word = (as(scene.trigger, 'relation-word')!.value as { value: string }).value;
  // 同为海合会成员国的卡塔尔: what they are members of is no side.
  const near = scene.parties(
    scene
      .before()
      .filter((t) => isA(t, 'pair', 'joint', 'state', 'organisation', 'person', 'title') && !scene.text.startsWith('成员', t.end)),
  );
  const subject = scene.ownSubject().length > 0 ? [] : scene.carried;
  const after =
    /^断/.test(scene.trigger.text) && !/^(?:并|而|与|和|同)$/.test(scene.after()[0]?.text ?? '') ? scene.object().slice(0, 1) : [];
  const parties = codesOfParties([...subject, ...near, ...after].filter((p) => p.kind !== 'place'));
  if (word === 'themed-year') return themed(scene, parties);
  // 断交示警: a headline that names nobody.
  if (parties.length === 0 && word !== 'established') return [];
  if (parties.length < 2) {
    // A承认C独立,B宣布与其断交.
    const led = scene.clauses[scene.clauseAt - 1];
    const its =
      led && /[与同和]其[^,。]{0,4}$/.test(scene.text.slice(scene.clauseSpan().start, scene.trigger.start))
        ? scene.parties(led)[0]
        : undefined;
    // 与清朝建交: with somebody who is no state of today.
    if (
      its === undefined &&
      scene.marked('with').length === 0 &&
      /[与同和][^,。两双各]{1,6}(?:正式)?$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))
    )
      return [];
    // 多次指责B干涉内政,并宣布两国断交: the two of the act that the sentence has told.
    const { acted } = scene.registers;
    const isOfTwo = /两国|双方|双边/.test(scene.text.slice(scene.clauseSpan().start, scene.trigger.end));
    const isSame =
      isOfTwo && acted?.sentence === scene.sentence.span.start && acted.by.length === 1 && parties.every((p) => p === acted.by[0]);
    const pair =
      its && parties.length === 1 && its.codes.length === 1 && its.codes[0] !== parties[0]
        ? [parties[0]!, its.codes[0]!]
        : isSame
          ? [acted.by[0]!, ...acted.on.codes]
          : scene.registers.pair?.value;
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
  // 与我断交: the agency's own country.
  const isUs = /[与同和]我国?$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start));
  const us = scene.cast.home ?? (scene.text.includes('中华民国') ? 'TW' : null);
  if (isUs && us === null) return [];
  // 呼吁政府与B断交: what is asked for is not done.
  if (/呼吁|要求|敦促|希望|主张|威胁|考虑/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return [];
  const other = isUs ? [us!] : codesOfParties(scene.marked('with').filter((p) => p.span.end <= scene.trigger.start));
  const target = other.length === 1 ? other[0]! : parties[parties.length - 1]!;
  const by = isUs ? codesOfParties(scene.subject().filter((p) => p.kind !== 'place')).slice(0, 1) : parties;
  const said = scene.modality();
  for (const p of by.filter((c) => c !== target)) {
    out.push({
      ...base(scene, relations.id, scene.wideSpan()),
      type: 'relation',
      kind: word as RelationKind,
      parties: [p, target],
      level: null,
      date: date?.value ?? null,
      modality: date === null || said === 'denied' ? said : 'actual',
    });
  }
  return out;
}

/** 冻结与B的外交关系, 调降与B的关系: ties themselves are what is put on hold, or lowered. */
function halted(scene: Scene, kind?: RelationKind): Draft[] {
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  if (/^了?的(?:双边|两国)?外交关系/.test(rest)) return resumed(scene);
  if (/^了?(?:两国|双方|双边)的?外交关系/.test(rest)) return haltedBetween(scene);
  if (!/^了?(?:与|同|和|对)[^,。;的]{1,12}的?(?:外交|双边|两国)?关系(?!.?[级等])/.test(rest) || scene.isQuestion()) return [];
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
      kind: kind ?? (/断/.test(scene.trigger.text) ? 'broken' : 'suspended'),
      parties: [by[0]!, other[0]!],
      level: null,
      date: scene.date(false)?.value ?? null,
      modality: scene.modality(),
    },
  ];
}

/** 中断两国的外交关系: of whoever does it and the other of the two. */
function haltedBetween(scene: Scene): Draft[] {
  const own = scene.ownSubject().length > 0 ? scene.ownSubject() : scene.carried;
  const by = codesOfParties(own.filter((p) => p.kind !== 'place' && p.kind !== 'joint'));
  const pair = scene.registers.pair?.value;
  if (by.length !== 1 || pair?.length !== 2 || !pair.includes(by[0]!) || scene.isQuestion() || scene.modality() === 'denied') return [];
  return [
    {
      ...base(scene, relations.id, scene.wideSpan()),
      type: 'relation',
      kind: /[断绝]/.test(scene.trigger.text) ? 'broken' : 'suspended',
      parties: [by[0]!, pair.find((c) => c !== by[0])!],
      level: null,
      date: scene.date(false)?.value ?? null,
      modality: scene.modality(),
    },
  ];
}

/** 4月6日恢复自2016年中断的外交关系: the day is that of the resuming. */
function resumed(scene: Scene): Draft[] {
  const at = scene.before().findLastIndex((t) => /^(?:正式)?(?:恢复|重建)了?$/.test(t.text));
  const parties = codesOfParties(scene.fullSubject().filter((p) => p.kind !== 'place'));
  if (at < 0 || parties.length !== 2) return [];
  const date = scene.clause
    .slice(0, at)
    .filter((t) => isA(t, 'time'))
    .map((t) => scene.timeOf(t, 'past'))
    .find((x) => x !== null);
  return [
    {
      ...{ ...base(scene, relations.id, scene.clauseSpan()), type: 'relation', kind: 'established', parties, level: null },
      date: date?.value ?? null,
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
      // 将与B建立外交关系, 否认与B建交.
      modality: kind === 'established' && (date === null || isAhead(scene)) ? scene.modality() : 'actual',
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
  // 建交谈判: not yet.
  if (/^(?:的)?(?:谈判|磋商|问题|事宜|进程|意愿|可能)/.test(after)) return [];
  // 建交75年来: how long, and not on which day.
  if (/^时/.test(after) && /[比较]/.test(scene.text.slice(span.start, scene.trigger.start))) return [];
  if (!years && /^[0-9一二三四五六七八九十百]{1,4}(?:多|余)?年/.test(after)) return [];
  if (/^(?:以来|之初|后|前|纪念)/.test(after) && scene.groups().times.length === 0) return [];
  // 访问八个与中国建交的国家: says which states they are, not when.
  if (/^的/.test(after) && !scene.groups().times.some((t) => scene.trigger.start - t.end <= 1)) return [];
  const date = scene.date(false);
  const led = scene.text.slice(span.start, scene.trigger.start);
  const told = scene.text.slice(scene.sentence.span.start, span.start);
  const isSaid = /宣布|决定|正式|恢复|签署|同意|转而|改与/.test(led) || /断交|放弃.{1,8}邦交/.test(told);
  // 洪都拉斯与中国建立外交关系。 Both before the words, nothing after them, and nobody who only wants it.
  const isDone =
    /^(?:重新)?(?:建立|恢复)|^(?:正式建|复)交|^实现/.test(scene.trigger.text) &&
    /^了?$/.test(scene.text.slice(scene.trigger.end, span.end)) &&
    scene.ownSubject().length > 0 &&
    !/呼吁|希望|愿|考虑|可能|是否|没有|拒绝|反对|如|若|应|要|寻求|推动|努力|谈判|不/.test(led);
  if (!date && ((!isSaid && !isDone) || /呼吁|希望|主张|没有|未曾|从未|是否/.test(led))) return [];
  if (/正常化$/.test(scene.trigger.text) && (!date || scene.modality() !== 'actual')) return [];
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

/** 将在某日恢复外交关系: a day that is yet to come, and no anniversary of one that is past. */
function isAhead(scene: Scene): boolean {
  const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  return scene.before().some((t) => /^(?:将|将于|拟|拟于|计划|定于)$/.test(t.text)) && !/周年|纪念|以来|庆祝/.test(tail);
}
