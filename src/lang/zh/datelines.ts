import { tables } from '../../generated/words-zh.js';
import { entriesOf } from '../../lexicon/table.js';
import type { Dateline, Opening } from '../../text/page-table.js';
import { agencyOf } from './words.js';

/** Papers and stations that name themselves so. */
const OWN = ['本报', '本网', '本台', '本社', '本刊', '本站', '央视网消息'];
/** Agencies that lose their last character before 电 or a place. */
const SHORT = '法新|路透|美联|中央|新华|共同|韩联|塔斯|彭博|安莎|德新|俄新|合众|中新|中评';

const byFirst: ReadonlyMap<string, readonly string[]> = (() => {
  const out = new Map<string, string[]>();
  for (const form of [...agencyOf.keys(), ...OWN]) out.set(form[0]!, [...(out.get(form[0]!) ?? []), form]);
  for (const forms of out.values()) forms.sort((a, b) => b.length - a.length);
  return out;
})();

const places: ReadonlySet<string> = new Set(
  [...entriesOf(tables.places), ...entriesOf(tables.countries)]
    .filter((e) => e.class === 'city' || e.class === 'region1' || e.class === 'country')
    .map((e) => e.form),
);

/** The name of an agency that a folded text has at `at`, the longest; `''` where there is none. */
export function agencyAt(text: string, at: number): string {
  return byFirst.get(text[at] ?? '')?.find((form) => text.startsWith(form, at)) ?? '';
}

/** The acronym of the longest agency named anywhere in a short folded text, as in 来源:新华网. Forms of two characters count at its start only. */
export function agencyNamed(text: string): string | null {
  let best = '';
  for (let i = 0; i < text.length; i++) {
    if (/[A-Za-z]/.test(text[i - 1] ?? '') && /[A-Za-z]/.test(text[i]!)) continue;
    // 北京青年报 is not 青年报: a name begins where no other word goes on.
    if (/[\u4e00-\u9fff]/.test(text[i - 1] ?? '') && !/[源自由据于]/.test(text[i - 1]!)) continue;
    const form = agencyAt(text, i);
    if (form.length > best.length && (form.length > 2 || i === 0) && agencyOf.has(form)) best = form;
  }
  return agencyOf.get(best) ?? agencyOf.get(`${text}社`) ?? null;
}

const N = '[0-9〇零一二三四五六七八九十廿]';
const DATE = `(?<date>(?:${N}{4}年)?(?:${N}{1,3}月)?${N}{1,3}日)`;
const PLACE = '(?<place>[\\u4e00-\\u9fff· ]{0,14}?)';
const WIRED = '(?:综合)?(?:外|专|急|快)?(?:电讯|电报导|电(?![话视影力商动脑信子站网邮报台])|讯|报[道导](?=[ :(]))';
/** What may follow 电: the reporter in brackets, a second agency after a stroke, punctuation. */
const AFTER = '(?: ?\\([^()]{0,40}\\))?(?: ?\\/ ?[^,。/]{2,10}?(?:报[道导]|消息|电|讯))?[ :,—-]*';

