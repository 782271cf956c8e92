import type { Draft } from './draft.js';

/** What a rule must read in a text, or must not: examples are the rule's documentation and its test. */
export interface Example {
  text: string;
  /** Home country of the agency; China where absent. */
  home?: string;
  /** Sketches of the statements (see `sketch`) that must be among those read; an empty list means that the rule reads nothing. */
  finds: readonly string[];
}

/** A clause frame: trigger classes, and what it makes of the groups around a trigger. */
export interface Frame<Scene> {
  id: string;
  /** Classes of the trigger word, with the values that it takes (all where absent). */
  triggers: readonly { cls: string; values?: readonly string[] }[];
  /** Frames that go before this one: where one of them, itself without `unless`, read something at a trigger, this one is not tried there. */
  unless?: readonly Frame<Scene>[];
  examples: readonly Example[];
  match(scene: Scene): Draft[];
}

/** A statement in one line: type, what it is, who, when, how much. */
export function sketch(d: Draft): string {
  const parts: (string | number | null | undefined)[] = [d.type];
  switch (d.type) {
    case 'event':
      parts.push(d.kind, [...d.countries].sort().join(','), d.date, d.modality === 'actual' ? null : d.modality);
      break;
    case 'figure':
      parts.push(d.measure, d.label, d.from, d.to, d.value, d.upper, d.unit, d.period, d.growth, d.bound);
      break;
    case 'target':
      parts.push(d.measure, d.from, d.to, d.value, d.unit, d.due);
      break;
    case 'office':
      parts.push(d.person, d.office, d.country);
      break;
    case 'agreement':
      parts.push(d.name, [...d.parties].sort().join(','), d.status);
      break;
    case 'body':
      parts.push(d.name, [...d.parties].sort().join(','), d.session);
      break;
    case 'project':
      parts.push(d.name, [...d.parties].sort().join(','), d.status);
      break;
    case 'relation':
      parts.push(d.kind, [...d.parties].sort().join(','), d.level, d.date);
      break;
    case 'commitment':
      parts.push(d.strength, d.by.join(','), d.to.join(','));
      break;
    case 'position':
      parts.push(d.stance, d.by.join(','), d.about.join(','));
      break;
  }
  return parts.filter((p) => p !== null && p !== undefined && p !== '').join(' ');
}
