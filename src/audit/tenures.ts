import type { StatementOf } from '../model/statement.js';
import type { RecordView, Told } from '../record/view.js';
import { toldOn } from './evidence.js';
import { isHan, nearness, segmentsOf, soundAlike } from './names.js';
import { isFormer } from './offices.js';
import { isStated } from './series.js';

export type ToldOffice = Told<StatementOf<'office'>>;

/** Office statements of dated main stories about offices held at the time, with the country said: who is told to hold what when. */
export function tenuresIn(view: RecordView): ToldOffice[] {
  return view.told('office').filter((t) => {
    const { modality, country, office, quote } = t.statement;
    return (
      modality === 'actual' &&
      country !== null &&
      isStated(t, 'country') &&
      toldOn(t) !== undefined &&
      !isFormer(office) &&
      !changing.test(quote)
    );
  });
}

/** Words that tell of an office not held just now, or changing hands. */
export const changing =
  /开国|首任|第[一二三四五六七八九十\d]+任|前(?:总|首|副|外|国|议|部)|原|时任|候任|当选|任命|就任|接任|接替|卸任|离任|去世|逝世|代理|former|elect|acting|appointed/;

/** The entity that holds an office as told; the name and country where the record does not know them. */
export function holderOf(view: RecordView, { statement: s }: ToldOffice): string {
  const known = view.entities().named('person', s.person, [s.country!], { office: s.office, statement: s.id });
  return known?.id ?? `${segmentsOf(s.person).join('·')} ${s.country}`;
}

/** Whether two tellings can be of one person: the record has joined their names, or nobody holds them apart and the names can be one person's. */
export function sameHolder(view: RecordView, a: ToldOffice, b: ToldOffice): boolean {
  if (holderOf(view, a) === holderOf(view, b)) return true;
  const named = ({ statement: s }: ToldOffice) => ({ type: 'person' as const, name: s.person, countries: [s.country!], office: s.office });
  return view.decided.sameness(named(a), named(b)) !== 'different' && samePerson(a.statement.person, b.statement.person);
}

/**
 * Whether two names can be one person's: equal, one part of the other (the surname, the first name), a second spelling, or a surname written by its
 * sound beside the whole name written another way (柯維立, 詹姆斯·克莱弗利).
 */
export function samePerson(a: string, b: string): boolean {
  const [x, y] = [segmentsOf(a), segmentsOf(b)];
  if (x.join('') === y.join('')) return true;
  if ([x, y].some((short, i) => short.length === 1 && [y, x][i]!.includes(short[0]!))) return true;
  if (x.join('').startsWith(y.join('')) || y.join('').startsWith(x.join(''))) return true;
  if (x.length > 1 && y.length > 1 && x.at(-1) === y.at(-1) && soundAlike(x[0]!, y[0]!)) return true;
  if (x.length !== y.length && isHan(a) && isHan(b) && soundAlike(x.at(-1)!, y.at(-1)!)) return true;
  return nearness(a, b) !== undefined;
}
