import { type Block, isNotice, lengthOf } from './blocks.js';

/** Headings that open a list of other stories. */
const others =
  /^(?:更多|相关|延伸阅读|推荐阅读|相关(?:新闻|阅读|报道|链接|推荐|稿件)|猜你喜欢|热点推荐|精彩推荐|責任編輯|related|read (?:more|also|next)|more (?:from|on|news|stories|in)|see also|also read|you (?:may|might) (?:also )?(?:like|be interested)|recommended|most (?:read|popular)|top stories|trending|don't miss|next (?:article|story|post)|previous (?:article|story|post)|tags?\b|topics\b|filed under|tin liên quan|tin (?:cùng chuyên mục|khác|mới)|bài liên quan|xem thêm|đọc thêm|từ khóa|читайте также|по теме|похожие|другие новости|материалы по теме|теги|à lire aussi|sur le même (?:sujet|thème)|articles? liés|lire aussi|lea también|noticias relacionadas|leia também|veja também|mehr zum thema|lesen sie auch|관련 ?기사|関連記事)/i;
/** Lines about the page and its makers, not of the story. */
const label =
  /^[(（[【]?(?:(?:by|von|par|por|from|source|photo|image|credit|posted|published|updated|last updated|written by|share|print|email|tweet|comments?|leave a (?:comment|reply)|advertisement|sign up|subscribe|follow us|copyright|©|all rights reserved|loading|report (?:error|a)|join the conversation|responsible editor)\b.{0,120}|(?:作者|来源|编辑|责编|责任编辑|记者|发稿时间|发布时间|时间|分享(?:至|到)?|字号|打印|声明|本文来源|原标题|扫一扫|举报|收藏|点赞|阅读|浏览|编审|校对|监制|图片来源)\s*[:：|].{0,80}|(?:chia sẻ|nguồn|tác giả|поделиться|источник|автор|фото)\b.{0,80})$/i;

const linkShare = (b: Block): number => b.linked / Math.max(1, b.text.length);
const isLinks = (b: Block): boolean => linkShare(b) > 0.6;

/** The lines of a story without what stands before, after and between them: bylines, labels, links to other stories. */
export function trimmed(blocks: readonly Block[], headline: Block | null, isKnown: (b: Block) => boolean): Block[] {
  const from = headline === null ? 0 : blocks.indexOf(headline) + 1;
  const rest = blocks.slice(from);
  const end = endOf(rest, isKnown);
  const own = rest.slice(0, end);
  const homes = new Map<object | null, number>();
  for (const b of own) if (b.prose > 0) homes.set(b.element.parent, (homes.get(b.element.parent) ?? 0) + b.prose);
  for (const b of own) if (b.prose > 0) homes.set(b.element, (homes.get(b.element) ?? 0) + b.prose);
  const isText = (b: Block): boolean => b.prose > 0 || isKnown(b);
  const first = own.findIndex((b) => isText(b));
  const last = own.findLastIndex((b) => isText(b));
  return own.filter((b, i) => {
    if (b.caption) return true;
    if (isText(b)) return !(label.test(b.text) && lengthOf(b.text) < 120);
    if (isLinks(b) || label.test(b.text) || isNotice(b.text)) return false;
    if (i > first && i < last) return true;
    return homes.has(b.element) || (homes.has(b.element.parent) && b.element.tag !== 'div' && !/^h[1-6]$/.test(b.element.tag));
  });
}

/** Where the story ends before a list of other stories: a heading that says so, or links under links, with less text under it than above. */
function endOf(blocks: readonly Block[], isKnown: (b: Block) => boolean): number {
  const total = blocks.reduce((sum, b) => sum + b.prose, 0);
  let above = 0;
  for (const [i, b] of blocks.entries()) {
    above += b.prose;
    if (b.element.tag === 'h1' && above > 0 && !isKnown(b)) return i;
    if (above < total * 0.6 || b.prose > 0) continue;
    if (others.test(b.text) && lengthOf(b.text) < 80) {
      if (/^h[1-6]$/.test(b.element.tag) || isLinks(b) || blocks.slice(i + 1, i + 4).some(isLinks) || i > blocks.length - 3) return i;
    }
    if (isLinks(b) && b.text.length >= 12 && blocks[i + 1] && isLinks(blocks[i + 1]!) && blocks[i + 1]!.text.length >= 12) return i;
  }
  return blocks.length;
}
