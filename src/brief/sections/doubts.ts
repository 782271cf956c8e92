import type { Ref } from '../document.js';
import type { SectionWriter } from './section.js';

/** What does not add up, errors first, each with all its places. */
export const doubts: SectionWriter = (d, w, notes) => {
  const stories = new Map(d.articles.map((a) => [a.id, a]));
  return {
    table: null,
    lines: d.findings.map((f) => {
      const refs = f.evidence.flatMap((place): Ref[] => {
        const article = stories.get(place.article);
        const item = article?.passages.find((p) => p.start <= place.start && place.start < p.end)?.item ?? 0;
        return article === undefined ? [] : [{ ...place, article, item }];
      });
      const places = refs.map((ref) => notes.piece(`${w.quoted(ref.quote)}`, [ref]));
      const pieces = places.flatMap((p, at) => (at === 0 ? [p] : [notes.piece(w.semicolon), p]));
      return { pieces: [notes.piece(`${w.severity[f.severity]}${w.colon}${w.finding(f)}${w.colon}`), ...pieces], under: [], mark: null };
    }),
  };
};
