import type { Migration } from './migration.js';

/** Step 8: views by which other programs see what the record says. A later change of the views is a step of its own that makes them anew. */
export const views: Migration = {
  n: 8,
  name: 'views for other programs',
  up: (db, engine) => engine.makeViews(db),
};
