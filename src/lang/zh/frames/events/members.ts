import { isGroup } from '../../../../knowledge/countries.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';

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
