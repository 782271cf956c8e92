import { html } from 'hono/html';
import type { Markup } from './markup.js';

type Json = Record<string, unknown>;

interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
}

/** The page of the programming interface, made of its OpenAPI document: no script, nothing from elsewhere. */
export function apiPage(document: object): Markup {
  const { info, paths, components } = document as {
    info: { title: string; version: string; summary: string };
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Json> };
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}: programming interface</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <main>
          <h1>${info.title} ${info.version}: programming interface</h1>
          <p>${info.summary}. <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a>.</p>
          <p>
            Lists answer in parts: give <code>next</code> as <code>cursor</code>. Every list is a table at the same address with
            <code>.csv</code>. Every answer has an ETag. What goes wrong is answered as <code>application/problem+json</code> (RFC 9457).
            Beyond this machine a token is needed: <code>Authorization: Bearer …</code>, with the role read, review or admin.
          </p>
          ${tags.map(
            (tag) => html`<h2>${tag}</h2>
              ${operations.filter(({ operation }) => operation.tags.includes(tag)).map(operationPart)}`,
          )}
          <h2>Shapes</h2>
          ${Object.entries(components.schemas).map(
            ([name, schema]) => html`<details id="${name}">
              <summary>${name}</summary>
              <pre>${JSON.stringify(schema, null, 2)}</pre>
            </details>`,
          )}
        </main>
      </body>
    </html>`;
}

function operationPart({ path, method, operation }: { path: string; method: string; operation: Operation }): Markup {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const sent = Object.entries(requestBody?.content ?? {});
  return html`<section id="${operationId}">
    <h3><code>${method} ${path}</code></h3>
    <p>${summary} ${description ?? ''}</p>
    ${
      parameters.length > 0
        ? html`<table>
            <tbody>
              ${parameters.map(
                (p) => html`<tr>
                  <td><code>${p.name}</code>${p.required ? '' : ' (optional)'}</td>
                  <td>${p.in}</td>
                  <td>${shapeOf(p.schema)}</td>
                  <td>${p.description ?? ''}</td>
                </tr>`,
              )}
            </tbody>
          </table>`
        : ''
    }
    ${sent.map(([type, { schema }]) => html`<p>Sent: <code>${type}</code> ${shapeOf(schema)}</p>`)}
    <p>
      Answers:
      ${Object.entries(responses).map(
        ([status, { description: said, content }]) =>
          html`<code>${status}</code> ${said}${Object.entries(content ?? {}).map(([type, { schema }]) => html` (<code>${type}</code> ${shapeOf(schema)})`)}; `,
      )}
    </p>
  </section>`;
}

/** A shape in a word: a link where it has a name. */
function shapeOf(schema: Json): Markup | string {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1)! : undefined;
  if (name !== undefined) return html`<a href="#${name}">${name}</a>`;
  if (Array.isArray(schema.enum)) return schema.enum.join(', ');
  return typeof schema.type === 'string' ? schema.type : '';
}
