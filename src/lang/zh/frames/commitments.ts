import type { Draft } from '../../../grammar/draft.js';
import type { Frame } from '../../../grammar/frame.js';
import { as, isA } from '../../../grammar/token.js';
import { isGroup } from '../../../knowledge/countries.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Strength } from '../../../model/statement.js';
import type { Span } from '../../../text/span.js';
import { until } from '../calendar.js';
import { codesOfParties } from '../parties.js';
import { codesIn } from '../phrases/things.js';
import { namesDay } from '../phrases/times.js';
import type { Party } from '../registers.js';
import type { Scene } from '../scene.js';
import { calendarAt } from '../story-calendar.js';
import type { TimeValue } from '../token.js';

/** Wishes, offers, agreements and plans of a side: 双方同意…, A愿…, A希望…, A将…. */
export const commitments: Frame<Scene> = {
  id: 'zh/commitment',
  triggers: [{ cls: 'will' }],
  examples: [
    { text: '王毅表示,中方愿同马来西亚深化各领域合作。', finds: ['commitment willing CN MY'] },
    { text: '双方一致同意加强越南与印度在数字领域的合作。', home: 'VN', finds: ['commitment agreed VN,IN'] },
    { text: '他希望天气好转。', home: '', finds: [] },
  ],
  match(scene) {
    const word = as(scene.trigger, 'will')!.value as Entry;
    const strength = word.value as Strength;
    const by = subjectOf(scene);
    if (by.codes.length === 0 || isNoun(scene) || scene.isQuestion()) return [];
    if (
      word.form === '应' &&
      scene
        .after()
        .slice(0, 8)
        .some((t) => /^邀请/.test(t.text))
    )
      return [];
    if (word.form === '致力于' && scene.before().some((t) => isA(t, 'v') && (as(t, 'v')!.value as Entry).value === 'upgrade')) return [];
    const inSpeech = scene.registers.speaker !== null || by.voice;
    if (strength === 'planned' && !plans(scene, inSpeech)) return [];
    if (strength === 'proposed' && !inSpeech && !by.joint) return [];
    if (strength === 'requested' && !inSpeech && by.codes.length !== 1) return [];
    if (strength === 'willing' && by.inherited && scene.registers.speaker === null) return [];
    const action = actionSpan(scene);
    if (action.end - action.start < 8) return [];
    const others = codesOfParties(scene.parties(scene.after())).filter((c) => !by.codes.includes(c));
    const to = codesOfParties(scene.marked('to', 'with')).filter((c) => !by.codes.includes(c));
    if (by.codes.length === 1 && to.length + others.length === 0 && !concernsOthers(scene, by.codes[0]!)) return [];
    const due = dueOf(scene);
    const roles: Draft['roles'] = by.inherited ? { by: by.source ? { basis: 'inherited', span: by.source } : { basis: 'assumed' } } : {};
    return [
      {
        type: 'commitment',
        by: by.codes,
        to: to.length > 0 ? to : others.slice(0, 2),
        strength,
        action: scene.text.slice(action.start, action.end),
        due: due?.value ?? null,
        span: { start: by.start ?? action.start, end: action.end },
        modality: 'actual',
        confidence: 0.75,
        rule: commitments.id,
        speaker: scene.speaker(),
        roles,
      },
    ];
  },
};

/** Whether the passage is about a state's dealings with another: it names one, or the story's pair has it. */
export function concernsOthers(scene: Scene, by: string): boolean {
  const pair = scene.registers.contact?.value ?? scene.registers.pair?.value ?? [];
  if ((pair.includes(by) && pair.length > 1) || isGroup(by)) return true;
  return codesIn(scene.sentence.chart, scene.sentence.span.start, scene.sentence.span.end).some((c) => c !== by);
}

interface Voice {
  codes: string[];
  joint: boolean;
  inherited: boolean;
  /** Whoever wants it is also who says it. */
  voice: boolean;
  source: Span | null;
  start: number | null;
}

