import type { RecordView } from '../record/view.js';
import { pointsIn } from './runs.js';

/** One line of an article's text; offsets in code points. */
export interface Line {
  start: number;
  end: number;
  text: string;
  item: number;
}

/** The lines of the body of every article, in order. An article without passages is all body. */
export function bodyLines(view: RecordView): { article: string; language: string | null; line: Line }[] {
  return view.articles().flatMap((article) => {
    const body = article.passages.filter((p) => p.role === 'body').sort((a, b) => a.start - b.start);
    let start = 0;
    let next = 0;
    return view
      .text(article.id)
      .split('\n')
      .flatMap((text) => {
        const end = start + pointsIn(text, 0, text.length);
        const from = start;
        start = end + 1;
        while (next < body.length && body[next]!.end <= from) next++;
        const passage = body[next] && body[next]!.start < end ? body[next] : undefined;
        if (text.trim() === '' || (article.passages.length > 0 && !passage)) return [];
        return [{ article: article.id, language: article.language, line: { start: from, end, text, item: passage?.item ?? 0 } }];
      });
  });
}
