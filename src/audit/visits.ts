import type { StatementOf } from '../model/statement.js';
import type { RecordView, Told } from '../record/view.js';
import { segmentsOf } from './names.js';

export type ToldEvent = Told<StatementOf<'event'>>;

/** A visit of a named guest to one country. */
export interface Visit {
  told: ToldEvent;
  /** The guest's name with plain dots. */
  guest: string;
  /** The guest's own country. */
  home: string;
  /** The country visited. */
  host: string;
}

/**
 * The visits of a view that are told of one named guest of a known country to one other country. Visits of several countries at once
 * (a tour), of delegations without a name, and denied ones are left out.
 */
export function visitsIn(view: RecordView): Visit[] {
  return view.told('event').flatMap((told) => {
    const { kind, actors, countries, modality } = told.statement;
    if (kind !== 'visit' || modality === 'denied' || modality === 'possible' || countries.length !== 2) return [];
    const guests = actors.filter((a) => a.name !== null && a.country !== null && countries.includes(a.country) && a.role !== 'recipient');
    const [guest] = guests;
    if (guests.length !== 1 || !guest) return [];
    const home = guest.country!;
    if (view.person !== undefined) {
      const known = view.entities().named('person', guest.name!, [home], { office: guest.office, statement: told.statement.id });
      if (known?.id !== view.person) return [];
    }
    return [{ told, guest: segmentsOf(guest.name!).join('·'), home, host: countries.find((c) => c !== home)! }];
  });
}
