import { isA, type Token } from '../../../../grammar/token.js';
import { codesOfParties, stateParty } from '../../parties.js';
import { codesIn } from '../../phrases/codes-in.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import type { StateValue } from '../../token.js';
import { isCapital } from '../../words.js';

/** 对…给越南中部带来的损失: the states named between the mourner and the word of mourning. */
export function struck(scene: Scene, subject: readonly Party[]): Party[] {
  const from = Math.max(scene.clause[0]!.start, ...subject.filter((p) => p.span.start >= scene.clause[0]!.start).map((p) => p.span.end));
  const where = scene.before().flatMap((t, i, all) => (all[i - 1]?.text === '在' ? codesOfParties(scene.parties([t])) : []));
  return statesIn(scene, from, scene.trigger.start).filter((p) => !where.includes(p.country!));
}

/** States named anywhere in a stretch, inside longer names too (土叙边境口岸). */
export function statesIn(scene: Scene, from: number, to: number): Party[] {
  return codesIn(scene.sentence.chart, from, to).map((c) => stateParty([c], scene.trigger));
}

/** 驻X大使, X外交官: a title or organisation after the trigger brings the country of posting or origin with it. */
export function attributive(scene: Scene): Party[] {
  return attributiveOf(scene.after().slice(0, 10));
}

export function attributiveOf(tokens: readonly Token[]): Party[] {
  const out: Party[] = [];
  for (const t of tokens) {
    for (const e of t.edges) {
      if (e.cls === 'posting') out.push(stateParty((e.value as StateValue).codes, { start: t.start, end: t.end }));
      if (e.cls !== 'title' && e.cls !== 'person') continue;
      const post = (e.value as { post: string | null }).post;
      if (post) out.push(stateParty([post], { start: t.start, end: t.end }));
    }
    if (isA(t, 'say')) break;
  }
  return out;
}

/** 指责公司违反联合国决议: whose rule is broken is not blamed. */
export function isBroken(scene: Scene, p: Party): boolean {
  return /(?:违反|违背|无视|绕过|规避|逃避)了?$/.test(scene.text.slice(Math.max(0, p.span.start - 4), p.span.start));
}

/** A的友邦B: A only says whose friend B is. */
export function withoutFriends(scene: Scene, subject: readonly Party[]): Party[] {
  const isOf = (p: Party): boolean =>
    /^的?(?:友邦|盟友|盟国|邻国|邦交国|邻邦)(?![和与、])/.test(scene.text.slice(p.span.end, p.span.end + 6));
  const rest = subject.filter((p) => !isOf(p));
  return rest.length > 0 ? rest : [...subject];
}

/** 作为对A驱逐B外交官的回应: A does it, who stands behind 对. */
export function answeredTo(scene: Scene): { actors: Party[]; recipients: Party[] } | undefined {
  const { start, end } = scene.clauseSpan();
  if (
    !/^[^,。]{0,24}的(?:回应|报复|反制|反击|对等措施)(?:措施|行动)?$/.test(scene.text.slice(scene.trigger.end, end).replace(/[。”]$/, ''))
  )
    return undefined;
  const before = scene.before();
  const at = before.findLastIndex((t) => /^(?:对|针对|对于)$/.test(t.text));
  if (at < 0 || /[,。]/.test(scene.text.slice(start, before[at]!.start))) return undefined;
  const actors = scene
    .parties(before.slice(at + 1))
    .filter((p) => p.codes.length === 1)
    .slice(0, 1);
  const recipients = statesIn(scene, scene.trigger.end, end).filter((p) => !actors.some((a) => a.codes.includes(p.country!)));
  return actors.length === 1 && recipients.length > 0 ? { actors, recipients: recipients.slice(0, 1) } : undefined;
}

/** 向北京提出抗议: a capital after 向 or 对 stands for its state. */
export function isSeat(p: Party): boolean {
  return p.kind === 'place' && p.name !== null && p.name !== '布鲁塞尔' && isCapital(p.name);
}

/** 针对B的骇客,A祭出制裁: a clause of aim that tells nothing else. */
export function isPlainAim(t: Token, clause: readonly Token[]): boolean {
  return t.text === '针对' && !clause.some((x) => isA(x, 'v', 'lv', 'will', 'mod', 'say'));
}
