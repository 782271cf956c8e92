import { placeOf, type Texts } from '../app/location.js';
import type { Speaker } from '../app/speaker.js';
import type { Finding } from '../model/finding.js';
import { terminalWidth } from './table.js';
import { visible, wrap } from './width.js';

/** A finding with every place it rests on: `place: quote`, the place itself first. Ends with an empty line. */
export function findingText(finding: Finding, texts: Texts, speaker: Speaker): string {
  const width = terminalWidth();
  const suggestion = speaker.suggestion(finding);
  const [first, ...rest] = finding.evidence;
  const lines = [
    ...block(`${finding.severity}: ${speaker.finding(finding)} [${finding.rule}]`, '', width),
    ...(first ? block(`${placeOf(first, texts)}  “${first.quote}”`, '  ', width) : []),
    ...rest.flatMap((place) => block(`${speaker.heldAgainst} ${placeOf(place, texts)}  “${place.quote}”`, '  ', width)),
    ...(suggestion === null ? [] : block(`${speaker.suggested}${speaker.colon}${suggestion}`, '  ', width)),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** A text wrapped, its first line at `indent`, the others two further in. */
export function block(text: string, indent: string, width: number): string[] {
  const [first = '', ...rest] = wrap(visible(text), Math.max(20, width - indent.length - 2));
  return [`${indent}${first}`, ...rest.map((line) => `${indent}  ${line}`)];
}
