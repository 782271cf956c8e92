import type { Frame } from '../../../../grammar/frame.js';
import { as, isA, type Token } from '../../../../grammar/token.js';
import type { Entry } from '../../../../lexicon/trie.js';
import { codesOfParties, stateParty } from '../../parties.js';
import type { Party } from '../../registers.js';
import type { Scene } from '../../scene.js';
import { positions } from '../positions.js';
import { event } from './make.js';

/** Words for a wrong that is alleged as a fact. */
const ALLEGES = /违反了?|违背了?|背离了?|粗暴干涉|严重侵犯|侵犯了|煽动了?|资助|窃取|捏造|歪曲|抹黑|污蔑|蓄意挑衅|破坏了|操纵|包庇|纵容/;
/** Words that call what was done wrong. */
const BLAMES =
  /(?:不可|不能|无法|难以)接受|不友善|不友好|背信弃义|(?:是|属于|纯属|构成).{0,16}(?:干涉|挑衅|霸凌|霸权|侵犯|倒退|错误|违法|非法|敌对)|(?:严重)?(?:损害|伤害)|缺乏.{0,6}(?:依据|根据|合法性)|毫无(?:根据|道理|缘故|依据)|无理|荒谬|不负责任|(?:不顾|罔顾|无视)[^,。]{1,14}(?:交涉|反对|抗议|警告)|不(?:够)?专业|令人(?:愤怒|遗憾|失望)|适得其反|无助于?(?=[\u4e00-\u9fff]{2})|不利于?(?=[\u4e00-\u9fff]{2})|于事无补/;
/** What is asked for, supposed, denied or looked back on says nothing of what the other has done. */
const WISHES =
  /敦促|要求|呼吁|希望|应当|应该|^应|立即|不得|不要|以免|避免|防止|停止|反对任何|如果|一旦|若|假如|假设|不干涉|互不|不需要|无需|不可侵犯|不容|不受|不会|绝不|决不|没有|只有|尽管|还是|是否|能否|必须|道歉|反省|历史认识|侵略历史|外部势力|任何|他国|别国|各国|最终|将|为了|减少|各自/;
const TOLD: ReadonlySet<string> = new Set(['criticism', 'accusation', 'protest', 'condolence']);

/** 不顾B的反复交涉: a protest that is spoken of. */
const isNoun = (clause: readonly Token[], i: number): boolean => clause.slice(0, i).some((t) => /^(?:不顾|罔顾|无视)$/.test(t.text));

/** B的行为违反C的决议: who does it stands before the word, or opens the clause before; what is violated is not to blame. */
function aboutIn(scene: Scene, by: string, about: readonly string[]): readonly string[] {
  const { start, end } = scene.clauseSpan();
  const wrong = ALLEGES.exec(scene.text.slice(start, end));
  const at = wrong ? scene.clause.findIndex((t) => t.start >= start + wrong.index) : -1;
  if (at < 0) return about;
  const led = codesOfParties(scene.parties(scene.clause.slice(0, at))).filter((c) => about.includes(c));
  if (led.length > 0) return led;
  const doer = doerBefore(scene, by);
  return doer ? doer.codes : about;
}

/** Whoever opens the clause before, which goes on here. */
function doerBefore(scene: Scene, by: string): Party | null {
  const first = (scene.clauses[scene.clauseAt - 1] ?? []).find((t) => !isA(t, 'time'));
  if (!first || !isA(first, 'state', 'organisation', 'person', 'title')) return null;
  const [doer] = scene.parties([first]);
  return doer?.codes.length === 1 && doer.codes[0] !== by ? doer : null;
}

/** What B does is called wrong in A's own words: A说,B的做法是干涉内政 · A指B违反协定. One for each speech against a side. */
export const censure: Frame<Scene> = {
  id: 'zh/event/censure',
  triggers: [{ cls: 'clause' }],
  examples: [
    { text: '法国外交部发言人10日说,美国的做法违反法美两国协议。', finds: ['event accusation FR,US'] },
    { text: '法国外交部发言人10日说,美国的决定不可接受。', finds: ['event criticism FR,US'] },
    { text: '法国外交部发言人10日说,希望美国不要干涉法国内政。', finds: [] },
    { text: '法国外交部发言人10日说,法国与美国是盟友。', finds: [] },
    { text: '法国外长说,伊拉克的做法违反联合国宪章。', finds: ['event accusation FR,IQ'] },
    { text: '法国外长说,伊拉克的行为突破红线,严重违反安理会决议。', finds: ['event accusation FR,IQ'] },
  ],
  match(scene) {
    const span = scene.clauseSpan();
    const text = scene.text.slice(span.start, span.end);
    if (WISHES.test(text) || !(ALLEGES.test(text) || BLAMES.test(text))) return [];
    const tells = (from: number, to: number): boolean =>
      scene.clauses
        .slice(from, to)
        .some((c) => c.some((t, i) => TOLD.has((as(t, 'v')?.value as Entry | undefined)?.value ?? '') && !isNoun(c, i)));
    if (tells(0, scene.clauses.length)) return [];
    // 无助于解决问题,不利于双方: the same reproach.
    const led = scene.clauses[scene.clauseAt - 1];
    const headless = scene.clauseAt > 0 && !isA(scene.clause[0], 'state', 'organisation', 'person', 'title', 'joint', 'pair');
    const before = led ? scene.text.slice(led[0]!.start, span.start) : '';
    if (headless && !WISHES.test(before) && (ALLEGES.test(before) || BLAMES.test(before))) return [];
    const position = positions.match(scene)[0];
    if (
      position?.type !== 'position' ||
      (position.stance !== 'criticise' && !(position.stance === 'oppose' && /接受/.test(text))) ||
      position.by.length !== 1
    )
      return [];
    const by = position.by[0]!;
    const blames = aboutIn(scene, by, position.about);
    if (blames.length !== 1) return [];
    const about = blames[0]!;
    // Whoever is blamed does it in this clause, or what it did is pointed at there: 这项决定是不友善的举动.
    const named = scene.clause
      .slice(0, 5)
      .find(
        (t, i, all) =>
          isA(t, 'state', 'organisation', 'person', 'title') &&
          all[i - 1]?.text !== '在' &&
          scene.codes(...scene.parties([t])).includes(about),
      );
    const pointed = /^(?:这[项种一番]|此[举次]|该)/.test(text);
    const blamed = headless && led!.some((t) => isA(t, 'state', 'organisation') && scene.codes(...scene.parties([t])).includes(about));
    if (by === about || !(named || pointed || blamed)) return [];
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
