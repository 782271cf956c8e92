import type { Chart } from '../../../grammar/chart.js';
import type { Span } from '../../../text/span.js';
import { namesAt } from './names.js';

/** 副部长A、B和C: the names that share the office before the first of them. */
export function listedNames(chart: Chart, after: number): Span[] {
  const out: Span[] = [];
  let end = after;
  while (chart.char(end) === '、' && end + 1 < chart.span.end && out.length < 6) {
    const start = end + 1;
    if (
      chart
        .startingAt(start)
        .some((e) => ['title', 'state', 'country', 'organisation', 'office', 'orghead', 'ministry', 'joint'].includes(e.cls))
    )
      break;
    const names = namesAt(chart, start).filter(
      (c) => (c.shape === 'surname' || c.shape === 'dotted') && c.score >= 3 && closesName(chart, c.end),
    );
    const name = names.sort((a, b) => b.score - a.score || b.end - a.end)[0];
    if (!name) break;
    out.push({ start, end: name.end });
    end = name.end;
  }
  return out;
}

/** Whether a listed name can end here: a mark follows, or a verb; no office that would make it a title of its own. */
function closesName(chart: Chart, at: number): boolean {
  if (/[、和与及等,。;:(]/.test(chart.char(at))) return true;
  return chart
    .startingAt(at)
    .some((e) => ['v', 'lv', 'say', 'mark', 'mod', 'will', 'time'].includes(e.cls) && (e.end - e.start > 1 || e.cls === 'mark'));
}