/** What follows the agency's name where no bracket stands around it. */
const afterAgency: readonly RegExp[] = [
  /^ ?[—-]+ ?(?<place>[\u4e00-\u9fff]{2,10}) ?[—-]+ ?/,
  new RegExp(`^ ?${PLACE} ?(?:${DATE})? ?(?:电|讯)? ?[—-]+ ?`),
  new RegExp(`^(?:网|中文网)? ?${PLACE} ?${DATE} ?${WIRED}${AFTER}`),
  new RegExp(`^ ?${PLACE}(?:专|外)?电(?=[ (:—\\d])${AFTER}`),
  /^网?(?:综合)?(?:专讯|讯|消息|快讯|报道|电)(?: ?\([^()]{1,16}\))?(?: ?[—-]+|[:]| (?!说)) ?/,
  /^(?:讯|消息), ?/,
];
const byReporter = new RegExp(`^(?<credit>(?:驻[^,。:()\\d]{2,8})?(?:特约)?记者[^,。:()\\d]{2,24}?${DATE}${WIRED})${AFTER}`);
const shortName = new RegExp(`^(?:${SHORT})(?=[^社网])`);
const shortCredit = new RegExp(`^(?<place>[\\u4e00-\\u9fff]{0,8}?)(?<agency>${SHORT})社?(?:${DATE})?(?:专|外)?电$`);
const station = /^(?<agency>VOVWORLD|VOVworld|VOV\d?(?:\.VN)?|VGP|KBS|VNA) ?(?:[-—/:]) ?/i;
const stationInBrackets = /^\((?<agency>VOVWORLD|VOVworld|VOV\d?|VGP|KBS|VNA|TTXVN)\) ?(?:[-—/:]* ?)/i;
const placeAndDay = new RegExp(`^(?<place>[\\u4e00-\\u9fff]{2,8}?)(?:${DATE})?(?:综合|专|外)?(?:电|讯)$`);
const latinInBrackets = /^\((?<agency>[A-Za-z][A-Za-z. ]{1,20})\) ?[—-]+ ?/;
const bracketed = /^[(【[〔](?<credit>[^()【】[\]〔〕。]{2,44})[)】\]〕](?<dash> ?[—:,-]+)? ?/;
const placeFirst = /^(?<place>[\u4e00-\u9fff]{2,10}) ?\((?<agency>[\u4e00-\u9fffA-Za-z]{2,12})\) ?[—-]+ ?/;
const dated = /^(?<date>\d{1,2}月\d{1,2}日),?(?=央视网消息)/;

const NO_PLACE = /记者|消息|快讯|综合|报道|报导|援引|简讯|[报称说据在与驻]|^的/;

/**
 * What opens the body of a wire story: agency, place and day (新华社莫斯科3月29日电, (中央社记者…台北25日电), 【本报讯】, 越通社河内——).
 * Takes the folded beginning of a line; gives what it names and its length, `undefined` where no dateline stands there.
 */
export function openingOf(head: string): Opening | undefined {
  const day = dated.exec(head);
  const from = day ? day[0].length : head[0] === '据' ? 1 : 0;
  const first = inBrackets(head) ?? wireStation(head) ?? plain(head, from) ?? beforeAgency(head);
  // 央视网消息(中国新闻):新华社北京5月3日电: who prints it, then whose it is.
  const second = first?.value.date === null ? plain(head.slice(first.length), 0) : undefined;
  const found = first && second?.value.date ? { value: second.value, length: first.length + second.length } : first;
  if (!found || (head[0] === '据' && found.value.date === null)) return undefined;
  return day ? { value: { ...found.value, date: day.groups!.date! }, length: found.length } : found;
}

function wireStation(head: string): Opening | undefined {
  const m = stationInBrackets.exec(head) ?? latinInBrackets.exec(head) ?? station.exec(head);
  return m ? { value: { agency: m.groups!.agency!, place: null, date: null }, length: m[0].length } : undefined;
}

function beforeAgency(head: string): Opening | undefined {
  const m = placeFirst.exec(head);
  const agency = m ? agencyAt(m.groups!.agency!, 0) : '';
  return m && agency ? { value: { agency, place: m.groups!.place!, date: null }, length: m[0].length } : undefined;
}

function plain(head: string, from: number): Opening | undefined {
  const agency = agencyAt(head, from) || (shortName.exec(head.slice(from, from + 3))?.[0] ?? '');
  if (agency === '') return undefined;
  const rest = head.slice(from + agency.length);
  const own = agency === '央视网消息' ? '央视网' : agency;
  const reporter = byReporter.exec(rest);
  if (reporter) {
    const value = creditOf(reporter.groups!.credit!, own);
    if (value) return { value, length: from + agency.length + reporter[0].length };
  }
  if (agency !== own) {
    const m = /^ ?(?:\([^()]{1,12}\))?[:] ?/.exec(rest);
    if (m) return { value: { agency: own, place: null, date: null }, length: from + agency.length + m[0].length };
  }
  for (const pattern of afterAgency) {
    const m = pattern.exec(rest);
    if (!m) continue;
    const place = m.groups?.place?.trim() ?? '';
    if (NO_PLACE.test(place)) continue;
    return {
      value: { agency: own, place: place || null, date: m.groups?.date ?? null },
      length: from + agency.length + m[0].length,
    };
  }
  return undefined;
}

