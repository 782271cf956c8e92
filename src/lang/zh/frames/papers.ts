import type { AgreementStatus, Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { isA } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import { stateOf } from '../parties.js';
import { codesIn } from '../phrases/codes-in.js';
import type { Signed } from '../registers.js';
import type { Scene } from '../scene.js';
import { base } from './base.js';

/** Kinds of paper, the last characters of their names. */
const HEAD =
  '(?:协[议定]书?|条约|备忘录|议定书|意向书|路线图|(?:交流|合作|行动|执行|实施|工作|磋商|培训)计划|规划|合同|换[文函]|承诺书|确认书|宣言|纪要|章程)';
const KIND = new RegExp(`${HEAD}$`);
/** A paper in a list of them: by its title, or by a description that ends in its kind. */
const ITEM = new RegExp(
  `《([^《》]{2,80})》|((?:(?![,。;:《》()]|(?:表示|指出|强调|认为|举行|访问|宣布)).){0,46}?${HEAD})(?=[、,。;(和与及等以]|$|的(?:签|互?换)|(?:签[署字约]|互?换文?)?仪式)`,
  'y',
);
/** What stands before the name of a paper and is no part of it. */
const LEAD =
  /^(?:了|过|有|的|以及|还有|和|与|及|并|、|等|其中|主要|分别|包括|[为是:]|一系列|一批|多[项份个]|若干|[0-9一二两三四五六七八九十数]+(?:余|多)?[项份个]|双边|(?:两|三)国(?:政府|部门)?间?的?|双方|三方|新的?|相关|重要|文件|关于(?=[^的]*$))+/;
/** More than one, and none named. */
const SEVERAL = /一系列|一批|多[项份个]|若干|(?:[2-9二两三四五六七八九数]|[0-9一二三四五六七八九十]{2,}|十)(?:余|多)?[项份个]/;
/** Words that say nothing of what a paper is about. */
const PLAIN = /合作|双边|谅解|友好|政府间?|部门间?|框架|两国|双方|三方|全面|重要|联合|正式|相关|有关|关于|[的新间了]/g;
/** 其中包括, 这些文件是: the clause goes on with what was signed before. */
const LISTS = /^(?:(?:其中|主要|这些文件|上述文件|文件|内容)*(?:包括|有|分别[是为]|涵盖|即)|以及|还有|并有)/;
/** Papers that are no agreement of states. */
const NO_PACT = /收购|并购|租赁|保密|用户|劳动合同|赞助|转会|联盟协议|组阁|认罪|和解协议|购房|行政|军购|采购合同/;

/** Words that a name does not begin with, or that stand between a name and another word. */
const NO_NAME = new RegExp(`^(?:[这该此後后前时]|约\\d|之际|期间)|[就将]|签[署订]|达成|批准|进行|[与和及]${HEAD}$`);

/** The words for the act itself. */
const SIGNS = /签(?:署|订|定|下|了|字|约)|互换|交换|缔结|订立/;

/** What becomes of a paper that a clause begins with. */
const LIVES: readonly [RegExp, AgreementStatus][] = [
  [/^[^,。]{0,8}(?:终止|失效|作废|废止|到期|期满)/, 'ended'],
  [/^[^,。]{0,10}(?:暂停|中止|搁置|冻结)/, 'suspended'],
  [/^[^,。]{0,6}(?:谈判|磋商)/, 'negotiating'],
  [/^(?:将|有望|预计|计划|拟|可望|定于|待|尚待|仍待|即将|争取|最快|最早)[^,。]{0,16}(?:签[署字订约]|缔结)/, 'proposed'],
  [/^(?:下[个]?月|下周|年内|明年)[^,。]{0,10}签[署字订约]/, 'proposed'],
  [/^[^,。]{0,10}(?:获|经|得到)[^,。]{0,14}(?:批准|通过)/, 'ratified'],
  [/^(?:将|有望|预计|计划|拟|定于|待|尚待|尚未|仍未|即将|未)[^,。]{0,24}生效/, 'signed'],
  [/^(?:已经?|正式|也|同时|于|自|从|在|去年|今年|前年|昨|[0-9])[^,。]{0,18}生效/, 'in-force'],
  [/^(?:已经?|正式|于|在|去年|今年|前年|昨|日前|近日|[0-9])[^,。]{0,18}(?:签[署字订约]|缔结)/, 'signed'],
];
/** A clause that begins with a paper: 相关产量分成协议, 有关建设核电站的政府间协定. */
const TOPIC = new RegExp(
  `^(?:此外|同时|目前|其中|而)?(相关|有关|两国(?:间|政府间?)?|双方|双边|)的?((?:(?![,。;:《》“”()]).){1,36}?${HEAD})`,
);

/** Papers without quotation marks that are signed in a list, or that a clause begins with: 签署了税务合作协议、旅游备忘录等文件. */
export const papers: Frame<Scene> = {
  id: 'zh/agreement/papers',
  triggers: [{ cls: 'clause' }, { cls: 'promise' }],
  examples: [
    {
      text: '泰国与老挝签署了税务合作协议、2026年旅游合作计划以及关于跨境电力的备忘录等文件。',
      finds: [
        'agreement 税务合作协议 LA,TH signed',
        'agreement 2026年旅游合作计划 LA,TH signed',
        'agreement 关于跨境电力的备忘录 LA,TH signed',
      ],
    },
    {
      text: '约旦与埃及签署了五份文件,其中有电网互联路线图和青年交流计划。',
      finds: ['agreement 电网互联路线图 EG,JO signed', 'agreement 青年交流计划 EG,JO signed'],
    },
    { text: '日本与蒙古国举行会谈。相关产量分成协议已经签署。', finds: ['agreement 产量分成协议 JP,MN signed'] },
    { text: '塞尔维亚与俄罗斯举行会谈。塞俄天然气供应合同5月底到期。', finds: ['agreement 塞俄天然气供应合同 RS,RU ended'] },
    { text: '日本与蒙古国举行会谈。双方的矿产供应协议将于下月签署。', finds: ['agreement 矿产供应协议 JP,MN proposed'] },
    { text: '俄罗斯与朝鲜就恢复客运列车签署了协议。', finds: ['agreement 协议 KP,RU signed'] },
    { text: '按照5月签署的能源协议,土耳其每年对叙利亚供气20亿立方米。', finds: ['agreement 能源协议 SY,TR signed'] },
    { text: '泰国与老挝签署了十余份协议。', finds: [] },
    { text: '泰国总理签署了命令。', finds: [] },
    { text: '公司与员工的相关劳动合同已经签署。', finds: [] },
  ],
  match(scene) {
    const { start, end } = scene.clauseSpan();
    const text = scene.text.slice(start, end);
    if (scene.inTitle || !KIND_INSIDE.test(text) || scene.isQuestion()) return [];
    const signed = signedFor(scene, text);
    const names = signed ? listed(scene, text, signed) : [];
    return names.length > 0 ? names : [...topic(scene, text), ...grounds(scene, text)];
  },
};

const KIND_INSIDE = new RegExp(HEAD);

/** The signing that the clause tells, or that it goes on to list the papers of; with where its list begins. */
function signedFor(scene: Scene, text: string): { by: Signed; from: number } | undefined {
  const by = scene.registers.signed;
  const { start, end } = scene.clauseSpan();
  if (!by) return undefined;
  if (by.span.start >= start && by.span.start < end) {
    const verb = SIGNS.exec(text);
    return verb ? { by, from: verb.index + verb[0].length } : undefined;
  }
  const lead = LISTS.exec(text);
  const near = by.sentence.start === scene.sentence.span.start || scene.sentence.span.start - by.sentence.end <= 3;
  return lead && near && by.span.start < start ? { by, from: lead[0].length } : undefined;
}

/** The papers of a list, one after the other. */
function listed(scene: Scene, text: string, { by, from }: { by: Signed; from: number }): Draft[] {
  const { start } = scene.clauseSpan();
  const out: Draft[] = [];
  const names: { name: string; led: string; at: number }[] = [];
  for (let i = from; i < text.length && names.length < 20; ) {
    const led = LEAD.exec(text.slice(i))?.[0] ?? '';
    ITEM.lastIndex = i + led.length;
    const m = ITEM.exec(text);
    if (!m) break;
    const name = m[1] ?? nameOf(m[2]!);
    names.push({ name, led: m[1] ? '' : led + m[2]!.slice(0, m[2]!.length - name.length), at: i + led.length });
    i = ITEM.lastIndex + (/^\([^()]{1,24}\)/.exec(text.slice(ITEM.lastIndex))?.[0].length ?? 0);
    if (!/^[、和与及以]/.test(text.slice(i))) break;
  }
  const rest = text.slice(from);
  for (const { name, led, at } of names) {
    const isTitled = text[at] === '《';
    const own = name.replace(KIND, '').replace(PLAIN, '');
    const isPlain = own.length < 2;
    if (NO_PACT.test(name) || NO_NAME.test(name) || (isTitled && !KIND.test(name))) continue;
    if (isPlain && (names.length > 1 || SEVERAL.test(led) || !/就|关于/.test(text.slice(0, from)) || /^(?:规划|纪要|章程)$/.test(name)))
      continue;
    if (SEVERAL.test(led) && names.length === 1 && !isTitled) continue;
    const inside = codesIn(scene.sentence.chart, start + at, start + at + led.length + name.length + 2);
    const codes = inside.length === 2 && inside.every((c) => c.length === 2 || isGroup(c)) ? inside : by.codes;
    out.push(paper(scene, name, codes, by.done ? 'signed' : 'proposed', { start: start + at, end: start + text.length }, rest, by));
  }
  return out;
}

/** What papers are made for. */
const DOES =
  /^(?:在[^,的]{2,12})?(?:兴建|建设|修建|共建|合建|购买|采购|供应|运输|合作开发|开发|供[水电气]|移交|引渡|避免|互免|互认|设立|建立|延长|修订|补充|联合)/;

/** A description without what only qualifies it: 价值两亿美元的贷款协议. */
function nameOf(told: string): string {
  const name = told.replace(LEAD, '');
  const of = name.lastIndexOf('的');
  if (/^(?:关于|有关|旨在)/.test(name) || of < 0) return name;
  const short = name.slice(of + 1).replace(LEAD, '');
  // 在边境兴建水泥厂的框架协议: the kind of paper alone says nothing.
  return short.replace(KIND, '').replace(PLAIN, '').length < 2 && DOES.test(name) ? name : short;
}

/** A paper that the clause begins with, of the two that the story is about. */
function topic(scene: Scene, text: string): Draft[] {
  const m = TOPIC.exec(text);
  if (!m) return [];
  const name = m[1] === '有关' ? m[2]!.replace(LEAD, '') : nameOf(m[2]!);
  const status = LIVES.find(([re]) => re.test(text.slice(m[0].length)))?.[1];
  if (
    status === undefined ||
    NO_PACT.test(name) ||
    NO_NAME.test(name) ||
    /完成|实现|宣布|启动|推进/.test(name) ||
    name.replace(KIND, '').replace(PLAIN, '').length < 2
  )
    return [];
  const { start, end } = scene.clauseSpan();
  const pair = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  const said = codesIn(scene.sentence.chart, start, end);
  // 塞俄天然气供应合同月底到期: whose it is stands in its name.
  const inside = codesIn(scene.sentence.chart, start, start + m[0].length).map(stateOf);
  const parties = inside.length === 2 ? inside : pair;
  if (m[1] === '' && !isOfPair(scene, start + m[0].length)) return [];
  if (inside.length !== 2 && (m[1] === '' || said.some((c) => !pair.includes(c)))) return [];
  if (parties.length !== 2 || (inside.length !== 2 && pair.some(isGroup))) return [];
  return [paper(scene, m[1] === '有关' && name.includes('的') ? `有关${name}` : name, parties, status, { start, end }, text)];
}

/** 塞俄天然气供应合同: nothing but a pair and the words of a name stands before the paper's end. */
function isOfPair(scene: Scene, end: number): boolean {
  const name = scene.clause.filter((t) => t.start < end);
  return (
    isA(name[0], 'pair') &&
    !name.slice(1).some((t) => isA(t, 'say', 'lv', 'will', 'mod', 'person', 'title', 'time', 'joint', 'mark', 'reach'))
  );
}

/** 按照5月签署的能源协议,A将对B供气: a clause of its own, of the two that the sentence goes on to name. */
function grounds(scene: Scene, text: string): Draft[] {
  const m = GROUNDS.exec(text);
  if (!m || scene.clauseAt >= scene.clauses.length - 1) return [];
  const name = nameOf(m[2]!);
  if (NO_PACT.test(name) || NO_NAME.test(name) || name.replace(KIND, '').replace(PLAIN, '').length < 2) return [];
  const { start, end } = scene.clauseSpan();
  const { chart, span } = scene.sentence;
  if (codesIn(chart, start, end).length > 0) return [];
  const said = codesIn(chart, span.start, span.end).map(stateOf);
  const two = [...new Set(said)];
  if (two.length !== 2 || two.some(isGroup)) return [];
  return [paper(scene, name, two, m[1] ? 'signed' : 'in-force', { start, end }, text)];
}

const GROUNDS = new RegExp(
  `^(?:按照|根据|依据|按|依照)([^,《》]{0,14}(?:签署|签订|达成|缔结)的)?(“[^“”]{2,16}”${HEAD}|(?:(?![,。;:《》“”()]).){2,26}?${HEAD})$`,
);

function paper(
  scene: Scene,
  name: string,
  parties: readonly string[],
  status: AgreementStatus,
  span: { start: number; end: number },
  told: string,
  by?: Signed,
): Draft {
  scene.registers.document = { name, parties: [...parties], span };
  const date = status === 'signed' && !/周年|生效/.test(told) ? (by?.date ?? null) : null;
  return {
    ...base(scene, papers.id, span),
    confidence: 0.8,
    type: 'agreement',
    name,
    parties: [...parties],
    status,
    date,
    modality: status === 'proposed' ? 'planned' : 'actual',
  };
}
