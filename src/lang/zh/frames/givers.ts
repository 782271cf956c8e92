import type { Edge } from '../../../grammar/chart.js';
import { as, isA } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { isContact } from '../clause-shapes.js';
import { codesOfParties, otherOfTwo, stateOf } from '../parties.js';
import type { Scene } from '../scene.js';
import type { StateValue } from '../token.js';
import { collect, type Flow, type Side, sidesEarlier } from './sides.js';

/** Givers that stand together before the verb. */
const EACH = /[与和同、及][^,]{1,16}(?:各自?|分别|共同|联合|均|都|一共|合计|一起)[^,]{0,12}(?:提供|捐|援助|出资|拨|给予|贷)/;

const DEBT = /债务|外债|欠款/;

/** Who gives or lends, and who receives. */
export function giving(scene: Scene, kind: string, measure: Edge, sides: readonly Side[]): Flow | undefined {
  // A与B各自承诺提供5亿: of each, and not of one to the other.
  if (EACH.test(scene.text.slice(scene.clause[0]!.start, scene.trigger.start))) return undefined;
  if (kind === 'loan' && DEBT.test(scene.text.slice(measure.start, measure.end))) return owing(scene, sides);
  // 再提供B13亿英镑; 提供50万美元援助给B.
  const to =
    sides.find((s) => s.marker === 'to' || s.marker === 'for') ??
    sides.find((s) => /^(?:提供|给予|资助|支援)了?$/.test(wordBefore(scene, s))) ??
    sidesBehind(scene, measure.end).find((s) => s.marker === 'for');
  const said = scene.text.slice(scene.clause[0]!.start, Math.max(scene.trigger.start, measure.end));
  // A欠B贷款65亿美元.
  const debtor = sides.find((s) => /^(?:政府|目前|仍|还|共|已|总共|一共|现)*欠/.test(scene.text.slice(s.token.end, s.token.end + 6)));
  const lender = debtor && sides.find((s) => s.token.start > debtor.token.end && s.code !== debtor.code);
  if (kind === 'loan' && lender) return { from: stateOf(lender.code), to: stateOf(debtor.code), inherited: false };
  // A感谢B提供贷款: the one who is thanked has given.
  const thanked = sides.findIndex((s) => /感谢$/.test(scene.text.slice(scene.clause[0]!.start, s.token.start)));
  const thanker = sides[thanked - 1]?.code ?? scene.registers.speaker?.value.country ?? scene.carried.flatMap((p) => p.codes)[0];
  if (thanked >= 0)
    return thanker && thanker !== sides[thanked]!.code
      ? { from: stateOf(sides[thanked]!.code), to: stateOf(thanker), inherited: thanked === 0 }
      : undefined;
  // A开发银行与B签署1亿美元贷款协议: the bank lends.
  const signs = kind === 'loan' && measure.start >= scene.trigger.end && /签/.test(said);
  const banks = signs ? sides.filter((s) => BANKS.test(s.token.text)) : [];
  const client = banks.length === 1 ? sides.find((s) => s.code !== banks[0]!.code) : undefined;
  if (signs) return client && { from: stateOf(banks[0]!.code), to: stateOf(client.code), inherited: false };
  const lends = kind === 'loan' ? sides.find((s) => LENDERS.test(s.code)) : undefined;
  const borrows = lends && sides.find((s) => !LENDERS.test(s.code));
  if (lends && borrows && !/[缴捐]|偿还|归还|注资/.test(said)) return { from: lends.code, to: stateOf(borrows.code), inherited: false };
  // A向B贷款1亿美元, A从B借款: who asks for the loan.
  const asked =
    kind === 'loan'
      ? sides.find((s) => /^(?:to|from)$/.test(s.marker ?? '') && BORROWS.test(scene.text.slice(s.token.end, s.token.end + 6)))
      : undefined;
  const borrower = asked && sides.find((s) => s.token.end < asked.token.start && s.code !== asked.code);
  if (asked) return borrower && { from: stateOf(asked.code), to: stateOf(borrower.code), inherited: false };
  const received = receiving(scene, sides);
  if (received) return received;
  const isAfter = measure.start >= scene.trigger.end;
  const isHere = measure.start >= scene.clause[0]!.start;
  const from =
    sides.find((s) => s !== to && s.marker !== 'to' && s.marker !== 'for' && s.marker !== 'at' && scene.text[s.token.end] !== '被')?.code ??
    scene.carried.flatMap((p) => p.codes)[0] ??
    (isAfter ? actorBefore(scene, said) : undefined);
  const recipient =
    to?.code ??
    aided(scene, measure, from) ??
    scene.object().flatMap((p) => p.codes)[0] ??
    helped(scene, from) ??
    helpedNext(scene, from) ??
    heldRecipient(scene, from) ??
    counterpart(scene, from) ??
    otherHere(scene, kind, from, isHere || isAfter, said);
  if (
    from?.length === 2 &&
    recipient === undefined &&
    isHere &&
    !/本国|国内/.test(said) &&
    isAbroad(scene) &&
    /提供|给予|拨|拿出|援外|对外援助/.test(said)
  )
    return { from: stateOf(from), to: null, inherited: false };
  if (from === undefined || recipient === undefined || from === recipient) return undefined;
  return { from: stateOf(from), to: stateOf(recipient), inherited: to === undefined };
}

