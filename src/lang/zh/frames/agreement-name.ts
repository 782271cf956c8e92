import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Scene } from '../scene.js';

/** Words after which the name of an agreement begins: what is done with it. */
const LEADS =
  /签署|^(?:更新|举行|重谈|重签|落实)$|草签|签订|签定|签有|签下|签了|^签$|商签|洽签|续签|签约|祝贺|庆祝|欢迎|支持|反对|提醒|缔结|达成|发表|发布|批准|退出|终止|暂停|中止|^(?:根据|依据|按照|按|依照)$|推动|推进|落实|执行|履行|遵守|违反|通过|完成|结束|启动|讨论|商谈|谈判|磋商|重返|宣布|敲定|互换|交换|议定|废除|撕毁|延长|修订|修改|升级|审议|起草|寻求|就|达致|生效|缔约|恪守|维护|重启|加快|尽快|早日|尽早|关于批准/;
const JOINS = /^(?:、|和|与|及|以及)$/;
/** Counting and pointing words before a name. */
const COUNTS =
  /^(?:[\u4e00-\u9fff]的|为期[^的]{2,6}的|了|过(?![境渡])|一系列|一些|各类|各种|多[项份个]|若干|相关|[一二两三四五六七八九十\d]+[项份个]|一?揽子|新的?|该|这[一项份]?|上述|两国|双方|双边|三国|三方|此前|的|之|等)+/;
/** Words that leave a name without content. */
const EMPTY =
  /合作|双边|多边|各项|共识|成果|有效期|现有|原有|一切|所有|及其|及|和|与|达成|系列|重要|各领域|多领域|领域|经济|框架|谅解|友好|政府间|新|的|等|长期|正式|全面|部门间|联合|初步|最终|意向|具体|临时|有关|相关|两国|双方|三方|历史性|里程碑式/g;

/** The name that a clause gives an agreement without quotation marks. */
export interface AgreementName {
  start: number;
  name: string;
  /** The name says what it is about, not only what kind of paper it is. */
  tells: boolean;
}

/**
 * The description before the word for an agreement: 签署避免双重征税协定 → 避免双重征税协定. It ends backwards at a party, a time, an amount, a
 * word for what is done with it, or another agreement of the same list.
 */
export function describedName(scene: Scene): AgreementName {
  const { clause, at, text } = scene;
  let first = at;
  for (let i = at - 1; i >= 0 && scene.trigger.start - clause[i]!.start <= 40; i--) {
    const t = clause[i]!;
    const isSwap = t.text === '互换' && /[币幣]$/.test(clause[i - 1]?.text ?? '');
    if (!isSwap && (JOINS.test(t.text) ? isListed(clause, i) : stops(t))) break;
    first = i;
  }
  // 关于移管被判刑人的条约: the name begins with the word for what it is about.
  const led = text.slice(Math.max(clause[0]!.start, scene.trigger.start - 50), scene.trigger.start);
  const about =
    /(?:关于|有关)(?:(?!关于|有关)[^,。《]){2,46}的$/.exec(led) ?? /(?<=两国|双方)在[^,。《]{2,24}(?:合作|交流|互认)的$/.exec(led);
  const from = about ? scene.trigger.start - about[0].length : -1;
  if (from >= 0) for (let i = at - 1; i >= 0 && clause[i]!.start >= from; i--) first = i;
  // 叙利亚问题联合声明: what it is about begins with the state.
  if (first > 0 && /^(?:问题|局势|半岛)/.test(clause[first]!.text) && isA(clause[first - 1], 'state', 'place')) first--;
  while (first < at && JOINS.test(clause[first]!.text)) first++;
  const raw = text.slice(clause[first]!.start, scene.trigger.end);
  const skipped = COUNTS.exec(raw)?.[0].length ?? 0;
  const start = clause[first]!.start + Math.min(skipped, Math.max(0, scene.trigger.start - clause[first]!.start));
  // 《…条约签署40周年》: the name begins behind the mark that opens it.
  const open = text.slice(start, scene.trigger.end).lastIndexOf('《');
  const name = text.slice(start + open + 1, scene.trigger.end);
  const noun = (as(scene.trigger, 'agreement-noun')?.value as Entry | undefined)?.form ?? '';
  const head =
    /(?:协定|协议|条约|备忘录|议定书|意向书|公报|声明|宣言|路线图|行动计划|规划|文件|合同|换文|章程|纲要|公约)$/.exec(noun)?.[0] ?? noun;
  const rest = name.slice(0, name.length - head.length).replace(EMPTY, '');
  return { start: start + open + 1, name, tells: rest.replace(/^的|的$/g, '').length >= 2 };
}

function stops(t: Token): boolean {
  if (isA(t, 'person', 'title', 'joint', 'time', 'money', 'number', 'say', 'will', 'state', 'pair', 'organisation', 'document', 'pron'))
    return true;
  if (isA(t, 'agreement-noun')) return true;
  return LEADS.test(t.text) || /^(?:在|对|向|同|与|由|被|将|把|为|以|从|已|正|曾|也|还|并|均|都|分别|是|使|有|旨在|包括|就)$/.test(t.text);
}

/** 引渡条约和互免签证协定: what stands before the conjunction is another agreement, or a party. */
function isListed(clause: readonly Token[], i: number): boolean {
  const before = clause[i - 1];
  return before === undefined || isA(before, 'agreement-noun', 'document', 'state', 'pair', 'person', 'organisation', 'title');
}
