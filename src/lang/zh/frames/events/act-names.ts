import { isA, type Token } from '../../../../grammar/token.js';
import { codesOfParties, stateParty } from '../../parties.js';
import { codesIn } from '../../phrases/codes-in.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import type { StateValue } from '../../token.js';

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
