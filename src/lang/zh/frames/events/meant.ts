import { isA } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { codesOfParties, fromBefore, otherOfTwo, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';

const DIRECTED = /^(?:accusation|criticism|request|threat|lawsuit|sanction|release|expulsion)$/;
/** 他们, 这些外交官, 该名男子, 对方: those of whom the act before told. */
const POINTS =
  /^了?(?:他们|她们|它们|对方|(?:这|该|上述|有关|相关)(?:些|[两三四五几\d]?[名个位]|批)?(?:被[捕扣押拘]+的?)?(?:外交|使馆|工作)?(?:人员|人士|官员|外交官|士兵|船员|渔民|公民|男子|女子|记者|商人|学生|人))/;

/** Whether the words behind the verb point back at people told of before. */
export function pointsBack(scene: Scene): boolean {
  const tail = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  return POINTS.test(tail) && !/离[开境]/.test(tail);
}

/** A驱逐B外交官。A指控他们…; C召回外交官。D曾要求这些外交官…: the other side of the act told last in the paragraph. */
export function pointedBack(scene: Scene, kind: EventKind, subject: readonly Party[]): Party | undefined {
  const { acted, pair } = scene.registers;
  const own = codesOfParties(subject);
  if (!(DIRECTED.test(kind) || (kind === 'protest' && /^召见/.test(scene.trigger.text))) || own.length !== 1 || !pointsBack(scene))
    return undefined;
  const isNear = acted !== null && !scene.text.slice(acted.sentence, scene.trigger.start).includes('\n');
  const sides = isNear ? [...new Set([...acted.by, ...codesOfParties([acted.on])])] : [];
  const others = sides.filter((c) => c !== own[0]);
  if (sides.length === 2 && others.length === 1) return stateParty(others, acted!.on.span, true);
  return isNear || scene.text.startsWith('对方', scene.trigger.end) ? otherOfTwo(pair, own) : undefined;
}

/** A俘虏B士兵,其中两人已被遣返: who holds those of whom it tells. */
export function ofThose(scene: Scene, kind: EventKind): { actors: Party[]; recipients: Party[] } | undefined {
  const { acted } = scene.registers;
  const lead = scene.text.slice(scene.clause[0]!.start, scene.trigger.start);
  if (kind !== 'release' || acted?.sentence !== scene.sentence.span.start || !/^(?:其中|并|随后|后来)?[^,。]{0,12}$/.test(lead))
    return undefined;
  if (!/^其中/.test(lead) || acted.by.length !== 1 || acted.kind !== 'arrest') return undefined;
  return {
    actors: [stateParty([...acted.by], acted.on.span, true)],
    recipients: [fromBefore(acted.on)],
  };
}

/** A驱逐4名B外交官,C和D各驱逐3人: the same is done to those of the same side, where only their number is told. */
export function alikeOn(scene: Scene, kind: EventKind, subject: readonly Party[]): Party | undefined {
  const { acted } = scene.registers;
  const own = codesOfParties(subject);
  const alike = acted?.kind === kind && acted.sentence === scene.sentence.span.start && !own.some((c) => acted.by.includes(c));
  if (!alike || own.length === 0 || codesOfParties([acted.on]).some((c) => own.includes(c))) return undefined;
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  return kind === 'expulsion' && /^了?[\d一二两三四五六七八九十百]+(?:名|人|位)?$/.test(rest) ? fromBefore(acted.on) : undefined;
}

/** 召见B大使,表达强烈抗议: what is said at the act that the sentence has told is said to whom that was done. */
export function saidOn(scene: Scene, kind: EventKind, subject: readonly Party[]): Party | undefined {
  const { acted } = scene.registers;
  const own = codesOfParties(subject);
  const told = /^(?:表示|表达|提出|予以|递交|当面)/.test(scene.trigger.text) && kind === 'protest' ? seenBefore(scene, own) : undefined;
  if (told) return told;
  const isSame = acted?.sentence === scene.sentence.span.start && own.length === 1 && acted.by.includes(own[0]!);
  if (!isSame || !/^(?:protest|criticism)$/.test(kind) || acted.kind !== 'protest' || scene.ownSubject().length > 0) return undefined;
  return /^(?:表示|表达|提出|予以)/.test(scene.trigger.text) ? fromBefore(acted.on) : undefined;
}

/** 约见B大使,表达抗议: whom the one who protests has seen. */
function seenBefore(scene: Scene, own: readonly string[]): Party | undefined {
  const led = scene.clauses.slice(0, scene.clauseAt).flat();
  const at = led.findIndex((t) => /^(?:紧急)?约见了?$/.test(t.text));
  const seen = at < 0 || own.length !== 1 || scene.ownSubject().length > 0 ? undefined : scene.parties(led.slice(at + 1, at + 2))[0];
  return seen && seen.codes.length === 1 && seen.codes[0] !== own[0] ? fromBefore(seen) : undefined;
}

/** 与B通话,感谢他反对C: he who is thanked is the other of the two, or nobody who is told. */
export function thankedHim(scene: Scene, kind: EventKind, subject: readonly Party[]): Party[] | undefined {
  if (kind !== 'thanks' || !isA(scene.after()[0], 'pron')) return undefined;
  const other = otherOfTwo(scene.registers.contact ?? scene.registers.pair, codesOfParties(subject));
  return other ? [other] : [];
}
