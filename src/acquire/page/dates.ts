/** A moment as a page or a feed prints it. */
export interface Stamp {
  /** `2020-11-11`: the day where it was printed. */
  date: string;
  /** `10:30`, or `null`. */
  time: string | null;
  /** `+07:00`, `Z`, or `null` where none is given. */
  zone: string | null;
}

const names = new Map<string, number>();
const monthNames = [
  'january jan januar janvier enero janeiro gennaio январь января янв gen ene stycznia',
  'february feb februar février fevrier febrero fevereiro febbraio февраль февраля фев лют fév lutego',
  'march mar märz maerz mars marzo março марта март мар marca',
  'april apr avril abril aprile апреля апрель апр avr abr kwietnia',
  'may mai mayo maio maggio мая май maja mag',
  'june jun juni juin junio junho giugno июня июнь июн giu czerwca',
  'july jul juli juillet julio julho luglio июля июль июл juil lug lipca',
  'august aug août aout agosto августа август авг ago sierpnia',
  'september sep sept septembre septiembre setembro settembre сентября сентябрь сен set wrz września',
  'october oct oktober octobre octubre outubro ottobre октября октябрь окт okt out ott października',
  'november nov novembre noviembre novembro ноября ноябрь ноя listopada',
  'december dec dezember décembre decembre diciembre dezembro dicembre декабря декабрь дек dez dic déc grudnia',
];
for (const [i, list] of monthNames.entries()) for (const name of list.split(' ')) names.set(name, i + 1);

const clock = String.raw`(?<h>\d{1,2})(?::|时|時|시\s?|h|点|點)(?<mi>\d{2})(?:(?::|分|분\s?)(?<s>\d{2}))?`;
const half = String.raw`(?<half>[ap]\.?m\.?|上午|下午|오전|오후)`;
/** A year first: 2020-11-11, 2020/11/11, 2020.11.11, 2020年11月11日, 2020년 11월 11일, 20201111. */
const yearFirst =
  /(?<!\d)(?<y>(?:19|20)\d{2})(?:\s?[-/.年]\s?|년\s?|\s(?=\d{1,2}\/))(?<m>\d{1,2})(?:\s?[-/.月]\s?|월\s?)(?<d>\d{1,2})(?!\d)(?:\s?[日일])?/;
