import type { AgreementStatus, Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import type { NamedValue } from '../token.js';
import { describedName } from './agreement-name.js';
import { base } from './base.js';
import { documents } from './documents.js';

/** Tokens that name a side of a pact. */
const SIDES = ['state', 'person', 'title', 'organisation', 'pair', 'place'] as const;
/** What joins two sides. */
const JOINS = /^(?:与|和|同|跟|及|、|—|-)$/;
/** Between the sides and the paper, where it is theirs: 之间的, 两国, nothing. */
const THEIRS = /^(?:(?:两|三)国|双方|政府|当局)?(?:之间|间)?(?:的|(?:于)?\d{4}年的|达成的)?$/;
/** Between the sides and the paper, where the clause says how it came to be. */
const MADE =
  /^(?:(?!的|未|没|拒绝|可能|能否)[^,。;:“”]){0,24}(?:签署|签订|签定|签下|签|达成|缔结|谈成|议定|敲定|订立|斡旋|商定)(?:过|了)?(?:生效)?的/;
/** What stands before a name and is no part of it. */
const LED = /^(?:之间|间|两国|双方)?的?(?:拟议|潜在|现有|新)?的?/;
/** What no pact of states is: firms' contracts, rules at home, a group's own treaty. */
const NO_PACT = /收购|并购|租约|租赁|保密|用户|劳动|雇|赞助|转会|代理|购房|联盟协议|组阁|联合政府|认罪|和解协议|授权|许可|债务|融资|借款/;
/** Words before a pact that is only wished for, talked of, or turned down. */
const OPEN = /谈判|磋商|商谈|洽谈|协商|寻求|争取|推动|希望|考虑|提议|促成|拟|有望|可能|如果|若|一旦|准备|计划|接近|愿|要求|呼吁|敦促|未来/;

const KINDS = /(?:协议|协定|条约|议定书|备忘录|和约|宣言)$/;

/** Pacts that a clause mentions by their sides and not as what is done in it: 根据A与B的停火协议, A和B去年签署的安全协议, 中导条约. */
export const pacts: Frame<Scene> = {
  id: 'zh/agreement/mention',
  triggers: [{ cls: 'agreement-noun' }, { cls: 'document' }],
  unless: [documents],
  examples: [
    { text: '亚美尼亚与阿塞拜疆之间的停火协议屡遭破坏。', finds: ['agreement 停火协议 AM,AZ'] },
    { text: '这体现在日本和菲律宾签署的防务协议上。', finds: ['agreement 防务协议 JP,PH signed'] },
    { text: '俄罗斯对美国与乌克兰的矿产协议表示不满。', finds: ['agreement 矿产协议 UA,US'] },
    { text: '印度与英国的关税协议谈判陷入停滞。', finds: ['agreement 印度与英国的关税协议 GB,IN negotiating'] },
    { text: '专家说,中导条约已经失效。', finds: ['agreement 中导条约 RU,US ended'] },
    { text: '巴基斯坦称,印度河水条约不能单方面中止。', finds: ['agreement 印度河水条约 IN,PK'] },
    { text: '美国未能促成泰国和柬埔寨的停火协议。', finds: [] },
    { text: '日本企业与韩国企业之间的收购协议引发关注。', finds: [] },
    { text: '美国和英国的协议。', finds: [] },
  ],
  match(scene) {
    if (scene.isQuestion()) return [];
    const noun = as(scene.trigger, 'agreement-noun')?.value as Entry | undefined;
    const known = noun !== undefined && /^[A-Z]/.test(noun.value) ? noun.value.split(',') : [];
    if (known.length > 1) return isTold(scene) ? [pact(scene, noun!.form, known, lifeOf(scene, scene.trigger.start, true))] : [];
    const titled = (as(scene.trigger, 'document')?.value as NamedValue | undefined)?.name;
    const described = titled === undefined ? describedName(scene) : { start: scene.trigger.start, name: titled, tells: titled.length >= 5 };
    const name = described.name.replace(LED, '');
    // A headline shortens the name that the text gives.
    if (scene.inTitle && name.length < 6) return [];
    const start = described.start + described.name.length - name.length;
    if (!described.tells || NO_PACT.test(name) || !KINDS.test(name) || (titled === undefined && isSpun(scene, start, name))) return [];
    const found = sidesBefore(scene, start);
    return found ? [pact(scene, name, found.codes, found.made ?? lifeOf(scene, found.start, false))] : [];
  },
};

/** 美日修改安保条约, 俄乌战争的和平协议: what stands before the kind of paper is done or is about something, and does not name it. */
function isSpun(scene: Scene, start: number, name: string): boolean {
  if (
    /^(?:对于|关于|在内|首个|首份|第一[个份]|首脑|促|结束|停止|加入|扩大|修改|模糊|任何|一系列|最终)|[^于在].*的(?!相关)/.test(name) &&
    !/^(?:关于|旨在|有关)/.test(name)
  )
    return true;
  return scene
    .before()
    .some((t) => t.start >= start && isA(t, 'v', 'lv', 'will', 'say', 'mod') && !/合作|投资|贸易|开发|停火|停战/.test(t.text));
}

/** The two sides that stand joined before a name, and whether the words between tell that it was signed. */
function sidesBefore(scene: Scene, start: number): { codes: string[]; made: AgreementStatus | null; start: number } | undefined {
  const before = scene.clause.filter((t) => t.end <= start);
  const last = before.findLastIndex((t) => isA(t, ...SIDES) && !isA(t, 'agency'));
  if (last < 0) return undefined;
  const gap = scene.text.slice(before[last]!.end, start);
  const theirs = THEIRS.test(gap);
  if (!theirs && !MADE.test(gap)) return undefined;
  const tokens: Token[] = [before[last]!];
  let first = last;
  for (let i = last - 1; i > 0 && JOINS.test(before[i]!.text) && isA(before[i - 1], ...SIDES); i -= 2) {
    tokens.unshift(before[i - 1]!);
    first = i - 1;
  }
  let codes = codesOfParties(scene.parties(tokens));
  // A(去年)与B(签署)的协议: the other side stands before the time.
  const joined = /^(?:与|和|同|跟)$/.test(before[first - 1]?.text ?? '');
  if (codes.length === 1 && joined) {
    const rest = before.slice(0, first - 1);
    const near = rest.findLastIndex((t) => isA(t, ...SIDES));
    const free =
      near >= 0 &&
      rest.slice(near + 1).every((t) => isA(t, 'time', 'mod') || /^(?:已|已经|曾|曾经|在|于|此前|刚刚|单独|共同|政府)$/.test(t.text));
    const isMarked = rest.slice(near + 1).some((t) => /^(?:对|向|就|让|使|为|比)$/.test(t.text));
    const own = free ? scene.parties([rest[near]!]) : isMarked ? [] : scene.ownSubject().filter((p) => !p.inherited && p.kind !== 'place');
    codes = codesOfParties([...own.slice(-1), ...scene.parties(tokens)]);
  }
  if (codes.length !== 2 && !(codes.length === 3 && tokens.length === 3)) return undefined;
  const lead = scene.text.slice(Math.max(scene.clause[0]!.start, before[first]!.start - 8), before[first]!.start);
  // 未能促成A和B的协议: there is none.
  if (/^体/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 1))) return undefined;
  if (/未|没有?|不|无法|拒绝|阻止|防止|避免/.test(lead.slice(-6)) || /公司|企业|集团|银行|大学|党派?$/.test(gap)) return undefined;
  return { codes, made: theirs ? null : 'signed', start: before[first]!.start };
}