const BORROWS = /^(?:政府|方面)?(?:贷款|借款|借贷|借入|举债|借)(?!给)/;

/** Funds and banks of states, which lend. */
const LENDERS = /^(?:IMF|WB|ADB|AIIB|NDB|EBRD|IDB|EIB|AFDB)$/;

const BANKS = /银行|开发署|协力机构|基金会?$/;

function sidesBehind(scene: Scene, from: number): Side[] {
  const out: Side[] = [];
  collect(
    scene.clause.filter((t, i) => t.start >= from || scene.clause[i + 1]?.start === from),
    scene,
    out,
  );
  return out;
}

/** 国际援助, 非洲, 发展中国家: money that leaves the state, though no receiver is named. */
function isAbroad(scene: Scene): boolean {
  const { start, end } = scene.clauseSpan();
  return /国际|海外|南南|太平洋|加勒比|优惠贷款|发展援助|无偿|国家|非洲|拉美|外援|援外|对外|岛国|盟国|难民|灾民|人道|世界/.test(
    scene.text.slice(start, end),
  );
}

/** 400亿美元乌克兰援助, 240亿美元援助乌克兰: who stands beside the word for aid, behind the sum. */
function aided(scene: Scene, measure: Edge, from: string | undefined): string | undefined {
  if (measure.start < scene.trigger.end) return undefined;
  const beside = scene.clause.find(
    (t) => isA(t, 'state') && (t.start === measure.end || (t.end <= measure.start && t.start >= scene.trigger.end)),
  );
  const code = beside && (as(beside, 'state')!.value as StateValue).codes[0];
  return code === from ? undefined : code;
}

/** A提供贷款,协助B兴建电厂: whom the clause after names first. */
function helpedNext(scene: Scene, from: string | undefined): string | undefined {
  const next = scene.clauses[scene.clauseAt + 1] ?? [];
  if (!/^(?:以|用于|用来|来)*(?:协助|帮助|支持|支援|援助)/.test(scene.text.slice(next[0]?.start ?? 0, next.at(-1)?.end ?? 0)))
    return undefined;
  const code = codesOfParties(scene.parties(next.slice(0, 4)))[0];
  return code === undefined || code === from ? undefined : code;
}

/** A与B举行会谈,表示将提供贷款, 韩方提供贷款: whom the giver is talking with. */
function counterpart(scene: Scene, from: string | undefined): string | undefined {
  if (from === undefined || scene.before().some((t) => /^[向为给对]$/.test(t.text))) return undefined;
  const side = scene.clause.find(
    (t) => isA(t, 'state') && t.text.endsWith('方') && (as(t, 'state')!.value as StateValue).codes[0] === from,
  );
  const { contact, pair } = scene.registers;
  const two = contact?.value ?? pair?.value ?? [];
  if (side && two.length === 2 && two.includes(stateOf(from))) return two.find((c) => c !== stateOf(from));
  const met = scene.clauses.slice(0, scene.clauseAt).find((c) => c.some((t) => isA(t, 'v', 'visit-host') && isContact(t)));
  const sides = met?.filter((t) => isA(t, 'person', 'title', 'state', 'pair', 'visit-host')) ?? [];
  const codes = [...new Set(codesOfParties(scene.parties(sides)).map(stateOf))];
  return codes.length === 2 && codes.includes(stateOf(from)) ? codes.find((c) => c !== stateOf(from)) : undefined;
}

