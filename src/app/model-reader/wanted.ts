import { z } from 'zod';
import { kinds } from '../../model/kinds/registry.js';
import type { Statement, StatementType } from '../../model/statement.js';
import { isEdtf } from '../../model/values/edtf.js';

/** What a model is not asked for: the program says it itself. */
const own = { id: true, item: true, start: true, end: true, confidence: true, rule: true, roles: true } as const;
/** Codes of event data: they follow from the kind. */
const coded = { plover: true, cameo: true } as const;

/** A statement as a model gives it: its fields, and the quote that says so. */
export type Said = Omit<Statement, keyof typeof own>;

/** What a statement may leave out: servers that hold a model to a schema want every field named. */
const optional = { label: z.string().nullable(), upper: z.number().nullable() };

const schemas = new Map(
  Object.values(kinds).map(({ type, schema }) => {
    const shape = (schema as z.ZodObject).omit(own);
    if (type === 'event') return [type, shape.omit(coded)] as const;
    return [type, type === 'figure' || type === 'target' ? shape.extend(optional) : shape] as const;
  }),
);

/** The JSON schema of an answer: a list of statements of any type. */
export function answerSchema(): object {
  const statements = z.array(z.union([...schemas.values()] as never));
  const { $schema: _, ...schema } = z.toJSONSchema(z.strictObject({ statements }), { io: 'output' });
  return schema;
}

const dates: Partial<Record<StatementType, string>> = {
  ...{ figure: 'period', target: 'due', event: 'date', agreement: 'date', relation: 'date', commitment: 'due' },
};

/** A value of an answer as a statement; `null` where it is none. */
export function saidIn(value: unknown): Said | null {
  const type = (value as { type?: unknown } | null)?.type;
  const parsed = schemas
    .get(type as StatementType)
    ?.safeParse(type === 'figure' || type === 'target' ? { label: null, upper: null, ...(value as object) } : value);
  if (!parsed?.success) return null;
  const said = parsed.data as unknown as Said & Record<string, unknown>;
  for (const name of Object.keys(optional)) if (said[name] === null) delete said[name];
  const date = said[dates[said.type] ?? ''];
  if (typeof date === 'string' && !isEdtf(date)) return null;
  return said.type === 'event' ? ({ ...said, plover: null, cameo: null } as Said) : said;
}
