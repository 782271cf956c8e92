import type { Store } from '../../store/port.js';
import { madeConflicts, madeFigures } from './figures.js';
import { madeLeaders } from './header.js';
import type { Made } from './kept-list.js';
import { madeAgreements, madeBodies, madeOffices, madeProjects, madeRelations } from './lives.js';
import { madePromises } from './promises.js';

/** Every list about a pair that is kept, by its name. */
export const pairLists: Readonly<Record<string, (store: Store, a: string, b: string) => Promise<Made<unknown>>>> = {
  figures: madeFigures,
  conflicts: madeConflicts,
  promises: madePromises,
  bodies: madeBodies,
  agreements: madeAgreements,
  projects: madeProjects,
  offices: madeOffices,
  relations: madeRelations,
  leaders: madeLeaders,
};
