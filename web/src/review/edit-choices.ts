import { eventKinds } from '../api/event-kinds.js';
import type { Statement, StatementOf } from '../api/types.js';
import type { Speech } from '../i18n/language.js';

type Figure = StatementOf<'figure'>;
type Format = NonNullable<StatementOf<'event'>['format']>;

/** All values of a type, in their order: one that is missing or no longer there is a fault of types. */
const all = <T extends string>(values: Readonly<Record<T, true>>): readonly T[] => Object.keys(values) as T[];
const modalities = all<Statement['modality']>({ actual: true, planned: true, possible: true, denied: true });
const formats = all<Format>({ 'in-person': true, video: true, phone: true, written: true });
const bounds = all<NonNullable<Figure['bound']>>({ about: true, over: true, under: true, nearly: true, only: true, some: true });
const stances = all<StatementOf<'position'>['stance']>({
  ...{ support: true, oppose: true, praise: true, concern: true, criticise: true, neutral: true },
});
const relations = all<StatementOf<'relation'>['kind']>({
  ...{ established: true, level: true, anniversary: true, 'themed-year': true, suspended: true, broken: true },
});
const measures = all<Figure['measure']>({
  ...{ 'trade.total': true, 'trade.flow': true, 'trade.balance': true, 'investment.capital': true, 'investment.projects': true },
  ...{ aid: true, loan: true, tourists: true, students: true, workers: true, community: true, flights: true, companies: true, other: true },
});

/** What can be chosen in a field. */
export interface Choices {
  options: { value: string; label: string }[];
  /** Whether it may be left open. */
  optional: boolean;
}

/** What may stand in a field of a statement that is chosen from a list, as the interface calls it; `null` where it is typed. */
export function choicesIn(s: Statement, field: string, { words, say }: Speech): Choices | null {
  const choices = <T extends string>(values: readonly T[], label: (value: T) => string, optional = false): Choices => ({
    options: values.map((value) => ({ value, label: label(value) })),
    optional,
  });
  const named = (names: Readonly<Record<string, string>>, optional = false): Choices =>
    choices(Object.keys(names), (n) => names[n]!, optional);
  switch (field) {
    case 'modality':
      return choices(modalities, (m) => say(`modality.${m}`));
    case 'stance':
      return choices(stances, (stance) => say(`stance.${stance}`));
    case 'strength':
      return named(words.strength);
    case 'status':
      return named(s.type === 'project' ? words.project : words.agreement, true);
    case 'kind':
      return s.type === 'relation'
        ? choices(relations, (kind) => words.relation(kind, null))
        : choices(eventKinds, (kind) => words.event(kind));
    case 'format':
      return choices(formats, (format) => words.format(format), true);
    case 'bound':
      return choices(bounds, (bound) => words.amount(1, null, null, bound).replace('1', '…').trim(), true);
    case 'measure': {
      if (s.type !== 'figure' && s.type !== 'target') return null;
      return choices(measures, (measure) => words.series({ measure, label: s.label ?? null, from: s.from, to: s.to }));
    }
    default:
      return null;
  }
}
