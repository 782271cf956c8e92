import type { Checked, Reported } from '../app/check.js';
import { counted } from '../app/counted.js';
import type { Speaker } from '../app/speaker.js';
import { block } from './findings.js';
import { terminalWidth } from './table.js';
import { visible } from './width.js';

/** A draft for people: its head, then each finding as a compiler gives it, `file:line:column severity rule message`, with what it is held against. */
export function draftText(
  { source, reading, reported, mended }: Checked,
  against: string | null,
  dryRun: boolean,
  speaker: Speaker,
): string {
  if (!reading) return '';
  const open = reported.filter((r) => r.suppression === null);
  const passed = (by: 'ignore' | 'baseline', word: string): string[] => {
    const n = reported.filter((r) => r.suppression?.by === by).length;
    return n === 0 ? [] : [`${n} ${word}`];
  };
  const counts = [counted(open.length, 'finding'), ...passed('ignore', 'ignored'), ...passed('baseline', 'in the baseline')].join(', ');
  const held = against === null ? '' : ` held against ${against}`;
  const head = `${visible(source)}: ${counted(reading.statements.length, 'statement')}${held}: ${counts}\n`;
  return `${head}\n${mendsText(mended, dryRun)}${open.map((one) => findingText(one, speaker)).join('')}`;
}

/** What was mended, a line each; ends with an empty line where there is any. */
export function mendsText(mended: readonly Reported[], dryRun: boolean): string {
  const lines = mendLines(mended, dryRun).map((line) => `${line}\n`);
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}

/** `draft.txt:3:7 mended text/look-alike-characters “⾏⾸” → “行首”`. */
export function mendLines(mended: readonly Reported[], dryRun: boolean): string[] {
  const word = dryRun ? 'would be mended' : 'mended';
  return mended.map(({ at, finding, mend }) => visible(`${placeText(at)} ${word} ${finding.rule} “${at.quote}” → “${mend ?? ''}”`));
}

/** The first line is never broken: editors and scripts read it. */
function findingText({ finding, at, against }: Reported, speaker: Speaker): string {
  const width = terminalWidth();
  const suggestion = speaker.suggestion(finding);
  const lines = [
    visible(`${placeText(at)} ${finding.severity} ${finding.rule} ${speaker.finding(finding)}`),
    ...block(`“${at.quote}”`, '  ', width),
    ...against.flatMap((spot) => block(`${speaker.heldAgainst} ${placeText(spot)}  “${spot.quote}”`, '  ', width)),
    ...(suggestion === null ? [] : block(`${speaker.suggested}${speaker.colon}${suggestion}`, '  ', width)),
  ];
  return `${lines.join('\n')}\n\n`;
}

const placeText = (spot: Reported['at']): string => `${spot.source}:${spot.line}:${spot.column}`;
