import type { Edge } from '../../../grammar/chart.js';

/** The measure that an amount belongs to. */
export interface MeasureFound {
  kind: string;
  edge: Edge;
  label: string;
  /** Where the words themselves say from where to where. */
  flow?: { from: string; to: string };
}
