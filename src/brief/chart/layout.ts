import type { Chart, ChartPoint, ChartSide, Piece } from '../document.js';
import { Labels } from './labels.js';
import { noteText, type Scene, type Shape, type Sign, type Text, type Tone, textWidth } from './scene.js';

const width = 720;
const plot = { left: 62, right: 704, top: 52, bottom: 290 };
const size = { title: 13, label: 10.5, axis: 10.5 };
const radius = 4;
/** How far an arrow reaches from the middle of its sign. */
const reach = 13;
/** Narrower columns have no room for amounts: the labels are then the numbers of the notes, and the table has the amounts. */
const leastColumn = 24;

/** Years on the axis need this much. */
const leastYear = 34;

const forms: Readonly<Record<ChartSide, Sign['form']>> = { first: 'circle', second: 'square', none: 'triangle' };

/** Where everything of a chart stands. The same chart gives the same scene. */
export function sceneOf(chart: Chart): Scene {
  const shapes: Shape[] = [];
  const years = [...chart.series.flatMap((s) => s.points.map((p) => p.year)), ...chart.targets.flatMap((t) => [t.due, t.set ?? t.due])];
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const column = (plot.right - plot.left) / (to - from + 1);
  const [low, high] = [chart.ticks[0]!.value, chart.ticks.at(-1)!.value];
  const xOf = (year: number): number => plot.left + (year - from + 0.5) * column;
  const yOf = (value: number): number => {
    const share = (Math.min(Math.max(value, low), high) - low) / (high - low);
    return plot.bottom - share * (plot.bottom - plot.top);
  };
  /** Values of several sides for one year stand beside each other. */
  const shift = (side: ChartSide): number => (chart.series.length < 2 ? 0 : { first: -5, second: 5, none: 0 }[side]);

  shapes.push(text(plain(chart.title), 0, 14, size.title, 'start', 'ink'));
  for (const { value, label } of chart.ticks) {
    shapes.push(line(plot.left, yOf(value), plot.right, yOf(value), value === 0 ? 'soft' : 'grid'));
    shapes.push(text(plain(label), plot.left - 6, yOf(value) + 4, size.axis, 'end', 'soft'));
  }
  const every = Math.ceil(leastYear / column);
  for (let year = from; year <= to; year += every)
    shapes.push(text(plain(String(year)), xOf(year), plot.bottom + 16, size.axis, 'middle', 'soft'));

  const labels = new Labels({ left: plot.left, top: plot.top - 30, right: width - 4, bottom: plot.bottom });
  const isNarrow = column < leastColumn;
  /** Drawn last: nothing covers a point. */
  const signs: Shape[] = [];
  const wanted: { x: number; y: number; piece: Piece; tone: Tone }[] = [];
  for (const { set, due, value, label } of chart.targets) {
    const [x, y] = [xOf(due), yOf(value)];
    if (set !== null && set < due) shapes.push(line(xOf(set), y, x - radius, y, 'target', true));
    shapes.push(line(x, y + radius + 1, x, plot.bottom, 'target', true, 0.75));
    signs.push(sign('diamond', x, y, 'target', false, radius + 1));
    wanted.push({ x, y, piece: label, tone: 'target' });
  }
  for (const { side, points } of chart.series) {
    const led = points.filter((p) => p.isOnLine).toSorted((a, b) => a.year - b.year);
    const at = (p: ChartPoint): [number, number] => [xOf(p.year) + shift(side), yOf(p.value)];
    for (const [k, p] of led.entries()) if (k > 0) shapes.push(line(...at(led[k - 1]!), ...at(p), side, false, 1.5));
    for (const p of points) {
      const [x, y] = at(p);
      const way = p.value > high || p.bound === 'over' ? -1 : p.value < low || p.bound === 'under' || p.bound === 'nearly' ? 1 : 0;
      shapes.push(...bounds(p, x, y, side, yOf));
      if (way !== 0) {
        signs.push(...arrow(x, y, way, side));
        labels.keepFree({ left: x - 3, right: x + 3, top: Math.min(y, y + way * reach), bottom: Math.max(y, y + way * reach) });
      }
      signs.push(sign(forms[side], x, y, side, p.isPartial));
      wanted.push({ x, y, piece: isNarrow ? { ...p.label, text: '' } : p.label, tone: side });
    }
  }
  for (const { x, y } of wanted) labels.keepFree({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  const placed = wanted.map((one) => {
    const wide = textWidth(one.piece.text + noteText(one.piece.notes), size.label);
    return { ...one, box: labels.place(one.x, one.y, radius, wide, size.label + 2) };
  });
  for (const { x, y, box } of placed) {
    if (box.top > y + 12) shapes.push(line(x, y + radius, x, box.top, 'soft', false, 0.5));
    else if (box.bottom < y - 12) shapes.push(line(x, y - radius, x, box.bottom, 'soft', false, 0.5));
  }
  for (const { piece, tone, box } of placed)
    shapes.push(text(piece, (box.left + box.right) / 2, box.bottom - 3, size.label, 'middle', tone, true));
  shapes.push(...signs);
  const bottom = legend(chart, shapes);
  return { width, height: bottom, title: chart.title, shapes };
}

/** A range as a bar; "about" as a bar through the sign. */
function bounds({ upper, bound }: ChartPoint, x: number, y: number, tone: Tone, yOf: (value: number) => number): Shape[] {
  const range = upper === null ? [] : [line(x, y, x, yOf(upper), tone, false, 3)];
  const isVague = bound === 'about' || bound === 'some';
  return isVague ? [...range, line(x - radius - 5, y, x + radius + 5, y, tone, false, 1.5)] : range;
}

/** "Over", "under" and "nearly", and what lies beyond the scale. */
function arrow(x: number, y: number, way: 1 | -1, tone: Tone): Shape[] {
  const tip = y + way * reach;
  return [
    line(x, y, x, tip, tone, false, 1.5),
    line(x - 3, tip - way * 4, x, tip, tone, false, 1.5),
    line(x + 3, tip - way * 4, x, tip, tone, false, 1.5),
  ];
}

/** Signs and their names in rows below the plot; returns where they end. */
function legend(chart: Chart, shapes: Shape[]): number {
  const items: { name: string; sign: (x: number, y: number) => Shape[] }[] = chart.series.map(({ side, name }) => ({
    name,
    sign: (x, y) => [sign(forms[side], x, y, side, false)],
  }));
  const { partial, target, offScale } = chart.legend;
  if (partial !== null) items.push({ name: partial, sign: (x, y) => [sign('circle', x, y, 'soft', true)] });
  if (target !== null) items.push({ name: target, sign: (x, y) => [sign('diamond', x, y, 'target', false, radius + 1)] });
  if (offScale !== null) items.push({ name: offScale, sign: (x, y) => arrow(x, y + 6, -1, 'soft') });
  let [x, y] = [plot.left, plot.bottom + 40];
  for (const item of items) {
    const wide = textWidth(item.name, size.axis) + 34;
    if (x + wide > width && x > plot.left) [x, y] = [plot.left, y + 18];
    shapes.push(...item.sign(x + 6, y - 4), text(plain(item.name), x + 16, y, size.axis, 'start', 'ink'));
    x += wide;
  }
  if (chart.remark !== null) {
    y += 18;
    shapes.push(text(plain(chart.remark), plot.left, y, size.axis, 'start', 'soft'));
  }
  return y + 10;
}

const plain = (words: string): Piece => ({ text: words, notes: [] });

function line(x1: number, y1: number, x2: number, y2: number, tone: Tone, dashed = false, wide = 1): Shape {
  return { kind: 'line', ...{ x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) }, tone, dashed, width: wide };
}

function sign(form: Sign['form'], x: number, y: number, tone: Tone, isHollow: boolean, half = radius): Sign {
  return { kind: 'sign', form, x: round(x), y: round(y), radius: half, isHollow, tone };
}

function text(piece: Piece, x: number, y: number, points: number, anchor: Text['anchor'], tone: Tone, isBacked = false): Text {
  const wide = textWidth(piece.text + noteText(piece.notes), points);
  return { kind: 'text', x: round(x), y: round(y), piece, size: points, anchor, tone, width: round(wide), isBacked };
}

/** A tenth of a pixel is enough, and the same on every machine. */
function round(n: number): number {
  return Math.round(n * 10) / 10;
}
