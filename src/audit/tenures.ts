import type { StatementOf } from '../model/statement.js';
import type { RecordView, Told } from '../record/view.js';
import { toldOn } from './evidence.js';
import { nearness, segmentsOf } from './names.js';
import { isFormer } from './offices.js';

export type ToldOffice = Told<StatementOf<'office'>>;

/** Office statements of dated main stories about offices held at the time: who is told to hold what when. */
export function tenuresIn(view: RecordView): ToldOffice[] {
  return view.told('office').filter((t) => {
    const { modality, country, office, quote } = t.statement;
    return modality === 'actual' && country !== null && toldOn(t) !== undefined && !isFormer(office) && !changing.test(quote);
  });
}

/** Words that tell of an office not held just now, or changing hands. */
const changing = /前(?:总|首|副|外|国|议|部)|原|时任|候任|当选|任命|就任|接任|接替|卸任|去世|逝世|代理|former|elect|acting|appointed/;

/** Whether two names can be one person's: equal, the surname alone, or a second spelling. */
export function samePerson(a: string, b: string): boolean {
  const [x, y] = [segmentsOf(a), segmentsOf(b)];
  if (x.join('') === y.join('')) return true;
  if ((x.length === 1 || y.length === 1) && x.at(-1) === y.at(-1)) return true;
  return nearness(a, b) !== undefined;
}
