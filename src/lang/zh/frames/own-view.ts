import { isA, type Token } from '../../../grammar/token.js';
import type { Stance } from '../../../model/statement.js';
import { codesOfParties } from '../parties.js';
import type { Scene } from '../scene.js';
import { isOnlooker } from '../tellers.js';
import { isOfAnother } from './blamed.js';
import { isSpokenOf, isThing } from './stances.js';

/** A指B…: a word for saying where its clause names who speaks. */
export function points(scene: Scene, t: Token): boolean {
  const { speaker } = scene.registers;
  return t.text === '指' && speaker !== null && speaker.span.start >= scene.clauseSpan().start && speaker.span.end <= t.start;
}

/** Whose view is told by another: 西方国家指责…. */
const OTHERS_HOLD = /^“?(?:一些|部分|许多|不少|多个)?(?:西方|国际社会|外界|舆论|媒体|批评者|反对者|多国|国家)(?:国家|媒体|官员)?[^,]{0,4}$/;

/** Whether the words are the view of the one who speaks: not an onlooker's, not a wish, and not what another state holds or did. */
export function isOwnView(scene: Scene, by: readonly string[], view: { stance: Stance; at: number; held: boolean }): boolean {
  if (isOnlooker(scene.registers)) return false;
  const { clause } = scene;
  const at = scene.clauseSpan().start + view.at;
  const mild = view.stance === 'praise' || view.stance === 'support' || view.stance === 'concern';
  if (
    mild &&
    clause.some(
      (t, i) =>
        t.end <= at &&
        isA(t, 'will') &&
        !isThing(clause, i) &&
        !isSpokenOf(clause, i) &&
        !(t.text === '将' && (view.stance === 'praise' || AS.test(scene.text.slice(t.start, at + 4)))) &&
        !/^[并和]/.test(clause[i + 1]?.text ?? ''),
    )
  )
    return false;
  if (view.held && OTHERS_HOLD.test(scene.text.slice(scene.clauseSpan().start, at))) return false;
  const says = clause.findLastIndex((t) => isA(t, 'say') || points(scene, t));
  const content = clause.slice(says + 1);
  const lead = content.findIndex((t) => isA(t, 'state', 'title', 'person', 'organisation', 'joint'));
  const first = content[lead];
  // B议会通过决议,支持…: B does.
  const charges = /^(?:指控|指责|指认|谴责|批评|拒绝)/.test(content[0]?.text ?? '');
  if (((view.held && content[0]?.start === at && says < 0) || charges) && isOfAnother(scene, by)) return false;
  if (!first || first.end > at || lead > 1 || isA(content[lead - 1], 'mark', 'pair')) return true;
  const own = codesOfParties(scene.parties([first]));
  if (own.length > 1 && !own.some((c) => by.includes(c))) return !view.held;
  if (own.length !== 1) return true;
  // 立陶宛国会认定…: what another holds.
  if (!by.includes(own[0]!) && /(?<!的)(?:认[定为]|指[控责称]|主张|宣称)/.test(scene.text.slice(first.end, at))) return false;
  // 莫斯科坚持…: told of another. 俄军使用…: what one did is no view.
  return by.includes(own[0]!)
    ? view.held || mild || /遗憾|不满|失望|愤[怒慨]/.test(scene.text.slice(at, at + 4))
    : !view.held && (scene.text.startsWith('令人', at - 2) || !FEELS.test(scene.text.slice(at, at + 4)));
}

/** What a side feels, and who speaks of it only tells. */
const FEELS = /^(?:遗憾|不满|失望|愤[怒慨]|不安|担[忧心]|忧虑|震惊|疑虑)/;

/** 将B视为…: what a side takes another for. */
const AS = /^将[^,]{1,20}(?:视|看|置|列|当|放在|摆在|作为)/;
