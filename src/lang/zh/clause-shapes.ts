import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import type { Span } from '../../text/span.js';
import { ENTITIES } from './grammar.js';

const CONTACTS: ReadonlySet<string> = new Set(['visit', 'meeting', 'call', 'consultation', 'negotiation']);

/** Whether the word tells of a contact, in which 与 names the other side. */
export function isContact(token: Token): boolean {
  const value = (as(token, 'v')?.value as Entry | undefined)?.value ?? '';
  return isA(token, 'visit-host') || CONTACTS.has(value) || (as(token, 'lv')?.value as Entry | undefined)?.value === 'hold';
}

/** 外交部宣布B将访问A, 使馆批B访问C, 某组织指B对C加征关税: index of the verb that tells of another side's contact, which has that side as its subject; -1 without one. */
function tellingIn(clause: readonly Token[], at: number): number {
  if (!isA(clause[at], 'visit-host', 'v')) return -1;
  return clause.findIndex(
    (t, i) =>
      i > 0 &&
      i < at - 1 &&
      ((isContact(clause[at]!) && (isA(t, 'say') || /^(?:(?:正式)?(?:宣布|否认|证实|确认)|希望|期待|盼望)$/.test(t.text))) ||
        t.text === '称' ||
        (isDeed(clause[at]!) &&
          /^(?:批|批评|谴责|抨击|指责|痛批|指控|指)$/.test(t.text) &&
          !clause.slice(i + 1, at).some((x) => isA(x, 'v', 'say') || /^[,并]$/.test(x.text))) ||
        (isContact(clause[at]!) && /^(?:批|痛批|怒批|狠批|批评|抨击|谴责|斥责|怒斥|斥)$/.test(t.text))) &&
      isA(clause[i + 1], 'state', 'person', 'title', ...(isDeed(clause[at]!) ? (['organisation'] as const) : [])),
  );
}

/** What a state does to another, for which it can be blamed. */
function isDeed(token: Token): boolean {
  return /^(?:sanction|restriction|attack|seizure|expulsion|suspension|withdrawal)$/.test(
    (as(token, 'v')?.value as Entry | undefined)?.value ?? '',
  );
}

/** Words with which a side gives its view of what stands before them. */
const SAYS_VIEW = /^(?:表示|表达|予以|提出|深表|批评|谴责|抗议|抨击|严正交涉)/;

/** Words that only open how somebody feels about what stands before them. */
const EXPRESSES = /^(?:表示|表达|深表|感到)|^(?:展开|采取|作出|做出|发起|予以|进行)?(?:反制|报复|回应|反击|还击|反驳|驳斥)/;
/** How many words what is spoken of can hold behind a view inside it. */
const FAR_VIEW = 16;

/** 对A和B进行磋商表示关注: index of the word that opens what somebody speaks of, whose own subject stands behind it; -1 without one. */
function topicIn(clause: readonly Token[], at: number): number {
  const value = (as(clause[at]!, 'v')?.value as Entry | undefined)?.value;
  // 对A发表谴责B的声明表示欢迎: a view inside what another is of.
  if (value === undefined) return -1;
  const inner =
    /^(?:强烈|公开|严厉)?(?:批评|谴责|抗议|抨击|指责|指控|敦促|要求|威胁)了?$/.test(clause[at]!.text) &&
    clause.slice(at + 1).some((t) => EXPRESSES.test(t.text));
  if (SAYS_VIEW.test(clause[at]!.text) && !inner) return -1;
  const view = inner ? EXPRESSES : SAYS_VIEW;
  const far = inner ? FAR_VIEW : 12;
  let end = at + 1;
  while (end < clause.length && end <= at + far && !view.test(clause[end]!.text) && clause[end]!.text !== '一事') end++;
  if (end > at + far || end >= clause.length || clause.slice(at + 1, end).some((t) => /^(?:时|后|并|之后|期间)$/.test(t.text))) return -1;
  let found = -1;
  for (let i = at - 2; i >= 0 && i >= at - 14; i--)
    if (/^(?:对|就|针对|对于)$/.test(clause[i]!.text) && isA(clause[i + 1], 'state', 'person', 'title', 'organisation')) {
      // 对A对B进行访问表示欢迎: the nearer one marks the host.
      if (isA(clause[i + 1], 'person', 'title')) return i;
      // 对巴西进行国事访问: the mark is the visit's own.
      if (isA(clause[i + 2], 'lv') && i + 2 < at && !/^发[表布出]/.test(clause[i + 2]!.text)) continue;
      if (found < 0) found = i;
    }
  return found;
}

