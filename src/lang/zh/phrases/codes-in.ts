import type { Chart, Edge } from '../../../grammar/chart.js';
import type { StateValue } from '../token.js';

/** Codes of the states and pairs inside a stretch, in the order of mention; those inside the name of a place (马里 of 马里乌波尔) are none. */
export function codesIn(chart: Chart, start: number, end: number): string[] {
  const out: string[] = [];
  for (let at = start; at < end; at++) {
    let best: Edge | undefined;
    let place: Edge | undefined;
    for (const e of chart.startingAt(at)) {
      if (e.end > end) continue;
      if (e.cls === 'place' && (!place || e.end > place.end)) place = e;
      if ((e.cls === 'state' || e.cls === 'pair') && (!best || e.end > best.end)) best = e;
    }
    if (!best) continue;
    // 海上合作: no part of the word before it.
    if (best.end - best.start === 2 && cutsWord(chart, best)) continue;
    const { codes } = best.value as { codes: readonly string[] };
    const isPartOf = place && place.end > best.end && !codes.includes((place.value as StateValue).codes[0]?.slice(0, 2) ?? '');
    if (!isPartOf) for (const c of codes) if (!out.includes(c)) out.push(c);
    at = (isPartOf ? place! : best).end - 1;
  }
  return out;
}

/** A known word of two characters ends inside the stretch and begins before it. */
function cutsWord(chart: Chart, e: Edge): boolean {
  return chart.startingAt(e.start - 1).some((w) => w.rule === 'word' && w.cls === 'common' && w.end === e.start + 1);
}
