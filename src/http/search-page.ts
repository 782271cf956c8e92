import { html } from 'hono/html';
import type { SearchHit, SearchResult } from '../app/search.js';
import { counted } from '../app/wording.js';
import { published } from './facts.js';
import { type Markup, page, plain, storyPath, words } from './markup.js';

/** `/search?q=`: stories in which the words stand. */
export function searchPage(query: string, offset: number, limit: number, { total, hits }: SearchResult): Markup {
  const address = (from: number): string => `/search?q=${encodeURIComponent(query)}${from > 0 ? `&offset=${from}` : ''}`;
  const earlier = offset > 0 ? html`<a rel="prev" href="${address(Math.max(0, offset - limit))}">Earlier</a>` : '';
  const later = offset + hits.length < total ? html`<a rel="next" href="${address(offset + limit)}">More</a>` : '';
  return page(
    query === '' ? 'Search' : `Search: ${query}`,
    `/api/search.json?q=${encodeURIComponent(query)}`,
    html`<h1>${query === '' ? 'Search' : html`Search: ${words(query)}`}</h1>
${query === '' ? html`<p>Type any run of characters; parts that a blank divides must all be found.</p>` : html`<p class="soft">${counted(total, 'story', 'stories')}</p>`}
<ol class="facts">${hits.map(hit)}</ol>
<nav class="parts" aria-label="Pages">${earlier}${later}</nav>`,
    query,
  );
}

function hit({ article, snippet }: SearchHit): Markup {
  const points = Array.from(snippet.text);
  const parts: Markup[] = [];
  let from = snippet.start;
  for (const { start, end } of snippet.marks) {
    if (start < from) continue;
    parts.push(
      html`${plain(points.slice(from - snippet.start, start - snippet.start).join(''))}<mark>${plain(points.slice(start - snippet.start, end - snippet.start).join(''))}</mark>`,
    );
    from = end;
  }
  parts.push(plain(points.slice(from - snippet.start).join('')));
  const language = article.language;
  return html`<li><a href="${storyPath(article.id)}">${words(article.title ?? article.source, language)}</a><span class="soft">${published(article)}</span>
<div><bdi dir="auto"${language === null ? '' : html` lang="${language}"`}>${snippet.start > 0 ? '…' : ''}${parts}…</bdi></div></li>`;
}
