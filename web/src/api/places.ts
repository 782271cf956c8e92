import { useQuery } from '@tanstack/react-query';
import { api, got } from './client.js';

/** What a group of states, or a state that is no more, is called. */
export interface GroupNames {
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
    queryFn: async () => new Map((await got(api.GET('/api/v1/places'))).items.map(({ code, names }) => [code, names])),
  });
  return data ?? none;
}
