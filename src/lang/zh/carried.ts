import { isA, type Token } from '../../grammar/token.js';
import type { Party } from './registers.js';

/** Verbs whose object comes next and does something: 欢迎B企业投资, 使B解除制裁. Who acts on stands in a clause before. */
const OBJECT_NEXT =
  /^(?:热烈|高度|坚决|充分|坚定|真诚|积极|衷心)?(?:欢迎|支持|感谢|尊重|理解|赞赏|赞扬|称赞|祝贺|钦佩|评价|肯定|鼓励|帮助|协助|祝愿?|盼|期盼|使|使得|让|令|促使|迫使|导致|造成|确保|避免|防止|反对|抵制|声讨|控诉)$/;

/** Whether a clause begins with a verb and the side that it is done to. */
export function opensObject(clause: readonly Token[]): boolean {
  const lead = clause.findIndex((t) => !/^(?:并|也|还|又|同时|再次|将|要|愿|,|“)$/.test(t.text));
  return lead >= 0 && OBJECT_NEXT.test(clause[lead]!.text) && isA(clause[lead + 1], 'state', 'person', 'title', 'organisation', 'pron');
}

/** Verbs with which a clause goes on and whose object is no subject: 反对任何遏制B的企图, 支持一切有利于A的努力. */
const GOES_ON =
  /^(?:并|也|还|又|同时|将|愿|坚决|坚定|始终|一贯|一直|历来|高度|充分|积极|共同|热烈|真诚|完全|继续|强烈|不断|进一步|努力)*(?:反对|支持|主张|奉行|恪守|坚持|尊重|理解|重视|珍视|赞同|赞赏|赞扬|欢迎|感谢|祝贺|维护|推动|推进|促进|加强|深化|扩大|拓展|谴责|批评|指责|参与|借鉴|学习|遵守|履行|落实|捍卫|警惕|关注|看待|否认|不承认)/;

/** Whether a clause begins with a verb that goes on with the subject before it. */
export function goesOnWithVerb(clause: readonly Token[], text: string): boolean {
  return GOES_ON.test(text.slice(clause[0]!.start, clause[clause.length - 1]!.end));
}

/** A部宣布,因B与C签署…,暂停…: whoever acts in the cause does not act on behind it. */
export function opensCause(clause: readonly Token[]): boolean {
  return /^(?:因|由于|鉴于)$/.test(clause.find((t) => !isA(t, 'time'))?.text ?? '');
}

/** Words with which a clause goes on with the subject before it. */
const ALSO = /^(?:并|并且|而且|还|又|也|亦|同时|随后|之后|此后|再|再次|将|已|则|接着|其后)$/;

/**
 * Who acts on in a clause, of those that the clauses before had as their subject: in A与B签署…,并与C签署… only A, since the second 与 names
 * whom the first one named before.
 */
export function goingOn(carried: Party[], clause: readonly Token[], text: string): Party[] {
  const [first, second] = carried;
  if (!first || !second || first.kind === 'joint') return carried;
  const joins = clause.findIndex((t) => !ALSO.test(t.text) && !isA(t, 'time'));
  const mark = clause[joins]?.text ?? '';
  if (!/^[与同跟和]$/.test(mark) || !isA(clause[joins + 1], 'state', 'person', 'title', 'organisation', 'pair')) return carried;
  const before = text.slice(first.span.end, second.span.start);
  return before === mark || /^[与同跟]$/.test(before) ? [first] : carried;
}

/** Those who act and are no state, at the end of what stands before a verb. */
const STRANGERS =
  /^“?[^,对向与同为被将把在就从由给使让令]{0,14}?(?:学者|专家|人士|分析师|观察家|媒体|民众|居民|网民|选民|公众|民间|示威者|抗议者|支持者|批评者|工人|农民|学生|教师|游客|乘客|旅客|难民|移民|家属|亲属|遇难者|受害者|投资者|消费者|商家|厂商|公司|企业|集团|银行|协会|工会|基金会|大学|学院|医院|法院|法官|检察官|律师|警方|警察|武装分子|武装组织|叛军|反对派|反对党|在野党|恐怖分子|恐怖组织|极端组织|西方(?:国家)?|岛国|袭击者|暴徒|黑客|海盗|特工|枪手|嫌疑人|非政府组织|环保组织|人权组织|后者|前者|来宾|与会者|参会者)们?(?:也|还|都|均|则|又|若|如果|一旦|将|会|能|可|已|已经|曾|正|正在|普遍|纷纷|一致|则|当天|当日|同日|随后|此前|\d{1,2}日|今天|昨天|\d{1,2}月\d{1,2}日|”)*(?:(?:[对向在从于以用与同]|使用|通过)[^,]{1,24})?$/;

/** Whether somebody acts in a clause who is no state: who acted in the clauses before does so no more. */
export function isOfStrangers(clause: readonly Token[], at: number, text: string): boolean {
  if (clause.slice(0, at).some((t) => isA(t, 'historic'))) return true;
  return STRANGERS.test(text.slice(clause[0]!.start, clause[at]!.start));
}

/** How far back a quotation mark that opened is looked for. Characters. */
const QUOTED = 400;

/** Whether a place stands inside a quotation that opened in its paragraph. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - QUOTED), at);
  const own = before.slice(before.lastIndexOf('\n') + 1);
  return own.lastIndexOf('“') > own.lastIndexOf('”');
}

/** Words between the start of a clause and its subject. */
const LEADS = /^(?:“|但|但是|而|不过|然而|因此|所以|此外|另外|同时|随后|此前|据悉|至于|与此同时|另一方面)$/;

/** Who opens a clause as its subject: 他 in what follows. */
export function openerOf(clause: readonly Token[]): Token | undefined {
  const first = clause.findIndex((t) => !isA(t, 'time') && !LEADS.test(t.text));
  return isA(clause[first], 'person') && clause[first + 1]?.text !== '的' ? clause[first] : undefined;
}

/** Whether a party goes on with the one before it as a subject: A反对B加入C and A不属于B have one. */
export function isJoined(a: Party, b: Party, text: string): boolean {
  return /^(?:、|和|与|及|以及|同|跟|并|代表|[^,。]{0,4}[、和与及])?$/.test(text.slice(a.span.end, b.span.start));
}

/** 双方还谈及…: both as what the clause begins with; 两国关系… is no subject. */
export function isBothAtHead(p: Party, clause: readonly Token[]): boolean {
  const [first, next] = clause;
  return (
    p.kind === 'joint' &&
    p.span.start === first!.start &&
    (/^(?:双方|两国)$/.test(first!.text) || isA(first, 'pair')) &&
    /^(?:作为|同为|互为|同属|还|也|均|都|就|一致|共同|已|曾|再次|高度|在|对|重申|强调|讨论|谈及|谈到|回顾|确认|承认|认识|注意|满意|深入|充分|积极|围绕|重点|欢迎|赞赏|谴责|反对|支持)/.test(
      next?.text ?? '',
    )
  );
}

/** A谴责… 丙暂停与B的协议: a headline's part begins with a name that is not read. */
export function isUnread(clause: readonly Token[], at: number): boolean {
  const [first] = clause;
  return at === 1 && first!.edges.every((e) => e.cls === 'abbr') && /^[\u4e00-\u9fff]$/.test(first!.text);
}
