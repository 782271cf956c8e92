import type { Unit } from '../../record/units.js';
import type { Sieve } from '../../record/view.js';
import { sievePerson } from './entity.js';
import { sievePlans } from './plan.js';
import { sievePledges } from './pledge.js';
import { sieveHolders } from './post.js';

/** What of a unit can matter, where that is little of it. */
export const sieves: Partial<Readonly<Record<Unit, Sieve>>> = {
  plan: sievePlans,
  pledge: sievePledges,
  post: sieveHolders,
  entity: sievePerson,
};
