import { isA } from '../../../../grammar/token.js';
import type { EventKind } from '../../../../model/statement.js';
import { codesOfParties, otherOfTwo, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { namesOnly } from '../sides.js';

interface Sides {
  actors: Party[];
  recipients: Party[];
}

/** What is stopped, shut or taken back, told as the subject of the verb, which closes its clause. */
const THINGS =
  /(?:签证|航班|航线|贸易|往来|合作|条约|协[议定]|口岸|边境|边界|通道|豁免|待遇|特权|优惠|许可证?|名额|项目|计划|援助|贷款|进口|出口|供应|访问|会谈|对话)(?:都|均|也|全部|一律|一概|亦)*(?:将|会|将会|已|已经|即日起|被|将被|予以)*$/;
const BY_DECREE = /^(?:suspension|cancellation|restriction)$/;

/** A宣布,发给B公民的签证都将取消: what is stopped stands as the subject, and whoever announces it does it. */
export function undergone(scene: Scene, kind: EventKind, voice: Party | undefined): Sides | undefined {
  const told = voice ?? (isAnnouncedBefore(scene) && codesOfParties(scene.carried).length === 1 ? scene.carried[0] : undefined);
  const rest = scene.text.slice(scene.trigger.end, scene.clauseSpan().end);
  if (!BY_DECREE.test(kind) || told?.country == null || !/^[”。]?$/.test(rest)) return undefined;
  const from = scene.clause[0]!.start;
  if (!THINGS.test(scene.text.slice(from, scene.trigger.start))) return undefined;
  const named = scene.parties(scene.before()).filter((p) => p.kind !== 'place' && p.codes.length > 0);
  const others = named.filter((p) => !p.codes.includes(told.country!));
  if (codesOfParties(others).length === 1) return { actors: [told], recipients: others.slice(0, 1) };
  const two = named.find((p) => p.kind === 'joint' && p.codes.length === 2 && p.codes.includes(told.country!));
  const other = two?.codes.find((c) => c !== told.country);
  return other ? { actors: [told], recipients: [stateParty([other], two!.span, true)] } : undefined;
}

/** A宣布,…: the clause before ends with the word of announcing. */
function isAnnouncedBefore(scene: Scene): boolean {
  return /^(?:正式|随后|同时)?(?:宣布|决定|下令)$/.test(scene.clauses[scene.clauseAt - 1]?.at(-1)?.text ?? '');
}

/** Ways into a state, which it shuts. */
const WAYS = /边境|边界|口岸|过境点|检查站|领空|空域|领海|航班|签证|通商|贸易/;

/** A宣布,将关闭边境: shut to the other of the two that the story is about. */
export function shutTo(scene: Scene, kind: EventKind, actors: readonly Party[]): Party | undefined {
  const text = scene.text.slice(scene.trigger.start, scene.clauseSpan().end);
  const { pair, speaker } = scene.registers;
  const own = codesOfParties(actors);
  if (!BY_DECREE.test(kind) || !WAYS.test(text) || pair?.value.length !== 2 || own.length !== 1) return undefined;
  const isDecreed =
    speaker?.value.country === own[0] || isAnnouncedBefore(scene) || scene.before().some((t) => /^(?:宣布|决定|下令)$/.test(t.text));
  return isDecreed && namesOnly(scene, pair.value) ? otherOfTwo(pair, own) : undefined;
}

/** A在安理会行使否决权, 因A一票否决: a veto is cast against the council where the sentence, or the one before, tells of its resolutions. */
export function vetoed(scene: Scene, kind: EventKind): Party | undefined {
  if (kind !== 'rejection' || !/否决|反对票|投票反对/.test(scene.trigger.text)) return undefined;
  const { start, end } = scene.sentence.span;
  const near = scene.text.slice(Math.max(0, start - 60), end);
  const council = /安理会|联合国/.exec(near);
  return council && /决议|草案|提案|表决|否决权/.test(near) && !scene.after().some((t) => isA(t, 'state'))
    ? stateParty(['UN'], scene.trigger, true)
    : undefined;
}
