import { html } from 'hono/html';
import { kindTitle } from '../app/headings.js';
import type { StoryPage } from '../app/pages.js';
import { describe, speakerOf } from '../app/wording.js';
import { findingList, published, section } from './facts.js';
import { type Markup, page, storyPath, words } from './markup.js';
import { storyText } from './story-text.js';

/** `/story/:id`: the text with what was read from it marked, and the list of it. */
export function storyPage({ article, text, statements, findings, sources, current, revisions, titles }: StoryPage): Markup {
  const language = article.language;
  const places = findings.flatMap((f) => f.evidence.filter((place) => place.article === article.id));
  const about = [article.agency, article.place].filter((x) => x !== null).join(' ');
  const older = revisions.filter((r) => r.id !== article.id);
  return page(
    article.title ?? article.source,
    `/api${storyPath(article.id)}.json`,
    html`<h1>${words(article.title ?? '(no title)', language)}</h1>
<p class="soft">${about === '' ? '' : html`${words(about)} · `}${sources.map((s, i) => html`${i > 0 ? ', ' : ''}${words(s)}`)}${published(article)}${
      current ? '' : html` · <span class="warning">superseded by a later revision</span>`
    }</p>
${older.length > 0 ? html`<p class="soft">Other revisions: ${older.map((r, i) => html`${i > 0 ? ', ' : ''}<a href="${storyPath(r.id)}">${r.current ? 'the current one' : r.id.slice(7, 19)}</a>`)}</p>` : ''}
<article class="story" dir="auto"${language === null ? '' : html` lang="${language}"`}>${storyText(text, statements, places)}</article>
${section('findings', html`Findings <span lang="zh">问题</span>`, findings.length, findingList(findings, titles))}
${section(
  'statements',
  html`Statements <span lang="zh">陈述</span>`,
  statements.length,
  html`<ol class="facts">${statements.map((s, i) => {
    const speaker = speakerOf(s);
    return html`<li id="s-${i + 1}"><a href="#${s.id}">${i + 1}</a> <span class="tag">${kindTitle(s.type)}</span>${
      s.item === 0 ? '' : html` <span class="tag">related story ${s.item}</span>`
    } ${words(describe(s))}<blockquote>${words(s.quote, language)}${speaker === null ? '' : html`<div class="from">${words(speaker)}</div>`}</blockquote></li>`;
  })}</ol>`,
)}`,
  );
}
