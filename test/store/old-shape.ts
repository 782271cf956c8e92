import { DatabaseSync } from '@photostructure/sqlite';
import { views } from '../../src/store/sqlite/views.js';

/** Takes out of a record in a file what steps of its shape after the fourth have put there. */
export function toStepFour(file: string): void {
  const raw = new DatabaseSync(file);
  raw.exec(`${views.map(([name]) => `drop view ${name};`).join(' ')} drop table job; drop table worker; drop table extractor; drop table kept_list; drop table outline_size; drop table watch; drop table proposal; drop table asked; drop index article_until; alter table subject drop column version;
    alter table article_text drop column seal; alter table decision drop column seal;
    delete from tally where what in ('agency', 'language');
    delete from outline where subject in (select n from subject where kind = 'multilateral');
    delete from migration where n > 4`);
  raw.close();
}
