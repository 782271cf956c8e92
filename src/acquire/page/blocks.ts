import { type Element, silent } from './tree.js';

/** A line of a page as a reader sees it: a paragraph, a heading, an entry of a list, a caption. */
export interface Block {
  text: string;
  /** The nearest element that is laid out as a block. */
  element: Element;
  /** Characters that stand in links. */
  linked: number;
  /** It stands in a caption of a picture. */
  caption: boolean;
  /** Characters of running text: 0 for links, labels, headings and single words. */
  prose: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const inlineTags = words(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);
const listed = words('li dt dd td th h1 h2 h3 h4 h5 h6');
const captionMark =
  /(?:^|[-_\s])(?:fig)?caption|pic-?(?:ture)?-?(?:text|desc|title|note)|img-?(?:text|desc|note)|photo-?(?:note|credit|desc)|imageCaption/i;

/** How long a text is for a reader: a Han character, kana or syllable of Hangul counts for two. */
export function lengthOf(text: string): number {
  let size = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x2e80 && text.charCodeAt(i) <= 0xd7ff) size++;
  return size;
}

const notice = new RegExp(
  [
    '(?:未经|未經).{0,16}(?:授权|授權|许可|許可|同意|允许|允許).{0,12}(?:转载|轉載|复制|複製|镜像|摘编)',
    '(?:转载|轉載).{0,8}(?:请|請|须|須).{0,6}(?:注明|註明)',
    '(?:谢绝|謝絕|严禁|嚴禁|禁止)转载',
    '(?:仅|僅|只)提供信息存储(?:空间)?服务',
    '用户上传并发布',
    '(?:违法|违法和不良|不良)信息举报',
    '不代表(?:本站|本网|本平台|本报|.{0,8}(?:网|台))(?:的)?(?:观点|立场)',
    '^(?:Notice|Disclaimer)\\s?:.{0,120}(?:uploaded|posted|views)',
    '^(?:©|Copyright\\b|版权所有|版權所有)',
  ].join('|'),
  'i',
);

const sentenceEnd = /[.!?。！？…；;:：”"’)）」』]\s*$|[,，、。．]\s*\S|[.!?]\s/;

/** Whether a line is a notice of the site about itself: who may copy it, who uploaded it, where to complain. A long line is none. */
export const isNotice = (text: string): boolean => text.length < 400 && notice.test(text);

function proseIn(text: string, linked: number, tag: string): number {
  const size = lengthOf(text);
  if (size < 30 || /^h[1-6]$/.test(tag) || isNotice(text)) return 0;
  const share = linked / Math.max(1, text.length);
  if (share > 0.5) return 0;
  if (!sentenceEnd.test(text.slice(0, 2000)) && size < 80) return 0;
  return size * (1 - share);
}

/** Whether a browser would show the element. A body hidden until a script runs counts as shown where `lenient`. */
export function isHidden(e: Element): boolean {
  if (e.attrs.size === 0) return false;
  const style = e.attrs.get('style');
  return e.attrs.has('hidden') || (style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 500)));
}

/**
 * The lines of an element in the order of the page, white space as a browser shows it. `skip` tells which elements are left out
 * with all that is in them.
 */
export function blocksOf(root: Element, skip: (e: Element) => boolean): Block[] {
  const blocks: Block[] = [];
  let line: string[] = [];
  let linked = 0;
  const flush = (element: Element, caption: boolean): void => {
    if (line.length === 0) return;
    const all = line.join('');
    line = [];
    const links = linked;
    linked = 0;
    const text = tidy(all);
    if (text === '') return;
    const share = Math.min(1, links / Math.max(1, all.trim().length));
    const inLinks = Math.round(share * text.length);
    blocks.push({ text, element, linked: inLinks, caption, prose: caption ? 0 : proseIn(text, inLinks, element.tag) });
  };
  const visit = (e: Element, block: Element, inLink: boolean, caption: boolean): void => {
    for (const child of e.children) {
      if (typeof child === 'string') {
        line.push(e.tag === 'pre' ? child : child.replace(/\s+/g, ' '));
        if (inLink) linked += child.trim().length;
      } else if (child.tag === 'br') {
        flush(block, caption);
      } else if (silent.has(child.tag) || skip(child)) {
        if (!inlineTags.has(child.tag)) flush(block, caption);
      } else if (inlineTags.has(child.tag) && !breaks(child)) {
        visit(child, block, inLink || child.tag === 'a', caption);
      } else {
        flush(block, caption);
        const own = caption || isCaption(child);
        visit(child, child, inLink || child.tag === 'a', own);
        flush(child, own);
      }
    }
  };
  visit(root, root, false, false);
  flush(root, false);
  return blocks;
}

/** An inline element that holds blocks or is styled as one. */
function breaks(e: Element): boolean {
  const style = e.attrs.get('style');
  if (style !== undefined && /display\s*:\s*block/i.test(style.slice(0, 200))) return true;
  return e.children.some((c) => typeof c !== 'string' && !inlineTags.has(c.tag) && c.tag !== 'br' && c.tag !== 'img' && !silent.has(c.tag));
}

function isCaption(e: Element): boolean {
  if (e.tag === 'figcaption' || e.tag === 'caption') return e.tag === 'figcaption' || e.children.length > 0;
  const name = e.attrs.get('class');
  return name !== undefined && captionMark.test(name.slice(0, 200));
}

/** One line: runs of white space become one space; zero-width marks at the ends go. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, ' ').trim();
}

export const isListed = (e: Element): boolean => listed.has(e.tag);
