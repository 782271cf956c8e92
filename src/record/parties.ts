import type { Statement } from '../model/statement.js';
import { compareText } from './told.js';

/** `VN-SG` → `VN`; a state or a group stays what it is. */
export function wholeCountry(code: string): string {
  const dash = code.indexOf('-');
  return dash < 0 ? code : code.slice(0, dash);
}

function named(statement: Statement): readonly (string | null)[] {
  switch (statement.type) {
    case 'figure':
    case 'target':
      return [statement.from, statement.to];
    case 'event':
      return statement.countries;
    case 'office':
      return [statement.country];
    case 'agreement':
    case 'body':
    case 'project':
    case 'relation':
      return statement.parties;
    case 'commitment':
      return [...statement.by, ...statement.to];
    case 'position':
      return [...statement.by, ...statement.about];
  }
}

/** The states and groups that a statement is about: whole countries, each once, sorted. */
export function countriesOf(statement: Statement): string[] {
  const codes = new Set<string>();
  for (const code of named(statement)) if (code !== null) codes.add(wholeCountry(code));
  return [...codes].sort(compareText);
}