const compact = /^(?<y>(?:19|20)\d{2})(?<m>[01]\d)(?<d>[0-3]\d)(?:T?(?<h>[0-2]\d)(?<mi>[0-5]\d)(?:[0-5]\d)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/;
/** A day first: 11.11.2020, 11/11/2020, 11-11-2020. */
const dayFirst = /(?<!\d)(?<a>\d{1,2})\s?[-/.]\s?(?<b>\d{1,2})\s?[-/.]\s?(?<y>(?:19|20)\d{2})(?!\d)/;
const dayMonth =
  /(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s{1,2}(?:de\s)?(?<name>\p{L}{3,12})\.?,?\s{1,2}(?:de\s)?(?<y>(?:19|20)\d{2})(?!\d)/u;
const monthDay = /(?<name>\p{L}{3,12})\.?\s{1,2}(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?<y>(?:19|20)\d{2})(?!\d)/u;
const vietnamese = /ngày\s(?<d>\d{1,2})\s?(?:tháng\s|[-/])(?<m>\d{1,2})(?:\snăm\s|[-/])(?<y>(?:19|20)\d{2})/i;
const timeAt = new RegExp(String.raw`(?<!\d)(?:${half}\s?)?${clock}(?:\s?${half.replace('half', 'half2')})?`, 'i');
const zoneAt =
  /(?<!\w)(?<zone>(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?|Z|UTC|GMT|[+-]\d{2}:?\d{2}|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|BST|MSK|JST|KST|HKT)(?!\w)/;
const zones: Readonly<Record<string, string>> = {
  ...{
    Z: 'Z',
    UTC: 'Z',
    GMT: 'Z',
    EST: '-05:00',
    EDT: '-04:00',
    CDT: '-05:00',
    MST: '-07:00',
    MDT: '-06:00',
    PST: '-08:00',
    PDT: '-07:00',
  },
  ...{ CET: '+01:00', CEST: '+02:00', BST: '+01:00', MSK: '+03:00', JST: '+09:00', KST: '+09:00', HKT: '+08:00' },
};

/** Longer texts are no dates; only their beginning is looked at. */
const longest = 160;

/**
 * The first date in a short text in any of the forms that pages print, or `null`. `monthFirst`: 11/12/2020 is 12 November, as in
 * the United States. Impossible days (31 February) are no dates.
 */
export function stampIn(said: string, monthFirst = false): Stamp | null {
  const text = said.slice(0, longest).trim();
  const epoch = /^(?<t>1\d{9})(?:\d{3})?$/.exec(text);
  if (epoch) return ofEpoch(Number(epoch.groups!.t));
  const tight = compact.exec(text);
  if (tight) {
    const { h, mi, zone } = tight.groups!;
    const time = h === undefined ? null : `${h}:${mi}`;
    return made(tight.groups!.y!, tight.groups!.m!, tight.groups!.d!, time, time === null ? null : offset(zone));
  }
  const found = dayIn(text, monthFirst);
  if (!found) return null;
  const after = text.slice(found.end, found.end + 60);
  const t = timeAt.exec(after.replace(/^T/, ' ')) ?? timeAt.exec(text.slice(Math.max(0, found.start - 24), found.start));
  const time = t ? clockTime(t.groups!) : null;
  const zone = time === null ? null : offset(zoneIn(after));
  return made(found.y, found.m, found.d, time, zone);
}

interface Day {
  y: string;
  m: string;
  d: string;
  start: number;
  end: number;
}

function dayIn(text: string, monthFirst: boolean): Day | null {
  let best: Day | null = null;
  const take = (match: RegExpExecArray | null, m: string | undefined, d: string | undefined): void => {
    if (!match || m === undefined || d === undefined) return;
    const y = match.groups!.y!;
    if (!isDay(Number(y), Number(m), Number(d))) return;
    if (!best || match.index < best.start) best = { y, m, d, start: match.index, end: match.index + match[0].length };
  };
  const first = yearFirst.exec(text);
  take(first, first?.groups?.m, first?.groups?.d);
  const viet = vietnamese.exec(text);
  take(viet, viet?.groups?.m, viet?.groups?.d);
  const named = dayMonth.exec(text);
  take(named, monthOf(named), named?.groups?.d);
  const american = monthDay.exec(text);
  take(american, monthOf(american), american?.groups?.d);
  const digits = dayFirst.exec(text);
  if (digits) {
    const { a, b } = digits.groups!;
    const swap = Number(b) > 12 || (monthFirst && Number(a) <= 12);
    take(digits, swap ? a : b, swap ? b : a);
  }
  return best;
}

function monthOf(match: RegExpExecArray | null): string | undefined {
  const month = match ? names.get(match.groups!.name!.toLowerCase()) : undefined;
  return month === undefined ? undefined : String(month);
}

function clockTime(g: Record<string, string | undefined>): string | null {
  let hour = Number(g.h);
  const said = (g.half ?? g.half2 ?? '').toLowerCase();
  if (/^p|下午|오후/.test(said) && hour < 12) hour += 12;
  if (/^a|上午|오전/.test(said) && hour === 12) hour = 0;
  return hour < 24 && Number(g.mi) < 60 ? `${String(hour).padStart(2, '0')}:${g.mi}` : null;
}

function zoneIn(after: string): string | undefined {
  const direct = /\d(?:\.\d+)?\s?(?<zone>Z|[+-]\d{2}:?\d{2})(?!\d)/.exec(after)?.groups?.zone;
  return direct ?? zoneAt.exec(after)?.groups?.zone;
}

/** `+07:00` from `+0700`, `GMT+7`, `MSK`. */
function offset(said: string | undefined): string | null {
  if (said === undefined) return null;
  const known = zones[said];
  if (known) return known;
  const parts = /(?<sign>[+-])(?<h>\d{1,2}):?(?<m>\d{2})?$/.exec(said)?.groups;
  if (!parts || Number(parts.h) > 14) return null;
  const value = `${parts.sign}${parts.h!.padStart(2, '0')}:${parts.m ?? '00'}`;
  return value === '+00:00' || value === '-00:00' ? 'Z' : value;
}

function isDay(y: number, m: number, d: number): boolean {
  return m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
}

function made(y: string, m: string, d: string, time: string | null, zone: string | null): Stamp | null {
  if (!isDay(Number(y), Number(m), Number(d))) return null;
  return { date: `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`, time, zone };
}

function ofEpoch(seconds: number): Stamp {
  const iso = new Date(seconds * 1000).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16), zone: 'Z' };
}

/** A moment in the zone of whoever printed it: 2020-11-10T18:00Z is 11 November in Hanoi. Without a time and a zone it stays. */
export function localised(stamp: Stamp, zone: string | null): Stamp {
  if (zone === null || stamp.time === null || stamp.zone !== 'Z' || zone === 'Z') return stamp;
  const at =
    Date.parse(`${stamp.date}T${stamp.time}:00${stamp.zone}`) +
    Date.parse('1970-01-01T00:00:00Z') -
    Date.parse(`1970-01-01T00:00:00${zone}`);
  const iso = new Date(at).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16), zone };
}

/** The day that an address names: /2020/11/11/, /20201111/, /202011/t20201111_…; `null` where it names none. */
export function dayInAddress(address: string): string | null {
  const match =
    /[/_-](?<y>(?:19|20)\d{2})[-/_]?(?<m>0[1-9]|1[0-2])[-/_]?(?<d>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(address.slice(0, 500)) ??
    /\/t(?<y>20\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])_/.exec(address.slice(0, 500));
  if (!match) return null;
  const { y, m, d } = match.groups as { y: string; m: string; d: string };
  return isDay(Number(y), Number(m), Number(d)) ? `${y}-${m}-${d}` : null;
}
