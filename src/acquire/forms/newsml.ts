import { sentence } from '../../model/sentence.js';
import { walkXml } from '../feeds/xml.js';
import { refusal } from '../problem.js';
import type { Source } from '../source.js';
import { emptyRow, type Row, storyOfRow } from './row.js';

/** Whether an XML file is NewsML-G2. */
export const isNewsMl = (text: string): boolean => /<(?:[\w-]{1,20}:)?(?:newsItem|newsMessage)[\s>]/.test(text.slice(0, 20_000));

/** The stories of a NewsML-G2 file: one for each news item that has a text. */
export function* storiesInNewsMl(text: string, file: string): Generator<Source> {
  const rows: { row: Row; id: string | null }[] = [];
  let row: Row = emptyRow;
  let id: string | null = null;
  let lines: string[] = [];
  const ended = walkXml(text, {
    open(name, attribute) {
      if (name === 'newsitem') {
        row = emptyRow;
        lines = [];
        id = attribute('guid');
      } else if (name === 'language') row = { ...row, language: row.language ?? attribute('tag') };
      else if (name === 'provider') row = { ...row, agency: row.agency ?? attribute('literal') };
    },
    close(name, said, path) {
      if (path.includes('inlinexml')) {
        if (/^(?:p|h[1-6]|hl2|li)$/.test(name)) lines.push(said);
      } else if (name === 'inlinedata') lines.push(said);
      else if (name === 'headline' && path.includes('contentmeta')) row = { ...row, title: row.title ?? said };
      else if (name === 'contentcreated' || name === 'versioncreated' || name === 'firstcreated') row = { ...row, date: row.date ?? said };
      else if (name === 'name' && path.at(-1) === 'provider') row = { ...row, agency: said };
      else if (name === 'newsitem') rows.push({ row: { ...row, text: lines.length > 0 ? lines.join('\n') : null }, id });
    },
  });
  if (ended !== null) {
    yield { source: file, error: refusal('xml', sentence`${ended} (it is not read)`) };
    return;
  }
  const told = rows.filter((r) => r.row.text !== null);
  if (told.length === 0) yield { source: file, error: refusal('no-text', sentence`is NewsML without a text in it (nothing to read)`) };
  for (const [i, one] of told.entries()) yield storyOfRow(one.row, told.length === 1 ? file : `${file}#${one.id ?? i + 1}`);
}
