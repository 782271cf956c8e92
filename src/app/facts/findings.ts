import type { Severity } from '../../model/finding.js';
import { pairOf } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import type { Store } from '../../store/port.js';
import { type FindingRow, findingRows } from './evidence.js';
import type { List, Slice } from './list.js';

/** Which findings. All that is given must hold. */
export interface FindingsFilter {
  pair?: readonly [string, string] | undefined;
  severity?: Severity | undefined;
  rule?: string | undefined;
}

/** What does not add up, errors first. */
export async function recordFindings(store: Store, filter: FindingsFilter, { limit, after }: Slice): Promise<List<FindingRow>> {
  const { pair, severity, rule } = filter;
  const wanted = {
    ...(pair === undefined ? {} : { pair: pairSubject(...pairOf(...pair)) }),
    ...(severity === undefined ? {} : { severity }),
    ...(rule === undefined ? {} : { rule }),
  };
  const offset = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
  const found = await store.findings(wanted, { limit: limit + 1, offset });
  const items = await findingRows(
    store,
    found.slice(0, limit).map((row) => row.finding),
  );
  return { items, total: found.length > limit ? null : offset + found.length, next: found.length > limit ? String(offset + limit) : null };
}
