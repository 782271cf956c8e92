import { tables } from '../../generated/words-zh.js';
import { entriesOf } from '../../lexicon/table.js';
import { Characters } from '../../text/characters.js';

const entries = entriesOf(tables.page);
const formsOf = (cls: string): string[] => entries.filter((e) => e.class === cls).map((e) => e.form);
const menu: ReadonlySet<string> = new Set(formsOf('menu').map((f) => f.toLowerCase()));
const lists: ReadonlySet<string> = new Set(formsOf('list'));
const noticesByFirst: ReadonlyMap<string, readonly string[]> = (() => {
  const out = new Map<string, string[]>();
  for (const f of formsOf('notice')) out.set(f[0]!, [...(out.get(f[0]!) ?? []), f]);
  return out;
})();

const noticeOpeners = new Characters(noticesByFirst.keys());

const BETWEEN = /[|/>\s【】[\]()<«»:·,、+×-]+/;
const WHERE = /^(?:您|你)?(?:现在|当前|目前|所在)?的?(?:当前)?(?:所在)?位置/;
const TOOL =
  /^(?:(?:上一篇|下一篇|上一页|下一页|标签|关键词|关键字|热搜词|Tags?|Từ khóa|Xem thêm|Chia sẻ|分享到|字号|原标题|专题) ?(?:[:>]|$)|(?:上一篇|下一篇) ?\S|第\d+号$|[一二三四五六七八九十]{1,2}月 ?\d{4}$|(?:现在|当前|今天|今日|中国|本地|系统)(?:时间|日期)[ :\d]|(?:现在|今天|今日)是[ :]?\d|list (?:of \d+ items|\d+ of \d+))/i;
const ADDRESS_ONLY = /^(?:Original article: )?https?:\/\/\S+$/i;
const KANA = /[\u3041-\u30ff]/g;

/** Whether a folded line belongs to the page and to no story: menus, tools, notices, crumbs, counters, other scripts. */
export function isFurniture(line: string): boolean {
  if (isNotice(line) || ADDRESS_ONLY.test(line)) return true;
  if (line.length > 400 || line.includes('。')) return false;
  if (TOOL.test(line)) return true;
  if (!/[\u3041-\u9fff]/.test(line)) return true;
  if ((line.match(KANA)?.length ?? 0) * 4 > line.length) return true;
  const pieces = line.split(BETWEEN).filter((p) => p !== '');
  if (pieces.every(isMenuWord) || isMenuWord(line.replaceAll(' ', ''))) return true;
  const last = pieces.at(-1)!;
  if (line.includes('>') && (isMenuWord(last) || (WHERE.test(line) && last.length <= 6))) return true;
  // A row of short words between strokes.
  const row = line.split(/[|/]/).map((p) => p.trim());
  if (row.length >= 4 && row.filter((p) => p.length <= 5).length * 5 >= row.length * 4) return true;
  return (line.match(/【/g)?.length ?? 0) >= 3 || (line.length <= 60 && /^[^【]{1,8}】/.test(line));
}

function isMenuWord(piece: string): boolean {
  const word = piece.toLowerCase();
  return menu.has(word) || /^[\d%.]*$/.test(word) || /^[\x21-\x7e]{1,3}$/.test(word) || menu.has(word.replace(/^[a-z]+|[a-z]+$/g, ''));
}

function isNotice(line: string): boolean {
  if (line.length > 400) return false;
  for (let i = 0; i < line.length; i++)
    if (noticeOpeners.at(line, i) && noticesByFirst.get(line[i]!)!.some((f) => line.startsWith(f, i))) return true;
  return false;
}

/** Whether a folded line opens a list of other stories. */
export function isListHead(line: string): boolean {
  if (line.length > 24) return false;
  const word = line.replace(/^[>»■▲●【[|# ]+|[\]】:>|… ]+$/g, '').replaceAll(' ', '');
  return lists.has(word);
}

/** Whether a folded line without a sentence in it names other stories: a link in brackets, or headlines in a row. */
export function isLink(line: string): boolean {
  if (/^(?:\[[^\]]{6,80}\]|【[^】]{6,80}】)$/.test(line)) return true;
  if (/[。,;:]/.test(line)) return false;
  const pieces = line.split(' ').filter((p) => p !== '');
  return pieces.length >= 3 && pieces.every((p) => p.length >= 8);
}