/** 开发署还将提供1.2亿欧元贷款: the other of the two that the paragraph is about, where the clause names nobody else. */
function otherHere(scene: Scene, kind: string, from: string | undefined, isHere: boolean, said: string): string | undefined {
  if (scene.before().some((t) => /^(?:向|对|为|给|与|对于)$/.test(t.text)) || /国家|盟友|伙伴|岛国|地区|世界/.test(said)) return undefined;
  if (
    from === undefined ||
    from.length !== 2 ||
    !isHere ||
    !/提供|给予|无偿援助|贷款/.test(said) ||
    /国内|本国|企业|居民|农民|银行向|国际|非洲|多国|各国/.test(said)
  )
    return undefined;
  const { contact, pair } = scene.registers;
  const two = contact ?? pair;
  if (!two || kind === 'aid' ? !/无偿|援助|赠款/.test(said + scene.text.slice(scene.trigger.end, scene.trigger.end + 6)) : false)
    return undefined;
  const often = [...scene.cast.named].filter(([code, n]) => n > 1 && code.length === 2 && code !== 'EU').map(([code]) => code);
  const isOfTwo = often.length === 2 && often.every((code) => two?.value.includes(code));
  if (!two || (!isOfTwo && scene.text.slice(two.span.start, scene.trigger.start).includes('\n\n'))) return undefined;
  return otherOfTwo(two, [stateOf(from)])?.country ?? undefined;
}

/** 宣布八项措施:提供30亿美元贷款: the state that acted last in the paragraph, where the giving has no subject of its own. */
function actorBefore(scene: Scene, said: string): string | undefined {
  const { state } = scene.registers;
  return state && /提供|拿出|给予/.test(said) && !scene.text.slice(state.span.end, scene.trigger.start).includes('\n')
    ? state.value
    : undefined;
}

/** 菲律宾获得日本600亿日元贷款: the giver stands straight behind the verb. */
function receiving(scene: Scene, sides: readonly Side[]): Flow | undefined {
  const giver = sides.find((s) => /^(?:获得|得到|接受|获|获取|收到)了?$/.test(wordBefore(scene, s)));
  const taker = sides.find((s) => s.marker === null && giver !== undefined && s.token.end < giver.token.start);
  return giver && taker && giver.code !== taker.code ? { from: stateOf(giver.code), to: stateOf(taker.code), inherited: false } : undefined;
}

/** 追加1.5亿美元援助,帮助苏丹…: whom the money is said to help. */
function helped(scene: Scene, from: string | undefined): string | undefined {
  const rest = [...scene.after(), ...(scene.clauses[scene.clauseAt + 1] ?? [])];
  const i = rest.findIndex(
    (t) => /^(?:以|用于|用以)?(?:帮助|支持|救助|支援|协助|援助)$/.test(t.text) && isA(rest[rest.indexOf(t) + 1], 'state'),
  );
  const code = i < 0 ? undefined : (as(rest[i + 1], 'state')!.value as StateValue).codes[0];
  return code === from ? undefined : code;
}

/** The receiver of the loan or the aid before it in the paragraph. */
function heldRecipient(scene: Scene, from: string | undefined): string | undefined {
  const last = scene.registers.measure;
  if (!last?.to || (last.kind !== 'loan' && last.kind !== 'aid') || last.to === from) return undefined;
  return scene.text.slice(last.at, scene.trigger.start).includes('\n') ? undefined : last.to;
}

/** 免除索马里6.84亿美元债务: the debtor straight behind the verb. */
const RELIEVES = /^(?:免除|免去|减免|豁免|勾销)了?$/;

/** What stands between the state that acts and a side. */
function textBetween(scene: Scene, subject: string, side: Side): string {
  const own = scene.clause.findLast(
    (t) => t.end <= side.token.start && isA(t, 'state') && (as(t, 'state')!.value as StateValue).codes[0] === subject,
  );
  return own ? scene.text.slice(own.end, side.token.start) : '';
}

function wordBefore(scene: Scene, side: Side): string {
  return scene.clause[scene.clause.indexOf(side.token) - 1]?.text ?? '';
}

