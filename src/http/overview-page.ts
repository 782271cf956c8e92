import { html } from 'hono/html';
import { kindNames, kindTitle } from '../app/headings.js';
import type { Overview } from '../app/pages.js';
import { placeLabel } from '../app/places.js';
import { counted } from '../app/wording.js';
import { findingList, section } from './facts.js';
import { type Markup, page, pairPath, words } from './markup.js';

/** Pairs that are shown before the rest is folded away. */
const most = 20;

/** `/`: the pairs of countries, what was counted, what does not add up, what could not be read. */
export function overviewPage({ location, counts, pairs, findings, problems, titles }: Overview): Markup {
  const kinds = kindNames.filter((type) => counts.statements[type] > 0);
  const found = counts.findings.error + counts.findings.warning + counts.findings.note;
  const failed = counts.documents.failed + counts.documents.quarantined + counts.documents.pending;
  return page(
    'The record',
    '/api/index.json',
    html`<h1>The record</h1>
<p class="soft">${words(location)}: ${counted(counts.articles, 'article')}${counts.superseded > 0 ? html`, ${counted(counts.superseded, 'superseded revision')}` : ''}</p>
<dl class="counts">${kinds.map((type) => html`<div><dt>${kindTitle(type)}</dt><dd>${counts.statements[type]}</dd></div>`)}</dl>
<nav class="parts" aria-label="Parts of this page">${pairs.length > 0 ? html`<a href="#pairs">Countries and groups</a>` : ''}${
      found > 0 ? html`<a href="#findings">What does not add up</a>` : ''
    }${failed > 0 ? html`<a href="#problems">What could not be read</a>` : ''}</nav>
${section(
  'pairs',
  'Countries and groups',
  pairs.length,
  html`${pairTable(pairs.slice(0, most))}${
    pairs.length > most
      ? html`<details><summary>${counted(pairs.length - most, 'more pair')}</summary>${pairTable(pairs.slice(most))}</details>`
      : ''
  }`,
)}
${section('findings', 'What does not add up', found, findingList(findings, titles))}
${section(
  'problems',
  'What could not be read',
  failed,
  html`<ul class="facts">${problems.map(
    (row) =>
      html`<li><span class="tag">${row.state}</span> ${words(row.source)}: ${words(row.reason ?? 'was interrupted (read it again)')}</li>`,
  )}</ul>`,
)}`,
  );
}

function pairTable(pairs: Overview['pairs']): Markup {
  return html`<div class="scroll"><table><thead><tr><th>Pair</th><th class="number">Statements</th><th>Newest contact</th></tr></thead><tbody>
${pairs.map(
  ({ pair: [a, b], statements, newestContact }) =>
    html`<tr><td><a href="${pairPath(a, b)}">${placeLabel(a)} – ${placeLabel(b)}</a></td><td class="number">${statements}</td><td>${newestContact ?? ''}</td></tr>`,
)}
</tbody></table></div>`;
}
