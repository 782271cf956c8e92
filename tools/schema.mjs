#!/usr/bin/env node
// Writes docs/schema/*.json (JSON Schema, draft 2020-12) and docs/schema.md from the zod schemas of src/model.
// With --check it writes nothing and exits 1 where a page is not what the schemas say.
import fs from 'node:fs';
import path from 'node:path';
import { register } from 'tsx/esm/api';

register();
const { z } = await import('zod');
const { line, schemaVersion } = await import('../src/model/article.ts');
const { kinds } = await import('../src/model/kinds/registry.ts');
const { base } = await import('../src/model/statement.ts');

const docs = path.join(import.meta.dirname, '..', 'docs');
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** One line for the shape of a field: `text or null`, `list of {name, office}`, `one of a, b`. */
function shape(s) {
  if (s.const !== undefined) return `\`${s.const}\``;
  if (s.enum) return `one of ${s.enum.map((v) => `\`${v}\``).join(', ')}`;
  if (s.anyOf) return s.anyOf.map(shape).join(' or ');
  if (Array.isArray(s.type)) return s.type.map((type) => shape({ type })).join(' or ');
  if (s.type === 'array') return `list of ${shape(s.items)}`;
  if (s.type === 'object')
    return s.properties
      ? `{${Object.keys(s.properties)
          .map((k) => `\`${k}\``)
          .join(', ')}}`
      : 'object';
  if (s.type === 'integer') return 'whole number';
  return { string: 'text', null: 'null', number: 'number', boolean: 'true or false' }[s.type] ?? 'any';
}

/** What a field means where its schema does not say so itself. */
const meanings = {
  language: 'BCP 47 tag of the main story; null where it is not recognised',
  title: 'as printed, without the line break',
  agency: 'acronym of the agency that wrote it (`VNA`, `XINHUA`)',
  place: 'where, in the words of the text',
  published: 'day of publication, how it is known, and the words it rests on',
  passages: 'stretches of the text with one role each; `item` 0 is the main story',
  rule: 'id of the rule that found it: its page is `docs/rules/<id>.md`',
  severity: 'how sure and how bad: an `error` cannot be right as it stands',
  message: 'what does not add up, in one sentence',
  evidence: 'the place itself first, then what it is held against',
  suggestion: 'what was probably meant; the record keeps what was printed',
  quote: 'the raw text from `start` to `end`, exactly',
  start: 'first code point of the quote in the text as read',
  end: 'the code point after the quote',
  speaker: 'whom the text makes responsible for the sentence; null is the reporter',
  modality: 'happened or holds, is planned, is possible, is denied',
  confidence: '0 to 1: the share of hand-judged statements with the same marks that were not wrong (docs/accuracy.md)',
  type: 'which kind of fact',
  date: 'when it happened or took effect',
  actors: 'who took part and how; name, office or country may be missing, never all three',
  countries: 'the states and groups of states that took part',
  format: 'how they met',
  object: 'what was given, bought or signed, and how much of it',
  plover: 'type and mode of the PLOVER codebook',
  cameo: 'CAMEO code that stands closest',
  measure: 'what is counted; `trade.flow` is goods from `from` to `to`, `trade.total` both ways',
  value: 'as the text states it, even where it is plainly wrong; null where only growth is given',
  unit: 'ISO 4217 for money, `count` or the counted thing for counts',
  from: 'whose goods, money or people',
  to: 'where they go',
  period: 'the time that the figure covers',
  due: 'by when',
  by: 'who says or undertakes it',
  about: 'whom it is about',
  bound: 'about, over, under … the value; `some` where the amount is not said',
  person: 'the name as first written in full',
  aliases: 'other spellings and short forms in the same story',
  latin: 'the name in Latin letters where the text gives it',
  office: "without the country's name",
  organisation: 'the body in which the office is held',
  name: 'as the text writes it',
  parties: 'the states and groups of states between which it stands',
  status: 'how far it has come',
  parts: 'its sub-committees and working groups that the text names',
  session: 'number of the session (第22次 is 22)',
  chairs: 'who chairs it',
  level: 'in the words of the text (全面战略伙伴关系)',
  strength: 'how firmly, from agreed to considering',
  action: 'what is to be done, in the words of the text',
  stance: 'for, against or neither',
  topic: 'on what, in the words of the text',
};
/** Fields whose name means another thing in one kind. */
const meaningsOf = {
  event: { kind: 'what happened', place: 'where it happened, in the words of the text' },
  relation: { kind: 'what the sentence says about the relation' },
  commitment: { to: 'towards whom' },
  project: { place: 'where it is built, in the words of the text' },
  article: { place: 'place of the dateline, in the words of the text' },
};

function describe(name, s, kind) {
  const own = s.description ?? s.anyOf?.find((part) => part.description)?.description ?? s.items?.description;
  const meaning = meaningsOf[kind]?.[name] ?? (s.description ? own : [meanings[name], own].filter(Boolean).join('; '));
  if (!meaning) throw new Error(`field ${name} of ${kind}: say what it means, with .describe() in its schema`);
  return meaning;
}

function fieldTable(kind, schema, leaveOut = []) {
  const rows = Object.entries(schema.properties)
    .filter(([name]) => !leaveOut.includes(name))
    .map(
      ([name, s]) =>
        `| \`${name}\`${schema.required?.includes(name) ? '' : ' (may be absent)'} | ${shape(s)} | ${describe(name, s, kind)} |`,
    );
  return ['| field | shape | meaning |', '|---|---|---|', ...rows].join('\n');
}

