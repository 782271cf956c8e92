import { html } from 'hono/html';
import { describe } from '../app/wording.js';
import type { Place } from '../model/finding.js';
import type { Statement } from '../model/statement.js';
import { placeAnchor } from './facts.js';
import { type Markup, plain } from './markup.js';

/** Code points of a text that one page shows. */
const most = 200_000;

interface Span {
  start: number;
  end: number;
}

/**
 * The text of a story with what was read from it marked: each statement's sentence is highlighted and numbered as in the list
 * below it, places that a finding rests on are underlined twice. Offsets count code points.
 */
export function storyText(text: string, statements: readonly Statement[], places: readonly Place[]): Markup {
  const points = Array.from(text.length > most * 2 ? text.slice(0, most * 2) : text).slice(0, most);
  const within = (s: Span): boolean => s.start < s.end && s.end <= points.length;
  const numbered = statements.map((statement, i) => ({ statement, number: i + 1 })).filter(({ statement }) => within(statement));
  const doubted = places.filter(within);
  const cuts = [...new Set([0, points.length, ...[...numbered.map((n) => n.statement), ...doubted].flatMap((s) => [s.start, s.end])])].sort(
    (a, b) => a - b,
  );
  const starting = groupBy(numbered, (n) => n.statement.start);
  const ending = groupBy(numbered, (n) => n.statement.end);
  const doubts = groupBy(doubted, (p) => p.start);
  const out: Markup[] = [];
  const open = new Set<Statement>();
  let doubtedTo = 0;
  for (const [i, at] of cuts.entries()) {
    for (const { statement, number } of ending.get(at) ?? []) {
      open.delete(statement);
      out.push(html`<sup><a href="#s-${number}" title="${describe(statement)}">${number}</a></sup>`);
    }
    for (const { statement } of starting.get(at) ?? []) {
      open.add(statement);
      out.push(html`<a id="${statement.id}"></a>`);
    }
    const here = doubts.get(at) ?? [];
    if (here.length > 0) out.push(html`<a id="${placeAnchor(here[0]!)}"></a>`);
    doubtedTo = Math.max(doubtedTo, ...here.map((p) => p.end));
    const next = cuts[i + 1];
    if (next === undefined) break;
    const segment = plain(points.slice(at, next).join(''));
    const doubt = doubtedTo > at;
    out.push(open.size > 0 || doubt ? html`<mark${doubt ? html` class="doubt"` : ''}>${segment}</mark>` : segment);
  }
  const cut = text.length > points.length * 2 || Array.from(text.slice(0, most * 2 + 2)).length > most;
  return html`${out}${cut ? html`<p class="soft">Only the first ${most} characters are shown.</p>` : ''}`;
}

function groupBy<T>(items: readonly T[], key: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