/** What the words around say of its life; `null` where they say nothing. `from`: where its name begins, with its sides. */
function lifeOf(scene: Scene, from: number, isKnown: boolean): AgreementStatus | null {
  const near = scene.text.slice(scene.trigger.end, Math.min(scene.clauseSpan().end, scene.trigger.end + 10));
  const led = scene.text.slice(Math.max(scene.clause[0]!.start, from - 8), from);
  if (/^(?:的)?(?:谈判|磋商|会谈|对话)/.test(near)) return 'negotiating';
  if (/^(?:已|已经|于|在|将)?[^,]{0,6}(?:失效|作废|到期|终结)/.test(near) || /(?:退出|废[除止弃]|取消|解除|终止|撕毁)[了的]?$/.test(led))
    return 'ended';
  if (/(?:暂停|中止|搁置|冻结)[了的]?$/.test(led)) return 'suspended';
  if (
    /^(?:已|已经|正式|于)?[^,没未]{0,8}生效|^(?:继续|仍然?)?有效/.test(near) ||
    /(?:遵守|履行|执行|违反|根据|依据|按照|落实)了?$/.test(led)
  )
    return 'in-force';
  if (!isKnown && (OPEN.test(led) || /草案|前景|可能/.test(near))) return 'proposed';
  return null;
}

/** A known treaty that the clause says something of, and not the name of a group or an office (集体安全条约组织). */
function isTold(scene: Scene): boolean {
  return !/^(?:组织|办公室|委员会)/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 3));
}

function pact(scene: Scene, name: string, parties: readonly string[], status: AgreementStatus | null): Draft {
  const date = status === 'signed' ? scene.date(false) : null;
  return {
    ...base(scene, pacts.id, scene.clauseSpan()),
    confidence: 0.75,
    type: 'agreement',
    name,
    parties: [...parties],
    status,
    date: date?.own ? date.value : null,
  };
}
