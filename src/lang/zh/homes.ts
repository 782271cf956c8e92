import { clausesOf } from '../../grammar/clause.js';
import { as } from '../../grammar/token.js';
import { isGroup } from '../../knowledge/countries.js';
import { SEPARATORS } from './grammar.js';
import type { Sentence } from './parse.js';
import type { PersonValue, TitleValue } from './token.js';
import { agencyHome, isSurname } from './words.js';

/** The state whose offices an agency leaves without a country. Those of Hong Kong and Macao mean the Chinese foreign ministry by 外交部. */
export function homeOf(agency: string): string | null {
  const home = agencyHome.get(agency) ?? null;
  return home === 'HK' || home === 'MO' ? 'CN' : home;
}

/** A page without an agency that speaks of 中方 and of its own 外交部 is the Chinese ministry's, one of 我国 and 中华民国 that of Taipei. */
export function ownSide(text: string): string | null {
  const head = text.slice(0, 3000);
  if (
    /(?:^|[^\u4e00-\u9fff])(?:中国)?(?:商务部|海关总署|国家统计局|国家发展改革委|国家外汇管理局)/.test(head) &&
    /我国|我[对自]/.test(head)
  )
    return 'CN';
  if (/拿督|丹斯里|令吉|大马/.test(head) && /我国|大马|首相/.test(head)) return 'MY';
  if (/中华民国/.test(head) && /我国|我政府|我方|我驻|本部/.test(head)) return 'TW';
  return /(?:^|[^\u4e00-\u9fff]|\d日)(?:中国)?外交部(?:副部长|部长|发言人)/.test(head) && /中方|我国|我方/.test(head) ? 'CN' : null;
}

/** Whose land 我国 is where no agency tells: the one state that the story names often and never sets beside 我国 in a clause. */
export function ownLand(sentences: readonly Sentence[], named: ReadonlyMap<string, number>): string | null {
  const beside = new Set<string>();
  for (const { tokens } of sentences)
    for (const clause of clausesOf(tokens, (t) => SEPARATORS.has(t.text)).clauses)
      if (clause.some((t) => t.text === '我国'))
        for (const t of clause)
          for (const e of t.edges) for (const code of (e.value as { codes?: readonly string[] } | null)?.codes ?? []) beside.add(code);
  if (beside.size === 0) return null;
  const left = [...named].filter(([code, n]) => n >= 2 && !isGroup(code) && !beside.has(code));
  return left.length === 1 ? left[0]![0] : null;
}

/** States whose own press is in Chinese, and names no sender of its own ambassadors. */
const WRITE_CHINESE = ['CN', 'TW', 'SG', 'MY'];

/** Those posted to a state, with the state, whoever sent them. */
function* posted(sentences: readonly Sentence[]): Generator<{ post: string; name: string | null; country: string | null }> {
  for (const { tokens } of sentences)
    for (const t of tokens) {
      const p = as(t, 'person')?.value as PersonValue | undefined;
      const o = p ? undefined : (as(t, 'title')?.value as TitleValue | undefined);
      const post = p?.post ?? o?.post ?? null;
      if (post !== null) yield { post, name: p?.name ?? null, country: p?.country ?? o?.country ?? null };
    }
}

/** 新任驻塞尔维亚大使李明, in a story of China and Serbia: an ambassador with a Chinese name whose sender is not told is sent from home. */
export function senderOf(sentences: readonly Sentence[], named: ReadonlyMap<string, number>): string | null {
  const posts = new Set<string>();
  for (const { post, name, country } of posted(sentences))
    if (country === null && name !== null && name.length <= 3 && isSurname(name[0]!)) posts.add(post);
  if (posts.size !== 1) return null;
  const left = WRITE_CHINESE.filter((c) => named.has(c) && !posts.has(c));
  return left.length === 1 ? left[0]! : null;
}

/** 李副总理会见韩国驻柬埔寨大使: the state whose offices go without a country in a story of two states, of which one sends its ambassador to the other. */
export function hostOf(sentences: readonly Sentence[], named: ReadonlyMap<string, number>): string | null {
  const ways = new Map<string, { post: string; country: string }>();
  for (const { post, country } of posted(sentences))
    if (country !== null && country !== post) ways.set(`${country} ${post}`, { post, country });
  const [way] = ways.values();
  const states = [...named.keys()].filter((c) => !isGroup(c) && c.length === 2);
  return way && ways.size === 1 && states.length <= 3 && states.includes(way.post) && states.includes(way.country) ? way.post : null;
}
