import { sql } from 'kysely';
import type { Db } from '../sql/tables.js';

/**
 * Two functions of SQLite that the queries of every engine use, in the words of PostgreSQL: a field of a JSON text, as text; and the values of a JSON
 * array with their places from 0. `json` and not `jsonb`, which refuses characters that texts may have.
 */
export async function createFunctions(db: Db): Promise<void> {
  await sql`create function json_extract(of text, path text) returns text
    language sql immutable strict parallel safe
    as $$ select of::json #>> string_to_array(translate(substr(path, 3), '[]', '.'), '.') $$`.execute(db);
  await sql`create function json_each(of text) returns table (key bigint, value text)
    language sql immutable strict parallel safe
    as $$ select place - 1, said #>> '{}' from json_array_elements(of::json) with ordinality as element (said, place) $$`.execute(db);
}
