import type { StatementOf } from '../../model/statement.js';
import { canonicalName } from '../canonical.js';
import { compareText, type Told } from '../told.js';
import { dayKey, grouped, inOrder, toldDay } from './life.js';

type ToldOffice = Told<StatementOf<'office'>>;

/** Somebody in an office, from the first to the last day on which a story says so. */
export interface Holder {
  /** The longest form of the name. */
  person: string;
  names: readonly string[];
  latin: string | null;
  first: string | null;
  last: string | null;
  told: readonly ToldOffice[];
}

/** An office of a country with those who are told to hold it, in order of the day first told. */
export interface OfficeLife {
  country: string | null;
  /** As told first. */
  office: string;
  holders: readonly Holder[];
}

/** Offices of the past or of the future: 前总理, 候任总统. */
const notNow = /^(?:前|原|已故|候任|当选|时任)|^(?:former|ex-|acting)/i;

const forms: readonly (readonly [RegExp, string])[] = [
  [/^(?:政府|内阁|联邦政府)(?=副?(?:总理|首相|主席))/, ''],
  [/^(?:外长|外交部?部长|外交大臣|外相)$/, '外交部长'],
  [/^(?:副外长|外交部副部长)$/, '外交部副部长'],
  [/^(?:防长|国防部?部长|国防大臣)$/, '国防部长'],
  [/部部长$/, '部长'],
];

/** One key for the forms of an office: 政府总理 and 总理, 外长 and 外交部长. */
export function officeForm(office: string): string {
  return forms.reduce((text, [form, full]) => text.replace(form, full), canonicalName(office).replace(/\s/g, ''));
}

/** Who is told to hold what when. Former and designated holders, plans and denials are left out. */
export function officeLives(offices: readonly ToldOffice[]): OfficeLife[] {
  const held = inOrder(offices).filter((t) => t.statement.modality === 'actual' && !notNow.test(t.statement.office));
  const byOffice = grouped(held, (t) => `${t.statement.country ?? ''}|${officeForm(t.statement.office)}`);
  return [...byOffice]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, told]) => ({ country: told[0]!.statement.country, office: told[0]!.statement.office, holders: holdersOf(told) }));
}

/** A name as parts between dots and blanks. */
const partsOf = (name: string): string[] =>
  canonicalName(name)
    .toLowerCase()
    .split(/[·•\s-]+/)
    .filter((p) => p !== '');

/** The same parts, or a short form of one part (a surname) that the story itself gives. */
function holdersOf(told: readonly ToldOffice[]): Holder[] {
  const full = told.filter((t) => partsOf(t.statement.person).length > 1);
  const keyOf = (t: ToldOffice): string => {
    const parts = partsOf(t.statement.person);
    if (parts.length > 1) return parts.join('·');
    const longer = new Set(
      full
        .map((f) => partsOf(f.statement.person))
        .filter((p) => p.at(-1) === parts[0])
        .map((p) => p.join('·')),
    );
    return longer.size === 1 ? [...longer][0]! : parts.join('·');
  };
  return [...grouped(told, keyOf).values()]
    .map(holderOf)
    .sort((a, b) => compareText(dayKey(a.first), dayKey(b.first)) || compareText(a.person, b.person));
}

function holderOf(told: readonly ToldOffice[]): Holder {
  const names = [...new Set(told.flatMap((t) => [t.statement.person, ...t.statement.aliases]).map(canonicalName))].sort(
    (a, b) => b.length - a.length || compareText(a, b),
  );
  const days = told.flatMap((t) => toldDay(t) ?? []).sort(compareText);
  return {
    person: [...told.map((t) => canonicalName(t.statement.person))].sort((a, b) => b.length - a.length || compareText(a, b))[0]!,
    names,
    latin: told.find((t) => t.statement.latin !== null)?.statement.latin ?? null,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    told,
  };
}
