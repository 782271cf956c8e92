import { world } from 'virtual:world';

export const { width, height } = world;

/** Every country with its outline; its code is ISO 3166-1 alpha-2, null for what has none. */
export const { shapes } = world;

/** Where a country stands on the map, or null for what has no place there. */
export function middleOf(code: string): { x: number; y: number } | null {
  const middle = world.middles[code.split('-')[0]!];
  return middle === undefined ? null : { x: middle[0], y: middle[1] };
}

/** A bow between two places, bent upwards. */
export function bow(a: { x: number; y: number }, b: { x: number; y: number }): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const bend = 0.18 * (dx >= 0 ? 1 : -1);
  return `M${a.x.toFixed(1)},${a.y.toFixed(1)}Q${((a.x + b.x) / 2 + dy * bend).toFixed(1)},${((a.y + b.y) / 2 - dx * bend).toFixed(1)} ${b.x.toFixed(1)},${b.y.toFixed(1)}`;
}
