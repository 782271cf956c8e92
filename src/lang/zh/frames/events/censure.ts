import type { Frame } from '../../../../grammar/frame.js';
import { as, isA } from '../../../../grammar/token.js';
import type { Entry } from '../../../../lexicon/trie.js';
import { stateParty } from '../../parties.js';
import type { Scene } from '../../scene.js';
import { positions } from '../opinions.js';
import { event } from './make.js';

/** Words for a wrong that is alleged as a fact; without one it is criticism. */
const ALLEGES = /违反|违背|背离|粗暴干涉|侵犯|侵略|煽动|资助|策划|窃取|捏造|歪曲|抹黑|污蔑|挑衅|破坏|间谍|操纵|包庇|纵容|欺骗|撒谎|说谎/;
/** What a side asks for or wards off says nothing of what the other has done. */
const WISHES =
  /遗憾|不干涉|互不|假如|假设|不需要|无需|不可侵犯|不容|不受|不会|绝不|决不|敦促|要求|呼吁|希望|应当|应该|^应|立即|不得|不要|以免|避免|防止|停止|反对任何|如果|一旦|若/;
const TOLD: ReadonlySet<string> = new Set(['criticism', 'accusation', 'protest', 'rejection', 'threat', 'request', 'condolence']);

/** What B does is called wrong in A's own words: A说,B的做法是干涉内政 · A指B违反协定. One for each speech against a side. */
export const censure: Frame<Scene> = {
  id: 'zh/event/censure',
  triggers: [{ cls: 'clause' }],
  examples: [
    { text: '法国外交部发言人10日说,美国的做法违反法美两国协议。', finds: ['event accusation FR,US'] },
    { text: '法国外交部发言人10日说,美国的决定不可接受。', finds: ['event criticism FR,US'] },
    { text: '法国外交部发言人10日说,希望美国不要干涉法国内政。', finds: [] },
    { text: '法国外交部发言人10日说,法国与美国是盟友。', finds: [] },
  ],
  match(scene) {
    const span = scene.clauseSpan();
    const text = scene.text.slice(span.start, span.end);
    if (WISHES.test(text)) return [];
    const tells = (from: number, to: number): boolean =>
      scene.clauses.slice(from, to).some((c) => c.some((t) => TOLD.has((as(t, 'v')?.value as Entry | undefined)?.value ?? '')));
    if (tells(0, scene.clauses.length)) return [];
    const position = positions.match(scene)[0];
    if (position?.type !== 'position' || position.stance !== 'criticise' || position.by.length !== 1 || position.about.length !== 1)
      return [];
    const [by, about] = [position.by[0]!, position.about[0]!];
    // Whoever is blamed is named in the sentence, or what it did is pointed at: 这项决定是不友善的举动.
    const clauses = scene.clauses.slice(0, scene.clauseAt + 1).flat();
    const named = clauses.find(
      (t) => isA(t, 'state', 'organisation', 'person', 'title') && scene.codes(...scene.parties([t])).includes(about),
    );
    if (by === about || (!named && !/^(?:这[项种一番]|此[举次]|该)/.test(text))) return [];
    const speaker = scene.registers.speaker;
    return [
      event(scene, {
        rule: censure.id,
        kind: ALLEGES.test(text) ? 'accusation' : 'criticism',
        actors: speaker ? [stateParty([by], speaker.span, true)] : scene.parties(scene.clause.slice(0, 1)),
        recipients: [stateParty([about], named ?? scene.clause[0]!, named === undefined)],
        modality: 'actual',
        span,
      }),
    ];
  },
};
