import type { EventKind } from '../../../../model/statement.js';

/** How an act of one side towards another is told. */
interface Act {
  kind: EventKind;
  /** Fewest states that must be named for the act to count. */
  sides: 1 | 2;
  /** Told in a letter or telegram. */
  written?: RegExp;
  /** The act stands inside speech too (感谢, 祝贺); others are then opinions. */
  inSpeech: boolean;
}

/** Every kind of act, with how it is told. */
export const acts: readonly Act[] = [
  { kind: 'congratulation', sides: 2, written: /电|信|函/, inSpeech: true },
  { kind: 'condolence', sides: 2, written: /电|函/, inSpeech: true },
  { kind: 'thanks', sides: 2, inSpeech: true },
  { kind: 'message', sides: 1, written: /./, inSpeech: false },
  { kind: 'recognition', sides: 2, inSpeech: false },
  { kind: 'request', sides: 2, inSpeech: true },
  { kind: 'accusation', sides: 2, inSpeech: false },
  { kind: 'criticism', sides: 2, inSpeech: false },
  { kind: 'lawsuit', sides: 2, inSpeech: false },
  { kind: 'rejection', sides: 2, inSpeech: false },
  { kind: 'cancellation', sides: 2, inSpeech: false },
  { kind: 'threat', sides: 2, inSpeech: false },
  { kind: 'protest', sides: 2, inSpeech: true },
  { kind: 'sanction', sides: 2, inSpeech: false },
  { kind: 'expulsion', sides: 2, inSpeech: false },
  { kind: 'suspension', sides: 2, inSpeech: false },
  { kind: 'recall', sides: 2, inSpeech: false },
  { kind: 'mobilisation', sides: 1, inSpeech: false },
  { kind: 'arrest', sides: 2, inSpeech: false },
  { kind: 'seizure', sides: 2, inSpeech: false },
  { kind: 'restriction', sides: 2, inSpeech: false },
  { kind: 'cyberattack', sides: 2, inSpeech: false },
  { kind: 'clash', sides: 2, inSpeech: false },
  { kind: 'attack', sides: 2, inSpeech: false },
  { kind: 'withdrawal', sides: 2, inSpeech: false },
  { kind: 'release', sides: 2, inSpeech: false },
  { kind: 'joint-exercise', sides: 2, inSpeech: false },
  { kind: 'concession', sides: 2, inSpeech: false },
];
/** An act by its kind. */
export const byKind = new Map(acts.map((a) => [a.kind as string, a]));
