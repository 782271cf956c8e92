import type { AgreementStatus, Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import type { NamedValue } from '../token.js';
import { describedName } from './agreement-name.js';
import { boundBy, ofPassage, partiesOf } from './agreement-parties.js';
import { statusOf } from './agreement-status.js';
import { isRelative } from './events/make.js';

/** Agreements by name, and those that a sentence describes: 《…》, 越南与欧亚经济联盟的自贸协定. */
export const documents: Frame<Scene> = {
  id: 'zh/agreement',
  triggers: [{ cls: 'document' }, { cls: 'agreement-noun' }, { cls: 'v', values: ['signing', 'agreement', 'statement'] }],
  examples: [
    { text: '《越南与欧盟自由贸易协定》已于2020年8月1日生效。', finds: ['agreement 越南与欧盟自由贸易协定 EU,VN in-force'] },
    { text: '双方同意加快落实越南与韩国的自由贸易协定。', finds: ['agreement 自由贸易协定 KR,VN in-force'] },
    { text: '公司与员工签订劳动合同。', finds: [] },
    {
      text: '波兰与格鲁吉亚签署了避免双重征税协定和引渡条约。',
      finds: ['agreement 避免双重征税协定 GE,PL signed', 'agreement 引渡条约 GE,PL signed', 'event signing GE,PL'],
    },
    {
      text: '澳大利亚与新加坡、泰国都签有自由贸易协定。',
      finds: ['agreement 自由贸易协定 AU,SG signed', 'agreement 自由贸易协定 AU,TH signed'],
    },
    { text: '泰国与柬埔寨达成停火协议。', finds: ['agreement 停火协议 KH,TH signed'] },
    { text: '泰国将两国所达成的各项共识和协议落到实处。', finds: [] },
    { text: '法国提醒伊朗维也纳外交关系公约的规定。', finds: [] },
    {
      text: '日本首相与菲律宾总统举行会谈,同意签署《物品劳务相互提供协定》。',
      finds: ['agreement 物品劳务相互提供协定 JP,PH proposed'],
    },
    {
      text: '泰国与老挝签署了多份文件,包括泰老边界条约和两国在新闻领域合作的协议。',
      finds: ['agreement 边界条约 LA,TH signed', 'agreement 在新闻领域合作的协议 LA,TH signed'],
    },
    {
      text: '乌兹别克斯坦与美国签署了航空协定,并与中国签署了经济合作协定。',
      finds: ['agreement 航空协定 US,UZ signed', 'agreement 经济合作协定 CN,UZ signed'],
    },
    { text: '埃及央行与土耳其续签了埃土本币互换协议。', finds: ['agreement 本币互换协议 EG,TR signed'] },
    { text: '菲律宾正寻求与签有国防条约的盟邦美国深化合作。', finds: ['agreement 国防条约 PH,US signed'] },
    { text: '2009年4月中秘自由贸易协定的签署对秘鲁和中国意义重大。', finds: ['agreement 中秘自由贸易协定 CN,PE signed'] },
    { text: '访问期间,俄罗斯与中国签署了两国外交部磋商计划。', finds: ['agreement 磋商计划 CN,RU signed'] },
    { text: '印度指责巴基斯坦。印度随即宣布中止《河水分享条约》。', finds: ['agreement 河水分享条约 IN,PK suspended'] },
    { text: '两国还将签署十几个部门间协议及大型合同。中国和俄罗斯关系良好。', finds: [] },
    { text: '保加利亚和土耳其就“路线图”进行磋商。', finds: [] },
    { text: '土耳其议会表决通过与肯尼亚签署的投资协定。', finds: ['agreement 投资协定 KE,TR ratified'] },
    { text: '土耳其与肯尼亚的渔业协定到期。', finds: ['agreement 土耳其与肯尼亚的渔业协定 KE,TR ended'] },
    { text: '土耳其冻结与肯尼亚的互免签证协定。', finds: ['agreement 互免签证协定 KE,TR suspended'] },
    { text: '土耳其与肯尼亚完成自由贸易协定谈判。', finds: ['agreement 自由贸易协定 KE,TR negotiating'] },
    { text: '印度与肯尼亚争取年底前达成自由贸易协定。', finds: ['agreement 自由贸易协定 IN,KE proposed'] },
    { text: '土耳其与肯尼亚将继续讨论自贸协定。', finds: ['agreement 自贸协定 KE,TR negotiating'] },
    {
      text: '土耳其与肯尼亚签署了多份文件,包括:《关于农业合作的备忘录(2024年)》;《渔业协定》。',
      finds: ['agreement 关于农业合作的备忘录(2024年) KE,TR signed', 'agreement 渔业协定 KE,TR signed', 'event signing KE,TR'],
    },
    { text: '土耳其与肯尼亚发表《面向未来的全面伙伴关系》联合声明。', finds: ['agreement 面向未来的全面伙伴关系联合声明 KE,TR signed'] },
    { text: '土耳其与肯尼亚已签署90多项协议和备忘录。', finds: [] },
    { text: '土耳其提议与肯尼亚缔结和平条约。', finds: ['agreement 和平条约 KE,TR proposed'] },
    { text: '土耳其与肯尼亚签署取消外交护照签证的协定。', finds: ['agreement 取消外交护照签证的协定 KE,TR signed'] },
  ],
  match(scene) {
    if (!isA(scene.trigger, 'document', 'agreement-noun')) return reached(scene);
    const titled = as(scene.trigger, 'document')?.value as NamedValue | undefined;
    const noun = as(scene.trigger, 'agreement-noun')?.value as Entry | undefined;
    if (!titled && noun!.value !== '') return []; // 中导条约: its parties are known, whoever speaks of it.
    const name = titled?.name ?? noun!.form;
    const told = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
    // 只有…才能签署条约: what it would take is not done.
    // 贸易协定《全面经济伙伴关系协定》: the kind, then the name.
    if (!titled && /^(?:《|的?(?:补充|附加|修订|修正)(?:议定书|协[定议]))/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 6)))
      return [];
    if (!titled && (/只有|才能|除非|是否|能否/.test(told) || isUnsigned(scene))) return [];
    const own = titled?.codes ?? [];
    // “达成协议”, “路线图”: words in quotation marks that name no paper, or only its kind.
    if (titled && /^(?:(?:达成|签署|签订|撕毁).*|路线图|协议|声明|宣言|公报|计划|规划|备忘录|合同)$/.test(name)) return [];
    if (!titled && (isSeveral(scene) || WITH_MANY.test(told))) return [];
    // 是A同B签署的首个自贸协定: another word for one that is told of.
    if (!titled && /(?:首个|第一个|首份|第一份|唯一一?个?)(?:双边|此类|这类)?$|(?:此类|这类|该类|同类)$/.test(told)) return [];
    // 《…公约》第十五次缔约方大会: who meets under it.
    if (/^第[^,。]{1,6}[次届]/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 8))) return [];
    // 维也纳外交关系公约: everybody's.
    if (!titled && /公约$/.test(name)) return [];
    // A对B退出协议表示遗憾: who regrets it is no party.
    if (
      own.length < 2 &&
      /对[^,]{1,16}(?:退出|撕毁|违反|废除|终止)了?$/.test(told) &&
      /^(?:表示|表达|感到|深感|提出)/.test(scene.after()[0]?.text ?? '')
    )
      return [];
    const described = titled ? undefined : describedName(scene);
    const each = described && (described.tells || SPECIFIC.test(name)) ? inTurn(scene) : [];
    if (described && each.length > 0)
      return each.map((parties) => document(scene, described.name, parties, statusOf(scene), scene.clauseSpan()));
    const stated = own.length >= 2 ? [...own] : (boundBy(scene) ?? partiesOf(scene, titled !== undefined));
    const parties = titled && stated.length < 2 ? ofPassage(scene, name, stated) : stated;
    if (parties.length < 2 || (!titled && parties.length > 3 && !scene.before().some((t) => t.text === '、'))) return [];
    // A headline shortens the name that the text gives.
    const isNamed =
      described?.tells === true && (!scene.inTitle || described.name.length >= 6) && NAMED.test(name) && statusOf(scene) !== null;
    if (!titled && !SPECIFIC.test(name) && !isNamed) return contractual(scene, described!.tells ? described!.name : name, parties);
    const start = titled ? scene.clauseSpan().start : Math.min(described!.start, nameStart(scene));
    const full = titled ? name : scene.text.slice(start, scene.trigger.end);
    const span = { start: scene.clauseSpan().start, end: Math.max(scene.trigger.end, scene.clauseSpan().end) };
    scene.registers.document = { name: titled ? name : full, parties, span: scene.trigger };
    return [document(scene, titled ? name : full, parties, statusOf(scene), span)];
  },
};

