import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { api, got } from '../api/client.js';
import type { DecisionTaken, DecisionWanted } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import { verdictWord } from './decision.js';

/** What was decided last in this window, so that it can be undone. */
interface Last {
  ids: readonly string[];
  /** What was decided, in a word, and what the server says of it. */
  word: string;
  notes: readonly string[];
}
let taken: readonly Last[] = [];
let problem: Error | null = null;
const listeners = new Set<() => void>();
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
function tell(next: readonly Last[], error: Error | null): void {
  [taken, problem] = [next, error];
  for (const listener of listeners) listener();
}

/** Deciding, and undoing what was decided last; every view that rests on decisions is asked for anew. */
export function useDecide() {
  const { say } = useSpeech();
  const queries = useQueryClient();
  const list = useSyncExternalStore(listen, () => taken);
  const error = useSyncExternalStore(listen, () => problem);
  const onError = (fault: Error): void => tell(taken, fault);
  const { mutate: decide, isPending } = useMutation({
    mutationFn: (body: DecisionWanted) => got(api.POST('/api/v1/decisions', { body })) as Promise<DecisionTaken>,
    onSuccess: async ({ decisions, notes }) => {
      tell(
        [
          ...taken,
          {
            ids: decisions.map((d) => d.id),
            word: decisions
              .slice(-1)
              .map((d) => verdictWord(d, say))
              .join(''),
            notes,
          },
        ],
        null,
      );
      await queries.invalidateQueries();
    },
    onError,
  });
  const { mutate: undoThese } = useMutation({
    mutationFn: async (last: Last) => {
      for (const id of last.ids.toReversed())
        await got(api.POST('/api/v1/decisions/{id}/undo', { params: { path: { id } }, body: { why: say('review.undoWhy') } }));
    },
    onSuccess: async (_, last) => {
      tell(
        taken.filter((one) => one !== last),
        null,
      );
      await queries.invalidateQueries();
    },
    onError,
  });
  const undo = useCallback(() => {
    const last = taken.at(-1);
    if (last) undoThese(last);
  }, [undoThese]);
  return { decide, undo, isPending, last: list.at(-1) ?? null, error };
}
