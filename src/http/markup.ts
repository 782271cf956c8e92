import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Made by `html`: everything put into it was escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What would change how a text is shown without being seen: controls, direction marks, zero-width characters. */
const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const unseenAll = new RegExp(unseen, 'g');

/** Text from a story, escaped, with unseen characters made visible. */
export function plain(text: string): Markup {
  if (!unseen.test(text)) return html`${text}`;
  const parts: Markup[] = [];
  let from = 0;
  for (const match of text.matchAll(unseenAll)) {
    parts.push(html`${text.slice(from, match.index)}<span class="control" title="a character that is not seen">${codeOf(match[0])}</span>`);
    from = match.index + 1;
  }
  return html`${parts}${text.slice(from)}`;
}

function codeOf(ch: string): string {
  return `U+${ch.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Words of a story inside a page of ours: isolated, so that their direction stays their own. `lang` is BCP 47, or null. */
export function words(text: string, lang: string | null = null): Markup {
  return lang === null ? html`<bdi dir="auto">${plain(text)}</bdi>` : html`<bdi dir="auto" lang="${lang}">${plain(text)}</bdi>`;
}

/** The address of a story's page, at one of its statements or findings where `anchor` is given. */
export function storyPath(id: string, anchor?: string): string {
  return `/story/${encodeURIComponent(id)}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The address of the page of two countries or groups. */
export function pairPath(a: string, b: string): string {
  return `/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
}

/** A whole page around its content. `twin` is the address of the same as JSON. */
export function page(title: string, twin: string, content: Markup, query = ''): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${plain(title)} · Rapporteur</title>
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/json" href="${twin}">
</head>
<body>
<header class="site">
<a class="name" href="/">Rapporteur</a>
<form action="/search" method="get" role="search">
<input type="search" name="q" value="${query}" aria-label="Search the stories" placeholder="越南 …" dir="auto">
<button type="submit">Search</button>
</form>
</header>
<main>
${content}
</main>
<footer>Statements are what the stories say, each with its sentence. <a href="${twin}">This page as JSON</a></footer>
</body>
</html>
`;
}