/** Whether a verb stands inside what its clause speaks of: 对A设立基地表示抗议. */
export function isInWhatIsSpokenOf(clause: readonly Token[], at: number): boolean {
  return topicIn(clause, at) >= 0;
}

/** 举行仪式欢迎B访问A: index of the word of welcome whose object is the guest, the subject of the visit; -1 without one. */
function welcomeIn(clause: readonly Token[], at: number): number {
  const value = (as(clause[at]!, 'v')?.value as Entry | undefined)?.value;
  if (value !== 'visit' && !isA(clause[at], 'visit-host')) return -1;
  return clause.findIndex((t, i) => i < at - 1 && /^(?:热烈)?欢迎$/.test(t.text) && isA(clause[i + 1], 'person', 'title'));
}

/** 以打击B为由 before the trigger: the reason that is given names no side. */
function reasonIn(clause: readonly Token[], at: number): { from: number; to: number } | undefined {
  const last = clause.findLastIndex((t, i) => i < at && t.text === '为由');
  const from = clause.findLastIndex((t, i) => i < last && t.text === '以');
  return from < 0 ? undefined : { from, to: last + 1 };
}

/** Whether a verb before the trigger stands inside such a reason. */
export function isReason(before: readonly Token[], at: number): boolean {
  const reason = reasonIn(before, before.length);
  return reason !== undefined && at > reason.from && at < reason.to;
}

/**
 * Whether an earlier verb of the clause has no object of its own. 对B连任表示祝贺: the election is what the congratulation is for. 在贷款协议上签字:
 * the paper is what is signed. 启动“某某”联合军演: it only opens what follows.
 */
export function isOccasion(clause: readonly Token[], at: number, earlier: number): boolean {
  const t = clause[earlier]!;
  const value = (token: Token): string | undefined => (as(token, 'v')?.value as Entry | undefined)?.value;
  const kind = value(clause[at]!);
  if (kind === 'signing') return /(?:协[议定]|声明|备忘录|公报)$/.test(t.text);
  if (kind === 'joint-exercise')
    return /^(?:正式|同时)?(?:启动|展开|开启)了?$/.test(t.text) && !clause.slice(earlier + 1, at).some((x) => isA(x, ...ENTITIES));
  return kind === 'congratulation' && ['election', 'appointment'].includes(value(t) ?? '');
}

/** 将恢复因疫情而暂停的演习: what stands before the word of resuming; why and when the thing was stopped says nothing of what is to come. */
export function beforeResumed(before: readonly Token[]): readonly Token[] {
  const at = before.findLastIndex((t) => /^(?:恢复|重启|重新启动|重开)$/.test(t.text));
  const of = before.findLastIndex((t, i) => t.text === '的' && isA(before[i - 1], 'v'));
  return at > 0 && of > at && !before.slice(at, of).some((t) => isA(t, 'say', 'state', 'person')) ? before.slice(0, at) : before;
}

/** 举行题为《稳定和希望》的记者会: the name of what is held wants nothing. */
export function withoutTitles(before: readonly Token[]): readonly Token[] {
  const close = before.findLastIndex((t) => t.text === '》');
  const open = before.slice(0, Math.max(0, close)).findLastIndex((t) => t.text === '《');
  return open < 0 ? before : [...before.slice(0, open), ...before.slice(close + 1)];
}

/** 应B邀请 before the trigger: whose guest it is, which is no side of what follows. */
function invitationIn(clause: readonly Token[], at: number): { from: number; to: number } | undefined {
  const from = clause.findIndex((t, i) => i < at && t.text === '应' && isA(clause[i + 1], ...ENTITIES));
  if (from < 0) return undefined;
  const last = clause.findIndex(
    (t, i) =>
      i > from &&
      i < at &&
      ((as(t, 'v')?.value as Entry | undefined)?.value === 'invitation' ||
        (i <= from + 4 && isContact(clause[at]!) && /^(?:要求|请求|提议|邀约)$/.test(t.text))),
  );
  return last < 0 ? undefined : { from, to: last + 1 };
}