const list = (names) => (names.length > 0 ? names.map((n) => `\`${n}\``).join(', ') : 'none');
const whole = z.toJSONSchema(line);
const byKind = Object.values(kinds).map((kind) => [kind, z.toJSONSchema(kind.schema)]);
const shared = Object.keys(base.shape);

const page = `# The output, field by field

Generated from the schemas in \`src/model\` by \`npm run schema\`; edit those. One line of \`rapporteur read --format jsonl\` is one object
{\`schemaVersion\`, \`article\`, \`statements\`, \`findings\`}: [reading.json](schema/reading.json). What the fields mean beyond their shape (offsets, dates, money) is in
[SPEC.md](../SPEC.md).

## Versions

The version of these fields is **${schemaVersion}**. Every line of JSON has it as \`schemaVersion\`; so do [exported](exports/README.md) JSON Lines, Parquet files (in their metadata) and
SQLite files (in the table \`about\`), and the [library](library.md). It is \`major.minor\` and does not follow the version of the program.

| what changes | version |
|---|---|
| a field or a type of statement is added; a field that may be absent is always there from now on; a list of values (kinds of events, measures, stages, roles) has one more | minor |
| a field is dropped or renamed, has another shape or unit, or another meaning; a value is dropped from a list; a field that was always there may be absent | major |
| what is read of a story, \`confidence\`, the ids of reading rules, the words of a \`message\`; the audit rules that there are; the order of fields in an object | none |

Who reads the output passes over fields and types that they do not know, and takes an unknown value of a list for "other": then no minor version breaks anything. Clause R-35 of
[SPEC.md](../SPEC.md) promises that nothing is dropped or renamed, so that a major version would be a new format beside this one, chosen by name. The same holds for the columns of exported tables and
of [the record's views](record.md#reading-the-record-with-other-programs). Ids and keys of statements and claims are hashes of what was read: equal under one version of the program, not
across versions that read a sentence otherwise.

## Article

${fieldTable('article', whole.properties.article)}

## Finding

${fieldTable('finding', whole.properties.findings.items)}

## What every statement has

${fieldTable('statement', z.toJSONSchema(base))}

${byKind
  .map(
    ([kind, schema]) => `## ${kind.label.en} (\`${kind.type}\`)

${kind.label.zh} · ${kind.label.vi} · ${kind.label.ru} · [${kind.type}.json](schema/${kind.type}.json)

${fieldTable(kind.type, schema, shared)}

Statements are one claim where they agree on: ${list(kind.identity)}. They contradict each other on: ${list(kind.conflict)}.`,
  )
  .join('\n\n')}
`;

const files = new Map([
  ['schema.md', page],
  ['schema/reading.json', json(whole)],
  ...byKind.map(([kind, schema]) => [`schema/${kind.type}.json`, json(schema)]),
]);

const read = (file) => (fs.existsSync(path.join(docs, file)) ? fs.readFileSync(path.join(docs, file), 'utf8') : undefined);
const present = fs.existsSync(path.join(docs, 'schema')) ? fs.readdirSync(path.join(docs, 'schema')).map((f) => `schema/${f}`) : [];
const stale = [...[...files].filter(([file, text]) => read(file) !== text).map(([file]) => file), ...present.filter((f) => !files.has(f))];

if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`docs/${file} is not what src/model says: npm run schema`);
  process.exit(stale.length > 0 ? 1 : 0);
}
fs.rmSync(path.join(docs, 'schema'), { recursive: true, force: true });
fs.mkdirSync(path.join(docs, 'schema'), { recursive: true });
for (const [file, text] of files) fs.writeFileSync(path.join(docs, file), text);
console.log(`${files.size} files under docs: ${stale.length} changed`);
