import { html } from 'hono/html';
import { sectionNames, sectionTitles } from '../app/headings.js';
import type { PairPage } from '../app/pages.js';
import { placeLabel } from '../app/places.js';
import { factList, findingList, section } from './facts.js';
import { type Markup, page, pairPath } from './markup.js';

/** `/pair/VN/RU`: everything about two countries or groups, each fact with its sentence. */
export function pairPage({ pair, sections, findings, titles }: PairPage): Markup {
  const [a, b] = pair;
  const name = `${placeLabel(a)} – ${placeLabel(b)}`;
  // the state of relations first, then what happened, then who they are
  const order = ['relations', ...sectionNames.filter((n) => n !== 'relations')] as (typeof sectionNames)[number][];
  const present = order.filter((n) => sections[n].total > 0);
  const title = (n: (typeof sectionNames)[number]): Markup => html`${sectionTitles[n].en} <span lang="zh">${sectionTitles[n].zh}</span>`;
  return page(
    name,
    `/api${pairPath(a, b)}.json`,
    html`<h1>${name}</h1>
<nav class="parts" aria-label="Parts of this page">${present.map((n) => html`<a href="#${n}">${title(n)}</a>`)}${
      findings.length > 0 ? html`<a href="#findings">Findings <span lang="zh">问题</span></a>` : ''
    }</nav>
${present.length === 0 ? html`<p>Nothing in the record is about both.</p>` : ''}
${present.map((n) => {
  const { total, claims } = sections[n];
  const more = total > claims.length ? html`<p class="soft">The first ${claims.length} of ${total}.</p>` : '';
  return section(n, title(n), total, html`${factList(claims.map((row) => row.claim))}${more}`);
})}
${section('findings', html`Findings <span lang="zh">问题</span>`, findings.length, findingList(findings, titles))}`,
  );
}