/** 尚未签署条约, 不具备签署条约的条件, 向签署协定迈出一步: there is no such paper yet. */
function isUnsigned(scene: Scene): boolean {
  const span = scene.clauseSpan();
  const told = scene.text.slice(span.start, scene.trigger.start);
  return (
    /不具备|(?<!未能|没有|签署旨在)(?:阻止|阻碍|阻挠|妨碍)[^,]{0,10}$|(?:尚未|没有|没能|未能|还未|从未|仍未)(?!.*后)[^,]{0,8}(?:签署|签订|缔结|达成)/.test(
      told,
    ) ||
    // 可能推动A在联合声明中表态: there is none yet.
    (/(?:可能|推动|能否|希望)[^,]*在[^,]{0,4}$/.test(told) && /^[中里]/.test(scene.text.slice(scene.trigger.end, span.end))) ||
    (/(?:签署|签订|达成|缔结)/.test(told) &&
      /^[^,。]{0,12}(?:迈[出进]|铺平|铺路|[作做]准备|创造[^,]{0,4}条件|提供(?:助力|动力|便利|支持)|奠定[^,]{0,4}基础|具有[^,]{0,6}意义)/.test(
        scene.text.slice(scene.trigger.end, span.end),
      ))
  );
}

/** 与越南、老挝等9个国家签署: with many, of whom only some are named. */
const WITH_MANY =
  /等[^,、]{0,4}(?:[0-9]+|[十百几数多]+)(?:多)?个?[^,、]{0,16}(?:国家|经济体|国)|[与和同][^,、]{0,14}(?:[0-9]+|[十百几数多]+)多?个(?:国家|经济体|成员国)/;

