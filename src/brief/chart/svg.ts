import { htmlText } from '../escape.js';
import type { Scene, Shape, Sign, Text } from './scene.js';

/** A scene as SVG for a page of HTML; colours are the page's custom properties `--chart-first` and so on. */
export function sceneSvg({ width, height, title, shapes }: Scene): string {
  const name = htmlText(title);
  return `<svg class="chart" role="img" viewBox="0 0 ${width} ${height}" aria-label="${name}">\n<title>${name}</title>\n${shapes.map(shape).join('\n')}\n</svg>\n`;
}

function shape(s: Shape): string {
  if (s.kind === 'text') return text(s);
  if (s.kind === 'sign') return sign(s);
  const dash = s.dashed ? ' stroke-dasharray="4 3"' : '';
  return `<line class="${s.tone}" x1="${s.x1}" y1="${s.y1}" x2="${s.x2}" y2="${s.y2}" stroke-width="${s.width}"${dash}/>`;
}

function sign({ form, x, y, radius: r, isHollow, tone }: Sign): string {
  const look = `class="${tone} ${isHollow ? 'hollow' : 'filled'}"`;
  if (form === 'circle') return `<circle ${look} cx="${x}" cy="${y}" r="${r}"/>`;
  return `<path ${look} d="M${cornersOf(form, x, y, r)
    .map((p) => p.map((n) => Math.round(n * 10) / 10).join(' '))
    .join('L')}Z"/>`;
}

/** The corners of a sign that is no circle, clockwise. */
export function cornersOf(form: Exclude<Sign['form'], 'circle'>, x: number, y: number, r: number): [number, number][] {
  if (form === 'square')
    return [
      [x - r, y - r],
      [x + r, y - r],
      [x + r, y + r],
      [x - r, y + r],
    ];
  if (form === 'diamond')
    return [
      [x, y - r],
      [x + r, y],
      [x, y + r],
      [x - r, y],
    ];
  return [
    [x, y - r],
    [x + r, y + r],
    [x - r, y + r],
  ];
}

function text({ x, y, piece, size, anchor, tone, isBacked }: Text): string {
  const marks = piece.notes.map((n) => `<a href="#note-${n}">[${n}]</a>`).join('');
  return `<text class="${tone}${isBacked ? ' backed' : ''}" x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}">${htmlText(piece.text)}${marks}</text>`;
}
