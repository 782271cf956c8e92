/** What stands in the files of a format, as its page shows it: made from the columns and properties that the code writes. */
export interface Dictionary {
  format: string;
  title: string;
  /** Markdown paragraphs: what a file is, what is left out, how it is read. */
  about: readonly string[];
  tables: readonly DictionaryTable[];
}

/** One table of a page: a column, property or element with its meaning. */
export interface DictionaryTable {
  heading: string;
  /** What the names are: `column`, `property`. */
  of: string;
  rows: readonly (readonly [name: string, meaning: string])[];
}

/** The page of a format, as Markdown. */
export function dictionaryPage({ format, title, about, tables }: Dictionary): string {
  const parts = [`# ${title}`, `\`rapporteur export --format ${format}\`. This page is made from the code: \`npm run schema\`.`, ...about];
  for (const { heading, of, rows } of tables)
    parts.push(
      `## ${heading}`,
      [`| ${of} | meaning |`, '|---|---|', ...rows.map(([name, meaning]) => `| \`${name}\` | ${meaning} |`)].join('\n'),
    );
  return `${parts.join('\n\n')}\n`;
}

/** The page that lists the formats. */
export function dictionaryIndex(pages: readonly Dictionary[]): string {
  const rows = pages.map(({ format, title }) => `| [\`${format}\`](${format}.md) | ${title} |`);
  return `# What can be exported

\`rapporteur export --format FORMAT\` ([flags](../cli.md#export)). Each format has a data dictionary, made from the code: \`npm run schema\`. The same record
gives the same bytes, in whatever order its stories were read. Superseded versions of stories are left out.

The id of a statement is a hash of what is said: where two stories print the same sentence, both statements have it. Its **key** is unlike that of any other row: the
digits of the story's id, a colon, the statement's id. Every format names statements by it.

| format | what it is |
|---|---|
${rows.join('\n')}
`;
}