/** A与B达成30亿美元债务的重组协议: the debtor owes what was lent. A免除B的30亿美元债务: the creditor is the one who acts. */
function owing(scene: Scene, sides: readonly Side[]): Flow | undefined {
  const said = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  const subject =
    sides.find((s) => s.marker === null)?.code ??
    scene.carried.flatMap((p) => p.codes)[0] ??
    sidesEarlier(scene)
      .flat()
      .find((s) => s.marker === null)?.code;
  const other = sides.find(
    (s) => (s.marker === 'with' || s.marker === 'to' || RELIEVES.test(wordBefore(scene, s))) && s.code !== subject,
  )?.code;
  if (subject === undefined) return undefined;
  // A debt to nobody in particular is a state's own only where its lenders are spoken of.
  const whole = scene.text.slice(scene.clauses[0]![0]!.start, scene.sentence.span.end);
  // A欠B一亿美元, A拖欠B.
  const lender = sides.find((s) => /^(?:拖|仍|还|共|目前|已|曾|政府)*欠[下了]?$/.test(textBetween(scene, subject, s)));
  if (lender) return { from: stateOf(lender.code), to: stateOf(subject), inherited: false };
  if (other === undefined && !/外债|债权|主权债务|双边债务|官方债务/.test(whole)) return undefined;
  if (/免除|免去|减免|豁免|勾销/.test(said))
    return { from: stateOf(subject), to: other !== undefined ? stateOf(other) : null, inherited: false };
  return { from: other !== undefined ? stateOf(other) : null, to: stateOf(subject), inherited: false };
}

/**
 * Capital and projects without a second state: foreign ones in a state (越南吸引外资), a state's own abroad (对外投资), and what goes on from
 * the statistics before. `null` where another state's whole is meant but nobody says whose; nothing where two sides are named.
 */
export function investing(scene: Scene, measure: Edge, sides: readonly Side[]): Flow | null | undefined {
  const start = scene.clause[0]!.start;
  const own = [...new Set(sides.filter((s) => s.token.start >= start).map((s) => stateOf(s.code)))];
  const said = scene.text.slice(start, Math.max(scene.trigger.start, measure.end));
  if (
    own.length === 1 &&
    /对外(?:直接)?投资|对外.{0,6}直接投资|境外投资|海外投资|对(?:非洲?|拉美|中东|亚洲|欧洲)(?:年均)?(?:直接)?投资/.test(said)
  )
    return { from: own[0]!, to: null, inherited: false };
  // A借助B的倡议吸引了10亿美元投资: into A.
  const giver = sides.find((s) => s.token.start >= start && /^(?:吸引|吸收|获得|获|得到|接受)了?$/.test(wordBefore(scene, s)));
  if (own.length === 2 && giver)
    return { from: stateOf(giver.code), to: own.find((c) => c !== stateOf(giver.code)) ?? null, inherited: false };
  if (own.length === 2 && /吸引了?(?:约|近|超过|逾)*$/.test(scene.text.slice(start, Math.min(scene.trigger.start, measure.start))))
    return { from: own[1]!, to: own[0]!, inherited: false };
  const last = scene.registers.measure;
  const isLike = last?.kind.startsWith('investment') === true;
  // 在越韩国企业9000家,投资额超过800亿美元.
  if (last?.kind === 'companies' && sides.length === 0 && last.from && last.to && last.at >= scene.sentence.span.start)
    return { from: last.from, to: last.to, inherited: true };
  const isHeld = isLike && last.to !== null && (last.from === null || last.open === 'from');
  if (/外国|外商|外资|外来/.test(said)) {
    if (own.length === 1) return { from: null, to: own[0]!, inherited: false };
    return own.length === 0 ? (isHeld ? { from: null, to: last.to, inherited: true } : null) : undefined;
  }
  // 韩国对美国投资A,日本投资B: where the first invested.
  if (
    own.length === 1 &&
    isLike &&
    last.from &&
    last.to &&
    last.at >= scene.clauses[0]![0]!.start &&
    last.to !== own[0] &&
    last.from !== own[0]
  )
    return sides.every((s) => s.marker === null) && !/在|于|对/.test(said) ? { from: own[0]!, to: last.to, inherited: true } : undefined;
  if (own.length > 0 || !isLike) return undefined;
  if (isHeld && (measure.value as Entry | null)?.form !== '投资') return { from: null, to: last.to, inherited: true };
  const near = !scene.text.slice(last.at, scene.trigger.start).includes('\n');
  return near && last.to === null ? { from: last.from, to: null, inherited: true } : undefined;
}