/** 在A访问B之际, 值此A即将访问B之际, 在与B会谈后: a clause that only gives the occasion, from its opening word to its closing one. */
interface Inset {
  from: number;
  to: number;
}

const OPENS: ReadonlySet<string> = new Set(['在', '值', '值此', '适逢', '正值', '当', '趁', '借', '自', '随着', '继', '于']);
const CLOSES = /^(?:之际|前夕|期间|之后|后|之前|前|时|之时|以后|之机|结束后|后不久)$/;

/** 在莫斯科举行会谈: where something is held is no occasion. */
function isLocative(clause: readonly Token[], from: number): boolean {
  const next = clause[from + 2];
  if (isA(clause[from + 1], 'place', 'seat') && /^[与同和]$/.test(next?.text ?? '')) return true;
  // 某部长在A与B大臣会谈时.
  if (isA(clause[from + 1], 'state') && /^[与同]$/.test(next?.text ?? '') && isA(clause[from + 3], 'person', 'title'))
    return clause.slice(0, from).some((t) => isA(t, 'person', 'title'));
  return isA(clause[from + 1], 'place', 'state', 'seat', 'region', 'organisation') && isA(next, 'v', 'lv');
}

/** The clause asked about last, with its occasions: each is asked about many times in a row. */
let last: { clause: readonly Token[]; insets: readonly Inset[] } = { clause: [], insets: [] };

/** The occasions that a clause holds. One without a verb of contact inside is no clause. */
function insetsIn(clause: readonly Token[]): readonly Inset[] {
  if (last.clause === clause) return last.insets;
  const out: Inset[] = [];
  for (let from = 0; from < clause.length; from++) {
    if (!OPENS.has(clause[from]!.text)) continue;
    const venue = venueOf(clause, from);
    const to = venue < 0 && !isLocative(clause, from) ? closeOf(clause, from) : venue;
    if (to < 0) continue;
    out.push({ from, to });
    from = to;
  }
  last = { clause, insets: out };
  return out;
}

/** 在A与B峰会(期间|场边)举行会谈: where the name of a gathering ends that a contact took place at, whose members are no sides of it; -1 without one. */
function venueOf(clause: readonly Token[], from: number): number {
  if (clause[from]!.text !== '在') return -1;
  for (let to = from + 3; to < clause.length - 1 && to <= from + 14; to++) {
    const t = clause[to]!;
    if (!/(?:峰会|高峰会|会议|大会|论坛|首脑会议|对话会)$/.test(t.text)) continue;
    const joins = clause.slice(from + 1, to).some((x, i, all) => /^[与和、]$/.test(x.text) && isA(all[i - 1], ...ENTITIES));
    const beside = /^(?:期间|场边|间隙|之际|上)$/.test(clause[to + 1]!.text);
    const end = beside ? to + 1 : to;
    const next = clause[end + 1];
    const held =
      next !== undefined && (isContact(next) || isA(next, 'lv')) && clause.slice(end + 1).some((x) => isContact(x) && isA(x, 'v'));
    return joins && held ? end : -1;
  }
  return -1;
}

/** Where the occasion that opens at `from` closes; -1 where it is none. */
function closeOf(clause: readonly Token[], from: number): number {
  let verb = from + 1;
  while (verb <= from + 16 && verb < clause.length && !isA(clause[verb], 'v', 'visit-host')) verb++;
  if (verb > from + 16 || verb >= clause.length || !isContact(clause[verb]!)) return -1;
  // 接受媒体访问期间: the press asks, nobody travels.
  if (clause[verb]!.text === '访问' && clause.slice(from, verb).some((t) => /^接受了?$/.test(t.text))) return -1;
  for (let to = verb + 1; to <= verb + 6 && to < clause.length; to++) {
    const t = clause[to]!;
    if (CLOSES.test(t.text)) return to;
    if (isA(t, 'v', 'say') && !isContact(t)) return -1;
  }
  return -1;
}

