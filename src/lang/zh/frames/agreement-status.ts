import type { AgreementStatus } from '../../../grammar/draft.js';
import { isA } from '../../../grammar/token.js';
import type { Scene } from '../scene.js';

/** 取消与B的协定, 解除与B的条约: one side is done with it. */
const ENDS = /(?:取消|解除|废弃|终结)了?(?:与|同|和|跟)[^,]{1,16}的[^,]{0,8}$/;

/** The clause that opens the list of papers in which this one goes on: 签署了多份文件,包括:《…》;《…》. 0 where none does. */
function listedFrom(scene: Scene): number {
  for (let c = scene.clauseAt; c > 0; c--) {
    const said = scene.text.slice(scene.clauses[c]![0]!.start, scene.clauses[c]!.at(-1)!.end);
    if (/^(?:其中)?(?:包括|有|主要有|内容包括|即|如下)/.test(said)) return c;
    if (!/^(?:和|与|及|以及|或|还有|、)*《[^》]+》/.test(said)) return 0;
  }
  return 0;
}

/** What the clause says of the document's life; a free-trade agreement that is used is in force. */
export function statusOf(scene: Scene): AgreementStatus | null {
  // 签署了一系列文件,包括X和Y.
  const opens = listedFrom(scene);
  const lists = opens > 0;
  const told = lists ? [...scene.clauses[opens - 1]!, ...scene.clause] : scene.clause;
  // Nor does what those who sign are called: 国家空间研究中心.
  const text = told.map((t) => (isA(t, 'organisation', 'title') ? '　' : t.text)).join('');
  // What the paper itself is called says nothing of its life: 磋商计划.
  const led = scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 24), scene.trigger.start);
  const behind = scene.text.slice(scene.trigger.end, Math.min(scene.clauseSpan().end, scene.trigger.end + 16));
  const near = led + behind;
  if (/(?:未|没有|没能|难以|无法).{0,10}(?:达成|签署|签订)|(?:更难|很难|无望|难以|不易).{0,24}(?:达成|签署|签订)/.test(text)) return null;
  if (/(?:达成|签署|签订)[^,]{0,16}的(?:忧虑|担忧|疑虑|希望|期待|可能|前景|机会|努力|意愿)/.test(text)) return 'proposed';
  if (/(?:不|未|尚不)具备|条件不足|不(?:意味|代表|等于)/.test(text)) return null;
  if (
    /中止|暂停|搁置/.test(near) ||
    /(?:中止|暂停|搁置|冻结)了?[与和同跟对][^,。]{2,40}的$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))
  )
    return 'suspended';
  if (
    /终止|废[除止]|退出|撕毁/.test(near) ||
    ENDS.test(led) ||
    /^(?:已经?|将|即将)?(?:于[^,]{1,10})?(?:到期|过期|期满|失效|作废)/.test(behind)
  )
    return 'ended';
  if (/(?:未|尚未|没有|待|将|即将|预计|预定|有望).{0,12}生效/.test(near)) return 'signed';
  if (/生效|实施|执行/.test(near) && !/尽早生效|尽快生效|推动.{0,12}生效/.test(near)) return 'in-force';
  if (/不再续签|不续签|未续签/.test(near)) return 'ended';
  if (/否决|拒绝(?:批准|签署)/.test(near)) return 'proposed';
  if (/商签|洽签|就签署|(?:希望|尽快|尽早|推动|争取|加快|加速).{0,12}批准|批准(?:进程|程序|手续)/.test(near)) return 'proposed';
  if (/批准|核准/.test(near) || /(?:议会|国会|[参众]议院|[上下]院|杜马|人大常委会|内阁)[^,]{0,16}通过/.test(led)) return 'ratified';
  if (/(?:讨论|商讨|商谈|洽谈|探讨)(?:与[^,]{1,8}的|两国|双边|双方)?$/.test(led) && /自由贸易|自贸/.test(scene.trigger.text))
    return 'negotiating';
  if (/谈判|磋商/.test(near) && !(/谈判结束|完成谈判/.test(near) && /签|达成/.test(text))) return 'negotiating';
  if (
    /(?:将|拟|预[计期定料]|定于|可能|也许|或许|可望|有望|准备好|目标|争取|尽早|尽快|推动|研究|考虑|建议|提议|呼吁|希望|寻求|打算|主张|同意|准备|计划|愿意?|有意|无意|拒绝|决心|期待|盼)(?:(?!此前|已|曾|去年|前年|年前|[上本]周|[上本]月|昨|日前|履行|落实|阐明|公布|披露).){0,12}(?:签(?:署|订)|缔结|发表(?![\d一二三四五六七八九十])|发布)/.test(
      text,
    )
  )
    return 'proposed';
  if (/(?:盼|希望|期望|争取)[^,]{0,6}(?:藉由|借由|通过|透过|经由)/.test(led)) return 'proposed';
  // 将与B举行会谈并签署…
  if (/(?:将|拟|计划|预计)[^,了]{0,30}并(?:将|共同|见证)?签(?:署|订)/.test(text)) return 'proposed';
  if (/(?:预计|预定|定于|将于|拟于|可望|有望)[^,]{0,24}(?:签[署订]|缔结)/.test(text)) return 'proposed';
  if (/(?:预料|预计|料|或将?|有望|可望|即将)会?[^,]{0,8}(?:达成|敲定)/.test(text)) return 'proposed';
  if (/(?:争取|力争|力求|寻求|尽早|尽快|早日|致力于|努力|希望|促成|有望)[^,]{0,12}达成(?!了|的)/.test(text)) return 'proposed';
  // 可望敲定协议, 预定年内完成贸易协议.
  if (/(?:可望|有望|预定|预计|料|拟|即将)[^,]{0,16}(?:敲定|完成|缔结|签订)/.test(text)) return 'proposed';
  if (/(?:为|为了|以便|有助于|有利于|旨在)(?:尽快|最终|早日|双方|两国)?(?:达成|签署|缔结)/.test(text)) return 'proposed';
  if (/签|发表|达成|通过|续签|互换|缔结|订立|交换了?[《“]/.test(text)) return 'signed';
  // A与B宣布一项贸易协议.
  if (/(?:宣布|公布)了?(?:一[项份个])?[^,将拟]{0,8}$/.test(led)) return 'signed';
  if (lists && scene.registers.signed?.sentence === scene.sentence.span) return scene.registers.signed.done ? 'signed' : 'proposed';
  if (/自由贸易|自贸|协定$/.test(scene.trigger.text)) return 'in-force';
  return null;
}
