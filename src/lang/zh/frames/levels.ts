import type { Draft } from '../../../grammar/draft.js';
import { isA } from '../../../grammar/token.js';
import { codesOfParties, stateParty } from '../parties.js';
import type { Scene } from '../scene.js';
import { isCapital } from '../words.js';
import { base } from './base.js';

const rule = 'zh/relation';

/** 将两国关系提升为全面战略伙伴关系: the level that a clause gives the relations of two, three where it says so; `name` is the level's. */
export function levelOf(scene: Scene, said: string): Draft[] {
  // 深化命运共同体建设: the verb is no part of the level.
  const name = said.replace(
    /^(?:不断|持续|进一步|继续|共同)*(?:深化|充实|巩固|发展|丰富|加强|构建|推动|推进|共建|打造|建设|提升|维护|拓展|落实|密切|建立)/,
    '',
  );
  if (name !== said && name.length < 4) return [];
  // 经济伙伴关系协定: an agreement's name says no level.
  const led = scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 6), scene.trigger.start);
  // 人类命运共同体, 区域全面经济伙伴关系: of the whole world, of a region's treaty; 绿色、数字伙伴关系: of one field.
  if (/(?:人类|亚洲|海洋|网络空间|健康|生命|安全)命运共同体|生命共同体|区域全面经济|跨太平洋|印太经济/.test(led + name)) return [];
  if (/休戚与共的$/.test(led) || isOfSector(name, led) || WARM.test(name)) return [];
  // 中国和非洲是命运共同体: no state of the story is the other side.
  if (WITH_MANY.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return [];
  if (/^(?:协定|协议|谈判|网络)/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 2))) return [];
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
    .slice(/三边/.test(name) ? -14 : -8)
    .filter((t) => isA(t, 'pair', 'joint', 'state', 'person', 'title', 'place'));
  const near = scene.parties(before).flatMap((p) => {
    if (p.kind === 'state' || p.kind === 'joint') return [p];
    // 与莫斯科的战略伙伴关系: a capital beside the word stands for its state.
    const capital =
      p.kind === 'place' && p.country !== null && p.name !== null && isCapital(p.name) && p.span.end >= scene.trigger.start - 2;
    return capital ? [stateParty([p.country!], p.span)] : [];
  });
  let parties = codesOfParties(near);
  if (parties.length === 0) parties = codesOfParties(scene.fullSubject().filter((p) => p.kind === 'person'));
  if (parties.length > 2)
    parties = /三边|三国/.test(scene.text.slice(scene.clauseSpan().start, scene.trigger.end)) ? parties : parties.slice(-2);
  if (parties.length === 1) {
    const pair = scene.registers.pair?.value ?? [];
    const subject = codesOfParties(scene.subject()).filter((c) => !parties.includes(c));
    if (subject.length === 1) parties = [...parties, subject[0]!];
    else if (pair.length === 2 && pair.includes(parties[0]!)) parties = [...pair];
  }
  // 世界各国的命运共同体, 公司的战略合作伙伴: whose, the words right before must say.
  if (
    isLoose(name) &&
    !scene
      .before()
      .slice(name.endsWith('伙伴') ? 0 : -4)
      .some((t) => isA(t, 'pair', 'joint', 'state', 'person'))
  )
    return [];
  if (parties.length === 0) parties = [...(scene.registers.pair?.value ?? [])];
  if (parties.length < 2 || (/合作伙伴关系|伙伴关系/.test(name) && name.length <= 4)) return [];
  const kept = /^[0-9一二三四五六七八九十]{1,3}周年/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 5));
  if (kept) {
    const year = scene.date(false)?.value.slice(0, 4) ?? null;
    return [
      { ...base(scene, rule, scene.clauseSpan()), type: 'relation', kind: 'anniversary', parties, level: name, date: year },
      { ...base(scene, rule, scene.clauseSpan()), type: 'relation', kind: 'level', parties, level: name, date: null },
    ];
  }
  const raised =
    /提升|升级|建立|升格|宣布|缔结|确立|结[成为]|构筑|达成|上升|晋升/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) &&
    scene.modality() === 'actual';
  const date = raised ? scene.date(false) : null;
  return [
    {
      ...base(scene, rule, scene.clauseSpan()),
      type: 'relation',
      kind: 'level',
      parties,
      level: name,
      date: date?.own ? date.value : null,
      modality:
        /提升|升级|升格|建立|构建|打造|缔结|建成|发展成/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) &&
        scene.modality() !== 'actual'
          ? 'planned'
          : 'actual',
    },
  ];
}

/** 牢固的伙伴关系: praise, and no level. */
const WARM = /^(?:更加|紧密|牢固|良好|强劲|稳固|密切|稳定|坚实|的)+伙伴关系$/;
const WITH_MANY = /(?:[和与同]|中国)(?:非洲|拉美|阿拉伯|中东|欧洲|亚洲|加勒比|太平洋岛国|中亚|东南亚)[^,]{0,8}$/;

/** 能源伙伴关系, 航天合作伙伴关系: partners in one thing. */
function isOfSector(name: string, led: string): boolean {
  if (/战略|全面|全天候|全方位|三边|前瞻|特殊|特别|永久/.test(name)) return false;
  return (
    /^(?:能源|绿色|数字|经济|防务|国防)/.test(name) ||
    /(?:能源|航天|绿色|融资|投资|贸易|经贸|经济|蓝色|数字|农业|科技|智能|海洋|企业|城市|卫生|教育|发展)$/.test(led)
  );
}

/** 命运共同体, 紧密的伙伴关系, 合作伙伴: words that are also said of all the world, or of firms. */
function isLoose(name: string): boolean {
  return (
    /命运共同体$|伙伴$/.test(name) ||
    /^(?:更加|紧密|广泛|深化|高质量|高水平|牢固|平等|友好|建设性|互利|合作|创新|增强|可持续|面向|未来|传统|的)*伙伴关系$/.test(name)
  );
}
