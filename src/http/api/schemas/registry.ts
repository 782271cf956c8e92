import { z } from 'zod';

/** Schemas that have a name in the OpenAPI document. */
export const schemas = z.registry<{ id: string }>();

/** Gives a schema its name. */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  schemas.add(schema, { id });
  return schema;
}
