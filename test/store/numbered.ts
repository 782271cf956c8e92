import type { Finished } from '../../src/store/port.js';
import { story } from '../told.js';

/** Story number `n` of an endless supply; every tenth is the next state of the source before it. */
export function numbered(n: number): Finished {
  const said = [
    { type: 'agreement', quote: `第${n}份协定`, name: `第${n % 7}份` },
    { type: 'event', quote: `第${n}次会谈`, date: `20${10 + (n % 10)}` },
  ] as const;
  const { text, ...reading } = story(n % 10 === 9 ? `s${n - 1}` : `s${n}`, said, { before: `越南核电${n}`.repeat(50) });
  return { reading, text };
}
