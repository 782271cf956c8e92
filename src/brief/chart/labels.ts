/** A rectangle by its corners. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How far above or below its point a label may stand, nearest first. */
const reaches: readonly number[] = [0, 14, 28, 42, 56, 70];

/**
 * Gives labels their places one after the other: above or below the point, further off where something is there already, within `frame`.
 */
export class Labels {
  readonly #taken: Box[] = [];

  constructor(private readonly frame: Box) {}

  /** Keeps labels off a place. */
  keepFree(box: Box): void {
    this.#taken.push(box);
  }

  /** The box for a label `width` by `height` of a point with `radius` around it. Where nothing is free, the place where least is covered. */
  place(x: number, y: number, radius: number, width: number, height: number): Box {
    const { frame } = this;
    const left = Math.max(frame.left, Math.min(x - width / 2, frame.right - width));
    const boxes = reaches.flatMap((reach) =>
      [y - radius - 2 - reach - height, y + radius + 2 + reach]
        .filter((top) => top >= frame.top && top + height <= frame.bottom)
        .map((top): Box => ({ left, top, right: left + width, bottom: top + height })),
    );
    const covered = (box: Box): number => this.#taken.filter((t) => meet(t, box)).length;
    const least = boxes.reduce<Box | null>((best, box) => (best === null || covered(box) < covered(best) ? box : best), null);
    const box = least ?? { left, top: y - radius - 2 - height, right: left + width, bottom: y - radius - 2 };
    this.#taken.push(box);
    return box;
  }
}
