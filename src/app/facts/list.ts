/** Part of a list: `next` leads on, `null` at the end; `total` is `null` where nobody has counted. */
export interface List<T> {
  items: T[];
  total: number | null;
  next: string | null;
}

/** Which part of a list. */
export interface Slice {
  limit: number;
  /** The `next` of the part before. */
  after?: string | undefined;
}

/** Part of a list that is held in memory. What stands behind the item named goes on, also where the list has grown before it. */
export function sliceOf<T extends { id: string }>(all: readonly T[], { limit, after }: Slice): List<T> {
  let from = 0;
  if (after !== undefined) {
    const [, at = '0', id = ''] = /^(\d{1,9}) (.*)$/s.exec(after) ?? [];
    const found = all.findIndex((item) => item.id === id);
    from = found >= 0 ? found + 1 : Number(at);
  }
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  const more = from + items.length < all.length;
  return { items, total: all.length, next: more && last ? `${from + items.length} ${last.id}` : null };
}
