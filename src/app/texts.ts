import type { Place } from '../model/finding.js';
import type { Store } from '../store/port.js';
import type { Texts } from './location.js';

/** The stories that findings (or anything else) rest on, to name their places. */
export async function textsOf(store: Store, findings: readonly { evidence: readonly Place[] }[]): Promise<Texts> {
  const ids = [...new Set(findings.flatMap((f) => f.evidence.map((place) => place.article)))];
  const texts = await store.texts(ids);
  const articles = await store.articles({ ids, superseded: true }, { limit: ids.length });
  return new Map(articles.map((a) => [a.id, { source: a.source, text: texts.get(a.id) ?? '' }]));
}
