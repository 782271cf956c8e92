import { SingleBar } from 'cli-progress';
import type { Progress } from '../app/progress.js';
import { silent } from '../app/progress.js';
import { lendStandardError } from './terminal.js';
import { visible, widthOf } from './width.js';

/** A bar on standard error where that is a terminal; nothing in a pipe or a file. */
export function progressBar(what: string): Progress {
  const stream = process.stderr;
  if (!stream.isTTY) return silent;
  const bar = new SingleBar({
    stream,
    format: `${what} [{bar}] {value}/{total} {name}`,
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
    fps: 12,
    gracefulExit: false,
  });
  return {
    begin(total) {
      bar.start(total, 0, { name: '' });
      // the line takes the bar's place, and the bar begins anew below it: that is where its end must return to
      lendStandardError((line) => stream.write(`\r\u001b[K${line}\u001b7`));
    },
    step(source) {
      bar.increment(1, { name: short(visible(source), (stream.columns || 80) - 46 - widthOf(what)) });
    },
    end() {
      lendStandardError(null);
      bar.stop();
    },
  };
}

/** The end of a name, as much of it as fits. */
function short(name: string, width: number): string {
  if (widthOf(name) <= width) return name;
  let kept = '';
  for (const ch of [...name].reverse()) {
    if (widthOf(kept) + widthOf(ch) + 1 > width) break;
    kept = ch + kept;
  }
  return `…${kept}`;
}