/** 十几个协议及大型合同: papers that are counted, not named. */
function isSeveral(scene: Scene): boolean {
  const led = scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 24), scene.trigger.start);
  return /(?:(?:十几|几十|数十|多|若干|[1-9]\d)[个项份]|一系列|(?<!第)一批)[^,]{0,20}$/.test(led) && !/[《“]/.test(led);
}

/** 达成停火协议, 发表联合声明: the verb and its paper are one word. */
function reached(scene: Scene): Draft[] {
  const paper = /(?:停火|和平|和解|贸易|联合|共同)(?:协议|协定|声明|公报|宣言)$/.exec(scene.trigger.text)?.[0];
  const before = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  if (!paper || isRelative(scene) || scene.isQuestion() || scene.modality() !== 'actual') return [];
  if (scene.word('v')!.value === 'agreement' && /就|在/.test(before)) return [];
  const told = codesOfParties([...scene.fullSubject(), ...scene.marked('with')].filter((p) => p.kind !== 'place'));
  const { contact } = scene.registers;
  // 举行会谈,会后发表联合声明: of the two of the talks.
  const isOfTalks =
    told.length === 0 &&
    contact !== null &&
    contact.span.start >= scene.sentence.span.start - 100 &&
    /^(?:会后|会谈后|会见后|会晤后|访问期间|访问结束后|会上|随后|并|还|共同)*$/.test(before);
  const parties = isOfTalks ? [...contact.value] : told;
  return parties.length === 2 || (parties.length === 3 && /、|三/.test(before))
    ? [document(scene, paper, parties, 'signed', scene.clauseSpan())]
    : [];
}

/** Kinds of paper that need more than a kind to be named: 停火协议, 引渡条约. */
const NAMED = /(?:协定|条约|协议|议定书|公约|宣言)$/;

