import { useQuery } from '@tanstack/react-query';
import { ask } from './client.js';

export interface GroupNames {
  code: string;
  en: string;
  zh: string;
  vi: string;
  ru: string;
}

const none: ReadonlyMap<string, GroupNames> = new Map();

/** Names of groups of states and of states that are no more, by code. Empty until they are here. */
export function useGroups(): ReadonlyMap<string, GroupNames> {
  const { data } = useQuery({
    queryKey: ['places'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => new Map((await ask<{ items: { code: string; names: Omit<GroupNames, 'code'> }[] }>('/places')).items.map((p) => [p.code, { code: p.code, ...p.names }])),
  });
  return data ?? none;
}
