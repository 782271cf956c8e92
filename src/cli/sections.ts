import { type Column, table } from './table.js';
import { visible } from './width.js';

/** Values of any shape under headings: a list of objects becomes a table, an object lines, the rest a line each. */
export function sections(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}\n${indent(shown(value))}`)
    .join('\n');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) {
    if (value.length === 0) return 'nothing';
    if (value.every(isRecord)) return rowsOf(value);
    return value.map((v) => cell(v)).join('\n');
  }
  if (isRecord(value)) {
    const lines = Object.entries(value).map(([name, v]) => `${name}: ${cell(v)}`);
    return lines.length > 0 ? lines.join('\n') : 'nothing';
  }
  return cell(value);
}

function rowsOf(values: readonly Readonly<Record<string, unknown>>[]): string {
  const names = [...new Set(values.flatMap((v) => Object.keys(v)))];
  const columns: Column[] = names.map((head) => ({ head }));
  return table(
    columns,
    values.map((v) => names.map((name) => (v[name] === undefined ? '' : cell(v[name])))),
  ).trimEnd();
}

function cell(value: unknown): string {
  if (typeof value === 'string') return visible(value);
  return visible(JSON.stringify(value) ?? '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function indent(text: string): string {
  return `${text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}\n`;
}
