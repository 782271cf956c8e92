import { isA, type Token } from '../../../../grammar/token.js';
import { isGroup } from '../../../../knowledge/countries.js';
import { stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import type { StateValue } from '../../token.js';

/** What stands between a group of states and those of its members that are named: 成员国, 常任理事国, 五国. */
const MEMBERS = /^(?:安理会|议会|现任|轮值|的)*[\d一二三四五六七八九十几两多]*个?(?:非?常任理事国|成员国?|成员|盟国|盟友|国家|创始国|国)?$/;

/** The parties without the groups that only say whose members the next ones are: 欧盟成员国A, 联合国安理会5个欧盟成员A、B. */
export function withoutGroups(parties: readonly Party[], text: string): Party[] {
  return parties.filter((p, i) => {
    const next = parties[i + 1];
    if (!next || p.codes.length === 0 || !p.codes.every(isGroup) || next.span.start < p.span.end) return true;
    const gap = text.slice(p.span.end, next.span.start);
    const isMember = gap === '' && p.kind === 'office' && /成员国?$/.test(p.office ?? '');
    return !isMember && (gap === '' || gap.length > 12 || !MEMBERS.test(gap));
  });
}

/** 遭到A和B空袭: with whom 和 joins to the last of the parties. */
export function joinedTo(scene: Scene, parties: readonly Party[]): Party[] {
  const last = parties[parties.length - 1];
  const more = last && scene.marked('with').filter((p) => /^(?:和|与|及)$/.test(scene.text.slice(last.span.end, p.span.start)));
  return more ? [...parties, ...more] : [...parties];
}

/** 驻X大使, X外交官: a title or organisation after the trigger brings the country of posting or origin with it. */
export function attributive(scene: Scene): Party[] {
  return attributiveOf(scene.after().slice(0, 10));
}

/** The states of posting that the titles of some words name, up to a word of saying. */
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
