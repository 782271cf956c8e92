import { paperColours, type Scene, type Shape, type Text } from '../chart/scene.js';
import { cornersOf } from '../chart/svg.js';
import { link, type Sheets, stretchesOf } from './sheet.js';

/** How much of a sheet a scene takes. */
export function heightOf(scene: Scene, sheets: Sheets): number {
  return (scene.height * sheets.width) / scene.width + 8;
}

/** Draws a scene as wide as the text, on a sheet that holds it whole. */
export function drawScene(scene: Scene, sheets: Sheets): void {
  const scale = sheets.width / scene.width;
  sheets.need(heightOf(scene, sheets));
  const top = sheets.y + 4;
  for (const shape of scene.shapes) draw(shape, sheets, top, scale);
  sheets.y = top + scene.height * scale + 4;
}

function draw(shape: Shape, sheets: Sheets, top: number, scale: number): void {
  const { canvas } = sheets;
  const [x, y] = [(n: number): number => sheets.left + n * scale, (n: number): number => top + n * scale];
  const colour = paperColours[shape.tone];
  if (shape.kind === 'text') {
    write(shape, sheets, top, scale);
    return;
  }
  if (shape.kind === 'line') {
    canvas
      .moveTo(x(shape.x1), y(shape.y1))
      .lineTo(x(shape.x2), y(shape.y2))
      .lineWidth(shape.width * scale);
    if (shape.dashed) canvas.dash(3, { space: 2 });
    canvas.strokeColor(colour).stroke().undash();
    return;
  }
  const { form, radius, isHollow } = shape;
  if (form === 'circle') canvas.circle(x(shape.x), y(shape.y), radius * scale);
  else canvas.polygon(...cornersOf(form, shape.x, shape.y, radius).map(([a, b]) => [x(a), y(b)]));
  canvas.lineWidth(1.5 * scale);
  canvas.fillAndStroke(isHollow ? '#ffffff' : colour, colour);
}

function write({ x, y, piece, size, anchor, tone, isBacked }: Text, sheets: Sheets, top: number, scale: number): void {
  const points = size * scale;
  const line = stretchesOf([
    ...sheets.runs(piece.text, { size: points, colour: paperColours[tone] }),
    ...piece.notes.flatMap((n) => sheets.runs(`[${n}]`, { size: points, colour: link, to: `note-${n}` })),
  ]);
  const width = line.reduce((sum, s) => sum + s.width, 0);
  const left = sheets.left + x * scale - { start: 0, middle: width / 2, end: width }[anchor];
  const base = top + y * scale;
  if (isBacked) sheets.canvas.rect(left - 1, base - points * 0.9, width + 2, points * 1.15).fill('#ffffff');
  sheets.line(line, left, base);
}