/** 澳大利亚与新加坡、泰国和美国都签有自由贸易协定: one with each. Nothing where no such list stands before. */
function inTurn(scene: Scene): string[][] {
  const before = scene.before();
  const turn = before.findLastIndex((t) => /^(?:都|均|分别|各自|先后|已分别)$/.test(t.text));
  if (turn < 0 || !/^.{0,3}(?:签|达成|缔结)/.test(scene.text.slice(before[turn]!.end, before[turn]!.end + 5))) return [];
  const at = before.findIndex((t, i) => i < turn && /^(?:与|和|同|跟)$/.test(t.text) && isA(before[i + 1], 'state'));
  const self = codesOfParties(scene.parties(before.slice(0, at)));
  const others = codesOfParties(scene.parties(before.slice(at + 1, turn)));
  return at > 0 && self.length === 1 && others.length >= 2 && !others.includes(self[0]!) ? others.map((c) => [self[0]!, c]) : [];
}

const SPECIFIC = /自由贸易|自贸|.{2}协定$|.{2}条约$|联合声明|共同声明|联合公报|宣言|议定书|框架协议|公约/;

/** A contract or a memo counts where the clause signs, suspends or ends it. */
function contractual(scene: Scene, name: string, parties: string[]): Draft[] {
  const status = statusOf(scene);
  // 签署3项合作协议: counted, and not named.
  if (
    /[2-9二两三四五六七八九][项份个](?:双边|政府间)?[^,《]{0,6}$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start)) &&
    name.length < 6
  )
    return [];
  if (!/合同|备忘录|协议|意向书|计划|公报/.test(name) || status === null || status === 'in-force') return [];
  if (/^(?:协议|声明|规划|纲要)$/.test(name) && status !== 'suspended' && status !== 'ended') return [];
  return [document(scene, name, parties, status, scene.clauseSpan())];
}

/** What may be told of an agreement as planned; one in force is in force, whatever is planned about it. */
const TO_COME: ReadonlySet<AgreementStatus | null> = new Set(['proposed', 'negotiating', 'ratified', 'suspended', 'ended']);

/** An agreement of the parties, with what the clause says of it. */
export function document(
  scene: Scene,
  name: string,
  parties: readonly string[],
  status: AgreementStatus | null,
  span: { start: number; end: number },
): Draft {
  // 条约签署25周年: the year of the anniversary is not the year of signing.
  const remembered = /周年|纪念/.test(
    scene.text.slice(scene.clause[0]!.start, Math.min(scene.sentence.span.end, scene.clauseSpan().end + 14)),
  );
  const date = status === 'signed' && !remembered ? scene.date(false) : null;
  if (parties.length === 2 && name.length > 2) scene.registers.document = { name, parties, span };
  return {
    type: 'agreement',
    name: name.replace(/^[^《]{0,4}》[、和与及]?/, '').replace(/^[的之]/, ''),
    parties: [...parties],
    status,
    date: date?.own ? date.value : null,
    span,
    // What is signed stays signed whatever is planned of it: 将迎来宣言发表25周年.
    modality:
      (TO_COME.has(status) || (status === null && !/(?:公报|声明|宣言|公约|协定)$/.test(name))) && scene.modality() === 'planned'
        ? 'planned'
        : 'actual',
    confidence: 0.9,
    rule: documents.id,
    speaker: scene.speaker(),
    roles: {},
  };
}

/** Where a described agreement's name begins: at the first of its parties before it. */
function nameStart(scene: Scene): number {
  let start = scene.trigger.start;
  for (let i = scene.at - 1; i >= 0 && scene.at - i <= 5; i--) {
    const t = scene.clause[i]!;
    if (isA(t, 'v', 'say', 'will', 'lv')) return scene.trigger.start;
    if (isA(t, 'state', 'pair')) start = t.start;
    else if (!['与', '和', '同', '的', '—', '-', '、'].includes(t.text) && !(t.edges.length === 0 && t.text.length <= 6)) break;
  }
  return start;
}
