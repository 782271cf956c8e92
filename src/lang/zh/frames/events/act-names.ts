import { isA, type Token } from '../../../../grammar/token.js';
import { stateParty } from '../../parties.js';
import { codesIn } from '../../phrases/things.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import type { StateValue } from '../../token.js';

/** The object that follows the verb at once: 指责A跟随B. */
export function firstGroup(scene: Scene): Party[] {
  const out: Party[] = [];
  for (const t of scene.after()) {
    // 批评坐在他面前的B代表: the pronoun is no side. 收回有关B问题的言论: what they are about.
    if (isA(t, 'pron') || /(?:有关|关于|涉及)$/.test(scene.text.slice(t.start - 2, t.start))) continue;
    const here = scene.parties([t]);
    if (here.length > 0) out.push(...here);
    else if (out.length > 0 && !/^[、和与及]$|^以及$/.test(t.text)) break;
    else if (isA(t, 'v', 'say')) break;
  }
  return out;
}

/** 对…给越南中部带来的损失: the states named between the mourner and the word of mourning. */
export function struck(scene: Scene, subject: readonly Party[]): Party[] {
  const from = Math.max(scene.clause[0]!.start, ...subject.filter((p) => p.span.start >= scene.clause[0]!.start).map((p) => p.span.end));
  return statesIn(scene, from, scene.trigger.start);
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
