import type { DraftActor } from '../grammar/draft.js';

/** Whether two lists of actors can be of one event. */

/** As many on each side, none of whom the other telling calls by another name. */
export function actorsAgree(a: readonly DraftActor[], b: readonly DraftActor[]): boolean {
  const agrees = (x: DraftActor, y: DraftActor): boolean =>
    x.country === y.country && x.role === y.role && (x.name === null || y.name === null || x.name === y.name);
  return a.length === b.length && a.every((x) => b.some((y) => agrees(x, y))) && b.every((y) => a.some((x) => agrees(x, y)));
}

/** The same people, or the same offices where one telling gives no names. */
export function actorsMeet(a: readonly DraftActor[], b: readonly DraftActor[], loose: boolean): boolean {
  const meets = (x: DraftActor, list: readonly DraftActor[]): boolean =>
    list.some(
      (y) =>
        (x.name !== null && x.name === y.name) ||
        ((loose || x.name === null || y.name === null) &&
          x.country === y.country &&
          x.office !== null &&
          y.office !== null &&
          (x.office.endsWith(y.office) || y.office.endsWith(x.office)) &&
          (x.name === null || y.name === null)),
    );
  const real = (list: readonly DraftActor[]): boolean => list.some((x) => x.name !== null || x.office !== null);
  if (!real(a) || !real(b)) return true;
  if (loose) return a.length === 0 || b.length === 0 || a.every((x) => meets(x, b)) || b.every((x) => meets(x, a));
  return a.length === b.length && a.every((x) => meets(x, b)) && b.every((x) => meets(x, a));
}

/** Whether nothing speaks against one of them being in both lists: a headline's visitor is not the host who is invited in turn. */
export function mayShareActor(a: readonly DraftActor[], b: readonly DraftActor[]): boolean {
  const named = (list: readonly DraftActor[]): boolean => list.some((x) => x.name !== null);
  const meets = (x: DraftActor, y: DraftActor): boolean =>
    x.name !== null && y.name !== null ? x.name.includes(y.name) || y.name.includes(x.name) : x.country === y.country;
  return !named(a) || !named(b) || a.some((x) => b.some((y) => meets(x, y)));
}
