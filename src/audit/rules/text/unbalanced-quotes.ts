import { bodyLines } from '../../lines.js';
import type { Found, Rule } from '../../rule.js';
import { placeAt } from '../../runs.js';
import { say } from '../../say.js';

export const unbalancedQuotes: Rule = {
  id: 'text/unbalanced-quotes',
  severity: 'note',
  title: 'A quotation mark, title mark or bracket without its partner',
  description: `Within a paragraph of the body, a mark is opened and never closed, or closed and never opened: “ ”, 《 》, 「 」, ( ), in whatever width. The
reader cannot tell where the quoted words, or the name of the document, end.

A quotation that runs over paragraphs opens each of them anew and closes the last: an open “ is no fault where the next paragraph begins with
“ as well. Closing brackets after a number or letter (1) a) 一)) count points and are left alone, and so are straight quotes.`,
  tolerance: 'None.',
  source: 'GB/T 15834 (use of punctuation marks).',
  scope: 'story',
  examples: [
    {
      name: 'a document without end, a bracket without beginning',
      record: `story a
        body 双方签署《投资保护协定。会上通过了“联合声明。
        body 外长阮文山Nguyen Van Son)出席。`,
      finds: [{ at: '《' }, { at: '“' }, { at: ')' }],
    },
    {
      name: 'near miss: pairs of mixed width, a quotation over two paragraphs, counted points',
      record: `story a
        body 双方签署《投资保护协定》（2020年)。他说：“合作良好。
        body “前景广阔。”会议有三点:1)经贸;2)投资;一)人文。`,
      finds: [],
    },
  ],
  run(view) {
    const lines = bodyLines(view);
    return lines.flatMap(({ article, line }, i) => {
      const next = lines[i + 1];
      const goesOn = next?.article === article && /^\s*“/.test(next.line.text);
      return unmatched(line.text)
        .filter(({ mark }) => !(mark === '“' && goesOn))
        .map(({ mark, at }): Found => {
          const run = { start: line.start + at, end: line.start + at + 1, text: mark };
          return { message: say`${mark} has no partner in its paragraph`, evidence: [placeAt(article, run)] };
        });
    });
  },
};

const closers: Readonly<Record<string, string>> = { '“': '”', '《': '》', '「': '」', '(': ')', '（': ')' };
const openers: Readonly<Record<string, string>> = { '”': '“', '》': '《', '」': '「', ')': '(', '）': '(' };

/** A quick look at the order of the marks; most lines end here. */
function balanced(text: string): boolean {
  const depth: Record<string, number> = {};
  for (const mark of text.match(/[“”《》「」()（）]/g) ?? []) {
    const closer = closers[mark];
    if (closer !== undefined) depth[closer] = (depth[closer] ?? 0) + 1;
    else if (openers[mark] !== undefined) {
      const own = mark === '）' ? ')' : mark;
      depth[own] = (depth[own] ?? 0) - 1;
      if (depth[own] < 0) return false;
    }
  }
  return Object.values(depth).every((d) => d === 0);
}

/** Marks without a partner, with their offsets in code points. */
function unmatched(text: string): { mark: string; at: number }[] {
  if (balanced(text)) return [];
  const points = Array.from(text);
  const open = new Map<string, { mark: string; at: number }[]>();
  const found: { mark: string; at: number }[] = [];
  for (const [at, mark] of points.entries()) {
    const closer = closers[mark];
    if (closer !== undefined) {
      const waiting = open.get(closer);
      if (waiting) waiting.push({ mark, at });
      else open.set(closer, [{ mark, at }]);
    }
    const opener = openers[mark];
    if (opener === undefined) continue;
    const closing = closers[opener]!;
    if (open.get(closing)?.pop() === undefined && !(closing === ')' && counts(points, at))) found.push({ mark, at });
  }
  return [...found, ...[...open.values()].flat()].sort((a, b) => a.at - b.at).slice(0, 50);
}

/** `1)`, `a)`, `一)` at the beginning or after a mark of its own: a counted point. */
function counts(points: readonly string[], at: number): boolean {
  const before = points.slice(Math.max(0, at - 3), at).join('');
  return (at <= 3 ? /^(?:.*[\s,，。;；:：、!?！？])?(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,2})$/u : counted).test(before);
}

const counted = /[\s,，。;；:：、!?！？](?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,2})$/u;
