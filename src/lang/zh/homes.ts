import { clausesOf } from '../../grammar/clause.js';
import { as, isA } from '../../grammar/token.js';
import { isGroup } from '../../knowledge/countries.js';
import { SEPARATORS } from './grammar.js';
import type { Sentence } from './parse.js';
import type { OrgValue, PersonValue, TitleValue } from './token.js';
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
  return /(?:^|[^\u4e00-\u9fff]|\d日)(?:中国)?外交部(?:副部长|部长|发言人)/.test(head) && /中方|我国|我方|中国外长|国务委员兼/.test(head)
    ? 'CN'
    : null;
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

/** Organs and offices with which a story of the home's own affairs begins. */
const OWN_ORGAN =
  /^(?:外交部|国防部|总统府|总理府|行政院|立法院|陆委会|大陆委员会|经济部|内政部|国安会|商务部|财政部|政府|国会)(?:$|发言人|[政常]务次长|副?部长|副?院长)/;
const OWN_LEADER = /^(?:副?总统|总理|副总理|首相|副首相|国家主席|政府总理|国会主席|国会议长|外交部长|外长|外相|国防部长)$/;

/** Whether a story begins with an organ or an office whose state it does not tell: the home's, whichever states it goes on to name. */
export function opensAtHome(sentences: readonly Sentence[]): boolean {
  const first = sentences[0]?.tokens.find((t) => !isA(t, 'time'));
  if (!first) return false;
  const organ = as(first, 'organisation')?.value as OrgValue | undefined;
  if (organ) return organ.codes.length === 0 && OWN_ORGAN.test(organ.name);
  const title = as(first, 'title')?.value as TitleValue | undefined;
  if (title) return title.country === null && title.codes.length === 0 && title.post === null && OWN_ORGAN.test(title.office);
  const person = as(first, 'person')?.value as PersonValue | undefined;
  const office = person?.office ?? '';
  return (
    person !== undefined &&
    person.country === null &&
    person.codes.length === 0 &&
    person.post === null &&
    !person.name.includes('·') &&
    person.name.length <= 4 &&
    (OWN_ORGAN.test(office) || OWN_LEADER.test(office))
  );
}
