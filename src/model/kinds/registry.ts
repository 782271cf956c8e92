import type { StatementType } from '../statement.js';
import { agreement } from './agreement.js';
import { body } from './body.js';
import { commitment } from './commitment.js';
import { event } from './event.js';
import { figure } from './figure.js';
import type { Kind } from './kind.js';
import { office } from './office.js';
import { position } from './position.js';
import { project } from './project.js';
import { relation } from './relation.js';
import { target } from './target.js';

/** Every kind of fact, in the order in which pages show them. */
export const kinds: Readonly<Record<StatementType, Kind>> = {
  event,
  figure,
  target,
  commitment,
  agreement,
  body,
  project,
  relation,
  office,
  position,
};
