#!/usr/bin/env node
// Writes web/src/api/schema.ts, the types of the HTTP interface, from its OpenAPI document. `apiTypes()` gives the same text to the
// test that holds the file to it.
import fs from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { register } from 'tsx/esm/api';

const file = path.join(import.meta.dirname, '..', 'web', 'src', 'api', 'schema.ts');

/** The types as TypeScript. */
export async function apiTypes() {
  register();
  const { openApiDocument } = await import('../src/http/api/openapi.ts');
  const { operationsOn } = await import('../src/http/api/routes.ts');
  const document = JSON.parse(JSON.stringify(openApiDocument(operationsOn(undefined), '0')));
  const types = astToString(await openapiTS(document, { alphabetize: true, arrayLength: false }));
  return `// Made by tools/api-types.mjs from the OpenAPI document; npm run api-types writes it anew.\n${types}`;
}

if (process.argv[1] === import.meta.filename) fs.writeFileSync(file, await apiTypes());