/** Whose will it is: the subject before the word, else the one who speaks. */
function subjectOf(scene: Scene): Voice {
  const own = scene.ownSubject().filter((p) => p.kind !== 'place');
  const last = own.length > 0 ? ownVoice(own) : undefined;
  if (last && last.length > 0) {
    return {
      codes: codesOfParties(last),
      joint: last.some((p) => p.kind === 'joint'),
      inherited: last.some((p) => p.inherited),
      voice: last.some((p) => p.kind === 'person' || p.kind === 'office'),
      start: Math.min(...last.map((p) => p.span.start)),
      source: last.find((p) => p.source)?.source ?? null,
    };
  }
  const before = scene.carried.filter((p) => p.kind !== 'place');
  const people = before.filter((p) => p.kind === 'person');
  const carried = people.length > 0 ? people : before.some((p) => p.kind === 'joint') ? before : before.slice(0, 1);
  if (carried.length > 0)
    return {
      codes: codesOfParties(carried),
      joint: carried.some((p) => p.kind === 'joint'),
      inherited: true,
      voice: carried.some((p) => p.kind === 'person'),
      start: null,
      source: carried[0]!.source ?? carried[0]!.span,
    };
  const speaker = scene.registers.speaker?.value.country;
  return {
    codes: speaker ? [speaker] : [],
    joint: false,
    inherited: true,
    voice: true,
    start: null,
    source: scene.registers.speaker?.span ?? null,
  };
}

/** A joint voice or a lone party; 越南与俄罗斯 as a list of two states. */
function ownVoice(own: readonly Party[]): Party[] {
  const joint = own.filter((p) => p.kind === 'joint');
  return joint.length > 0 ? [joint[joint.length - 1]!] : [...own];
}

/** 将 before a nominal predicate or an effect (将为…创造条件) is a forecast, not a promise. */
function plans(scene: Scene, inSpeech: boolean): boolean {
  const next = scene.after()[0];
  const own = scene.ownSubject();
  if (own.length === 0 && !inSpeech) return false;
  if (
    scene.trigger.text.startsWith('将') &&
    (isA(next, 'state', 'pair', 'joint', 'organisation', 'document', 'person', 'measure') ||
      /^(?:为|是|成|使|对|于|有|让|更|会)/.test(next?.text ?? ''))
  )
    return false;
  if (own.length > 0 && !own.some((p) => p.kind === 'state' || p.kind === 'joint' || p.kind === 'organisation'))
    return inSpeech && /^(?:致力|决定|继续)/.test(scene.trigger.text);
  if (
    scene
      .after()
      .slice(0, 5)
      .some((t) => isA(t, 'v') && ['visit', 'meeting', 'conference'].includes((as(t, 'v')!.value as Entry).value)) &&
    !inSpeech &&
    !own.every((p) => p.kind === 'state')
  )
    return false;
  return true;
}

/** 愿望, 要求 as nouns, or a word inside a relative clause. */
function isNoun(scene: Scene): boolean {
  const next = scene.after()[0];
  const before = scene.before();
  const previous = before[before.length - 1];
  if (/[不无未]$/.test(previous?.text ?? '')) return true;
  // A lone 应, 需, 要 inside a word that no list knows is no modal.
  if (
    scene.trigger.text.length === 1 &&
    previous !== undefined &&
    previous.edges.length === 0 &&
    previous.end === scene.trigger.start &&
    !/[”)]$/.test(previous.text)
  )
    return true;
  return next === undefined || next.text === '的' || next.text === '。';
}

/** What is wanted: from the word to the end of its clause, with following clauses that have no subject of their own. */
function actionSpan(scene: Scene): Span {
  let end = scene.clauseSpan().end;
  for (let c = scene.clauseAt + 1; c < scene.clauses.length; c++) {
    const clause = scene.clauses[c]!;
    if (clause.some((t) => isA(t, 'say', 'will', 'person', 'joint', 'money')) || isA(clause[0], 'state', 'pair', 'time', 'organisation'))
      break;
    if (end - scene.trigger.start > 40) break;
    end = clause[clause.length - 1]!.end;
  }
  return { start: scene.trigger.start, end };
}

function dueOf(scene: Scene): { value: string } | null {
  for (const t of scene.clause) {
    const value = as(t, 'time')?.value as TimeValue | undefined;
    const edtf =
      value && (value.shape !== 'moment' || !namesDay(value.from)) ? until(value, calendarAt(scene.registers.calendar, t.start)) : null;
    if (edtf) return { value: edtf };
  }
  return null;
}
