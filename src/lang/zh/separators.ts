import { isA, type Token } from '../../grammar/token.js';
import { isContact } from './clause-shapes.js';
import { SEPARATORS } from './grammar.js';

/** 访问老挝 泰国 缅甸: the blanks of a headline between names of states only list them. */
function listsStates(tokens: readonly Token[], blank: Token): boolean {
  const at = tokens.indexOf(blank);
  return (
    isA(tokens[at - 1], 'state') &&
    isA(tokens[at + 1], 'state') &&
    /^(?: |并|和|及|与|等|[两三四五六]国)$/.test(tokens[at + 2]?.text ?? ' ')
  );
}

/** 同A国总统,以及B国总理通话: the comma in a list of people, in a clause that has no verb before it. */
function listsPeople(tokens: readonly Token[], comma: Token): boolean {
  const at = tokens.indexOf(comma);
  if (tokens[at + 1]?.text !== '以及' || !isA(tokens[at - 1], 'person', 'title') || !isA(tokens[at + 2], 'person', 'title')) return false;
  const from = tokens.slice(0, at).findLastIndex((t) => SEPARATORS.has(t.text));
  const led = tokens.slice(from + 1, at);
  return led.some((t) => /^[与同和跟]$/.test(t.text)) && !led.some((t) => isA(t, 'v', 'lv', 'say'));
}

/** The people who stand in one list from `at` on. */
export function listFrom(tokens: readonly Token[], at: number): Token[] {
  const out = [tokens[at]!];
  for (let i = at + 1; /^(?:、|和|与|及|以及)$/.test(tokens[i]?.text ?? '') && isA(tokens[i + 1], 'person', 'title'); i += 2)
    out.push(tokens[i + 1]!);
  return out;
}

/** What parts the clauses of a sentence; in headlines a blank does too. */
export function separatorIn(tokens: readonly Token[], inTitle: boolean): (t: Token) => boolean {
  const lists = tokens.some((t) => t.text === '以及');
  return (t) =>
    (SEPARATORS.has(t.text) && !(lists && t.text === ',' && listsPeople(tokens, t))) ||
    (inTitle && t.text === ' ' && !listsStates(tokens, t));
}

/** Whether a clause names people, and tells nothing of them. */
export const namesPeople = (clause: readonly Token[]): boolean => clause.every((t) => isA(t, 'person', 'title', 'mark') || t.text === '等');

/** 会见A,B国总统C和D国总统E,…: whether a clause of people alone goes on with those whom the clause before it met. */
export function isListOn(clauses: readonly (readonly Token[])[], at: number): boolean {
  const clause = clauses[at]!;
  const led = clauses[at - 1];
  if (!led || !namesPeople(clause) || !isA(led[led.length - 1], 'person')) return false;
  const met = led.findLastIndex((t) => isA(t, 'v'));
  return met >= 0 && isContact(led[met]!) && led.slice(met + 1).every((t) => isA(t, 'person', 'title', 'mark', 'state', 'joint'));
}