/** The tokens that belong to the trigger where its clause holds an occasion: the occasion alone, or the rest; nothing where it holds none. */
function withoutInset(clause: readonly Token[], at: number): { clause: readonly Token[]; at: number } | undefined {
  const insets = insetsIn(clause);
  if (insets.length === 0) return undefined;
  const within = insets.find((i) => at > i.from && at < i.to);
  if (within) {
    const inner = clause.slice(within.from + 1, within.to + 1);
    // 某人在某地峰会期间见到B时: the place and the gathering meet nobody.
    const isSide = (t: Token): boolean => isA(t, ...ENTITIES) && !isA(t, 'place', 'seat') && !/(?:峰会|会议|大会|论坛)$/.test(t.text);
    const led = inner.slice(0, at - within.from - 1).findIndex(isSide);
    // 在与B会谈后: who talked is the subject of the whole.
    const own = led >= 0 && (led === 0 || !isA(inner[led - 1], 'mark'));
    // 某日在会晤B时说: the day of both.
    const isThen = clause[within.to]!.text === '时' && isContact(clause[at]!) && !isA(clause[at], 'visit-host');
    const head = own ? [] : clause.slice(0, within.from).filter((t) => isThen || !isA(t, 'time'));
    const where = !own && head.length > 0 && isA(inner[0], 'place', 'seat') ? [clause[within.from]!] : [];
    return { clause: [...head, ...where, ...inner], at: at - within.from - 1 + head.length + where.length };
  }
  const kept = clause.filter((_, i) => !insets.some((x) => i >= x.from && i <= x.to));
  return { clause: kept, at: kept.indexOf(clause[at]!) };
}

/** What to quote for a trigger inside an occasion: the occasion, with the subject before it where it has none of its own. */
export function insetSpan(clause: readonly Token[], at: number): Span | undefined {
  const inset = insetsIn(clause).find((i) => at > i.from && at < i.to);
  if (!inset) return undefined;
  const led = clause.slice(inset.from + 1, at).some((t) => isA(t, 'person', 'title', 'state', 'organisation', 'joint'));
  const own = led && !isA(clause[inset.from + 1], 'mark') && inset.from > 0;
  return { start: clause[own ? inset.from + 1 : 0]!.start, end: clause[inset.to]!.end };
}

/** 到A出席会议的B代表团: index of the 的 that closes where somebody went, who stands behind it; -1 without one. */
export function attributeEnd(clause: readonly Token[]): number {
  const head = clause.findIndex((t) => !isA(t, 'time'));
  if (head < 0 || !/^(?:到|赴|前往|来到|前来|抵达)$/.test(clause[head]!.text) || !isA(clause[head + 1], 'state', 'place', 'seat'))
    return -1;
  const to = clause.findIndex((t, i) => i > head + 2 && t.text === '的' && isA(clause[i + 1], 'person', 'title', 'organisation', 'state'));
  const led = clause.slice(head + 2, Math.max(head + 2, to));
  return led.some((t) => /^(?:出席|参加|参与|与会|进行|开展|执行)$/.test(t.text)) && !led.some((t) => isA(t, 'say')) ? to : -1;
}

/**
 * The part of a clause that belongs to its trigger, where something else stands around it: the invitation that led to it, the reason given, whoever tells or
 * welcomes it, what it is spoken of for, or an occasion. Nothing where the whole clause does.
 */
export function partOf(clause: readonly Token[], at: number): { clause: Token[]; at: number } | undefined {
  const aside = invitationIn(clause, at) ?? reasonIn(clause, at);
  if (aside) return { clause: [...clause.slice(0, aside.from), ...clause.slice(aside.to)], at: at - (aside.to - aside.from) };
  const told = Math.max(tellingIn(clause, at), welcomeIn(clause, at), topicIn(clause, at));
  if (told >= 0) return { clause: clause.slice(told + 1), at: at - told - 1 };
  const went = attributeEnd(clause);
  if (went >= 0 && at > went) return { clause: clause.slice(went + 1), at: at - went - 1 };
  const part = withoutInset(clause, at);
  return part && part.clause.length < clause.length ? { clause: [...part.clause], at: part.at } : undefined;
}

/** 强烈谴责并敦促B…: whether the clause tells a view beside a demand. */
export function condemns(clause: readonly Token[], text: string): boolean {
  return /(?:谴责|抗议|反对|不满|遗憾|失望).{0,4}[并和]|对[^,]{2,40}(?:表示|感到|深表)(?:热烈|强烈|高度|十分)?(?:欢迎|失望|遗憾|赞赏|不满|关切|担忧|愤慨)/.test(
    text.slice(clause[0]!.start, clause[clause.length - 1]!.end),
  );
}
