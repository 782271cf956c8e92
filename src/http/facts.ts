import { html } from 'hono/html';
import { counted, dateShown, speakerOf, type Telling, type Version, versionsOf } from '../app/wording.js';
import type { Finding } from '../model/finding.js';
import { type Markup, storyPath, words } from './markup.js';

/** How many tellings of one version are shown before the rest is folded away. */
const shown = 2;

/** Claims in time order, each with its date, what it says, and every sentence that says so. */
export function factList(claims: readonly { told: readonly Telling[] }[]): Markup {
  return html`<ol class="facts">${claims.map(fact)}</ol>`;
}

function fact(claim: { told: readonly Telling[] }): Markup {
  const versions = versionsOf(claim.told);
  const date = dateShown(claim.told[0]!);
  const differs = versions.length > 1 ? html` <span class="tag">told in ${versions.length} ways</span>` : '';
  return html`<li><span class="when">${date ?? 'no date'}</span>${differs}${versions.map(version)}</li>`;
}

function version({ line, told }: Version): Markup {
  const rest = told.slice(shown);
  const more =
    rest.length > 0
      ? html`<details><summary>${counted(rest.length, 'more story', 'more stories')}</summary>${rest.map(quote)}</details>`
      : '';
  return html`<div>${words(line)}</div>${told.slice(0, shown).map(quote)}${more}`;
}

function quote({ statement, article }: Telling): Markup {
  const speaker = speakerOf(statement);
  const by = speaker === null ? '' : html`${words(speaker)} · `;
  return html`<blockquote>${words(statement.quote, article.language)}
<div class="from">${by}<a href="${storyPath(article.id, statement.id)}">${words(article.title ?? article.source, article.language)}</a>${published(article)}</div></blockquote>`;
}

/** ` · 2020-11-11`, with a mark where the date was inferred. */
export function published(article: Telling['article']): Markup {
  if (!article.published) return html``;
  return html` · ${article.published.date}${article.published.basis === 'inferred' ? ' (inferred)' : ''}`;
}

/** Findings with their places; `titles` names the stories that are known. */
export function findingList(findings: readonly Finding[], titles: ReadonlyMap<string, string>): Markup {
  return html`<ul class="facts">${findings.map((f) => finding(f, titles))}</ul>`;
}

function finding(f: Finding, titles: ReadonlyMap<string, string>): Markup {
  const suggestion = f.suggestion === null ? '' : html`<div>Suggestion: ${words(f.suggestion)}</div>`;
  return html`<li><span class="${f.severity}">${f.severity}</span> ${words(f.message)} <span class="tag">${f.rule}</span>${suggestion}
${f.evidence.map(
  (place) => html`<blockquote>${words(place.quote)}
<div class="from"><a href="${storyPath(place.article, placeAnchor(place))}">${words(titles.get(place.article) ?? 'the story')}</a></div></blockquote>`,
)}</li>`;
}

/** The anchor of a place in a story's text. */
export function placeAnchor(place: { start: number }): string {
  return `at-${place.start}`;
}

/** A heading with a count, and what follows; nothing where there is nothing. */
export function section(id: string, title: Markup | string, count: number, content: Markup): Markup {
  if (count === 0) return html``;
  return html`<section id="${id}"><h2>${title} <span class="count">${count}</span></h2>
${content}</section>
`;
}
