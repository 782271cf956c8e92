import type { AgreementStatus } from '../../../grammar/draft.js';
import { isA } from '../../../grammar/token.js';
import type { Scene } from '../scene.js';

/** What the clause says of the document's life; a free-trade agreement that is used is in force. */
export function statusOf(scene: Scene): AgreementStatus | null {
  // 签署了一系列文件,包括X和Y.
  const lists =
    scene.clauseAt > 0 &&
    /^(?:其中)?(?:包括|有|主要有|内容包括)/.test(scene.text.slice(scene.clause[0]!.start, scene.clause[0]!.start + 6));
  const told = lists ? [...scene.clauses[scene.clauseAt - 1]!, ...scene.clause] : scene.clause;
  // Nor does what those who sign are called: 国家空间研究中心.
  const text = told.map((t) => (isA(t, 'organisation', 'title') ? '　' : t.text)).join('');
  // What the paper itself is called says nothing of its life: 磋商计划.
  const near =
    scene.text.slice(Math.max(scene.clause[0]!.start, scene.trigger.start - 24), scene.trigger.start) +
    scene.text.slice(scene.trigger.end, Math.min(scene.clauseSpan().end, scene.trigger.end + 16));
  if (/(?:未|没有|没能|难以|无法).{0,10}(?:达成|签署|签订)/.test(text)) return null;
  if (/(?:不|未|尚不)具备|条件不足|不(?:意味|代表|等于)/.test(text)) return null;
  if (
    /中止|暂停|搁置/.test(near) ||
    /(?:中止|暂停|搁置)了?[与和同跟][^,。]{2,40}的$/.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))
  )
    return 'suspended';
  if (/终止|废除|退出|撕毁/.test(near)) return 'ended';
  if (/(?:未|尚未|没有|待).{0,4}生效/.test(near)) return 'signed';
  if (/生效|实施|执行/.test(near) && !/尽早生效|尽快生效|推动.{0,12}生效/.test(near)) return 'in-force';
  if (/不再续签|不续签|未续签/.test(near)) return 'ended';
  if (/商签|洽签|就签署|(?:希望|尽快|尽早|推动|争取).{0,12}批准/.test(near)) return 'proposed';
  if (/批准/.test(near)) return 'ratified';
  if (/谈判|磋商/.test(near) && !/谈判结束|完成谈判/.test(near)) return 'negotiating';
  if (
    /(?:将|拟|可能|可望|有望|准备好|目标|争取|尽早|尽快|推动|研究|考虑|建议|同意|准备|计划)(?:(?!此前|已|曾|去年|前年|年前|[上本]周|[上本]月|昨|日前|履行|落实|阐明|公布|披露).){0,12}(?:签(?:署|订)|缔结|发表(?![\d一二三四五六七八九十])|发布)/.test(
      text,
    )
  )
    return 'proposed';
  // 将与B举行会谈并签署…
  if (/(?:将|拟|计划|预计)[^,了]{0,30}并(?:将|共同|见证)?签(?:署|订)/.test(text)) return 'proposed';
  if (/(?:为|为了|以便|有助于|有利于|旨在)(?:尽快|最终|早日|双方|两国)?(?:达成|签署|缔结)/.test(text)) return 'proposed';
  if (/签|发表|达成|通过|续签|互换|缔结|订立/.test(text)) return 'signed';
  if (lists && scene.registers.signed?.sentence === scene.sentence.span) return scene.registers.signed.done ? 'signed' : 'proposed';
  if (/自由贸易|自贸|协定$/.test(scene.trigger.text)) return 'in-force';
  return null;
}
