import { type Command, InvalidArgumentError, Option } from 'commander';
import { readFieldMap } from '../app/field-map.js';
import type { FieldMap, ReadOptions } from '../app/read.js';
import { isEdtf } from '../model/values/edtf.js';

/** Options that several commands share, each described once. */

/** `--json`. */
export const jsonOption = (): Option => new Option('--json', 'JSON on standard output instead of text for people');

/** `--db PLACE`, or `--store PLACE`. */
export const dbOption = (): Option =>
  new Option('--store, --db <place>', 'the record: a file, or a database as postgres://user@host/name')
    .default('rapporteur.db')
    .env('RAPPORTEUR_DB');

/** `--lang LANGUAGE`, for what findings say. */
export const findingLanguage = (): Option =>
  new Option(
    '--lang <language>',
    'language of what is found: zh, en, vi, ru; formats for programs stay English (default: English, exact amounts)',
  ).choices(['zh', 'en', 'vi', 'ru']);

/** `--encoding LABEL`. */
export const encodingOption = (): Option =>
  new Option('--encoding <label>', 'encoding of the files, such as gb18030; recognised by content where absent or wrong');

/** `--date DAY`. */
export const dateOption = (): Option =>
  new Option('--date <day>', 'day of publication of what is read, such as 2020-11-11; inferred from the text where absent').argParser(
    (said) => {
      if (!isEdtf(said)) throw new InvalidArgumentError('a date is written 2020-11-11, 2020-11 or 2020.');
      return said;
    },
  );

/** `--max-size MB`, in bytes. */
export const sizeOption = (): Option =>
  new Option('--max-size <MB>', 'the largest file that is read').default(20_000_000, '20').argParser((said) => {
    const size = Number(said);
    if (!(size > 0 && size <= 500)) throw new InvalidArgumentError('a size is a number of megabytes, up to 500.');
    return Math.round(size * 1_000_000);
  });

/** `--fields MAP`. */
const fieldsOption = (): Option =>
  new Option(
    '--fields <map>',
    'which fields of JSON and CSV hold what, such as text=content,title=head,date=day,url=link,language=lang,agency=source',
  ).argParser((said) => {
    const map = readFieldMap(said);
    if ('code' in map) throw new InvalidArgumentError(`${map.message}.`);
    return map;
  });

/** `--allow-private`. */
export const privateOption = (): Option =>
  new Option('--allow-private', 'fetch addresses of this machine and of private networks too, which is refused otherwise');

/** The options of a command that reads documents of any form. */
export function withSources(command: Command): Command {
  for (const option of [encodingOption(), dateOption(), sizeOption(), fieldsOption(), privateOption()]) command.addOption(option);
  return command;
}

/** What `--encoding`, `--date`, `--max-size` and `--allow-private` gave. */
export interface SourceOptions {
  encoding?: string;
  date?: string;
  maxSize: number;
  allowPrivate?: boolean;
  fields?: FieldMap;
}

/** The same, as documents are read with them. */
export function readOptions({ encoding, date, maxSize, allowPrivate, fields }: SourceOptions): ReadOptions {
  return {
    limit: maxSize,
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
    ...(fields === undefined ? {} : { fields }),
    ...(encoding === undefined ? {} : { charset: encoding }),
    ...(date === undefined ? {} : { published: date }),
  };
}

/** A whole number from `least` to `most`. */
export const wholeNumber =
  (least: number, most: number) =>
  (said: string): number => {
    const value = Number(said);
    if (!/^\d+$/.test(said) || value < least || value > most)
      throw new InvalidArgumentError(`it is a whole number from ${least} to ${most}.`);
    return value;
  };