function inBrackets(head: string): Opening | undefined {
  const m = bracketed.exec(head);
  if (!m) return undefined;
  const credit = m.groups!.credit!;
  const agency = agencyAt(credit, 0);
  const value = agency ? creditOf(credit.slice(agency.length), agency) : unsigned(credit);
  if (!value) return undefined;
  const rest = head.slice(m[0].length);
  // 【央视新闻】 before a headline is the name of a column.
  const bare = agency.length === credit.length;
  if (bare && !m.groups?.dash && rest !== '' && !rest.includes('。')) return undefined;
  return { value, length: m[0].length };
}

/** A credit that names no agency or its short form: 巴黎法新电, 吉隆坡5日讯, 记者李大文/综合报导. */
function unsigned(credit: string): Dateline | undefined {
  const m = shortCredit.exec(credit);
  if (m) return { agency: `${m.groups!.agency!}社`, place: m.groups!.place || null, date: m.groups!.date ?? null };
  const told = placeAndDay.exec(credit)?.groups;
  if (told && (told.date !== undefined || places.has(told.place!))) return { agency: null, place: told.place!, date: told.date ?? null };
  return /^(?:特派|驻|国际|编译|综合|记者)/.test(credit) && /(?:报[道导]|外电|电|^记者[^/]{2,12}\/[\u4e00-\u9fff]{2,6})$/.test(credit)
    ? creditOf(credit, null)
    : undefined;
}

const WIRED_AT_END = /(?:综合)?(?:外|专|急|快)?(?:(?:电讯|电|专讯|讯|消息)(?:报[道导])?|报[道导])(?: ?(?:记者|编译)[^/]{1,14})?$/;
const dayAtEnd = new RegExp(`${DATE}$`);

/** The credit after the agency's name: reporters, place, day, and that it came by wire. */
function creditOf(credit: string, agency: string | null): Dateline | undefined {
  const wired = WIRED_AT_END.exec(credit);
  let rest = wired ? credit.slice(0, wired.index) : credit;
  const isWired = rest.length < credit.length;
  if (!isWired && !/^(?:中文网|网|客户端|新闻网|)$/.test(rest) && !/记者|编译|\//.test(rest)) return undefined;
  const day = dayAtEnd.exec(rest);
  if (day) rest = rest.slice(0, day.index);
  const stroke = rest.lastIndexOf('/');
  const reporter = /^.*(?:记者|特派员|编译|通讯员)/.exec(rest);
  let place = stroke >= 0 ? rest.slice(stroke + 1) : reporter ? afterNames(rest.slice(reporter[0].length)) : rest;
  place = place.trim().replace(/^驻/, '');
  const isPlace = /^[\u4e00-\u9fff]{2,10}$/.test(place) && !NO_PLACE.test(place) && !/网$/.test(place);
  return { agency, place: isPlace ? place : null, date: day?.groups?.date ?? null };
}

/** The place that follows reporters' names without a mark: a known place, else what three characters of a name leave. */
function afterNames(text: string): string {
  const last = text.slice(Math.max(text.lastIndexOf('、'), text.lastIndexOf(' ')) + 1);
  for (let i = 2; i <= last.length - 2; i++) if (places.has(last.slice(i))) return last.slice(i);
  return last.length >= 5 ? last.slice(3) : '';
}

/**
 * A line of strokes that names agency, reporters and place: 中央社/ 台北7日电, 文/中央社, 记者李大文/综合报导. Takes a whole folded line;
 * `undefined` for every other line.
 */
export function strokedCredit(line: string): Dateline | undefined {
  if (line.length > 44 || !line.includes('/') || /[,。!?;:]|:\/\/|\d\/\d/.test(line)) return undefined;
  const parts = line.split('/').map((p) => p.trim());
  const agency = parts.map((p) => agencyAt(p, 0)).find((a, i) => a !== '' && parts[i]!.length <= a.length + 3) ?? null;
  const named = parts.some((p) => /(?:记者|编译|特派员|通讯员|撰文|文|图|综合|外电|报[道导]|\d日电)/.test(p));
  if ((agency === null || parts.length < 2) && !(named && parts.some((p) => /记者|编译|特派员|报[道导]$|电$/.test(p)))) return undefined;
  const told = creditOf(parts.at(-1)!, agency);
  return { agency, place: agencyAt(parts.at(-1)!, 0) === '' ? (told?.place ?? null) : null, date: told?.date ?? null };
}
