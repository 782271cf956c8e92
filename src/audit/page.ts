import { audit } from './engine.js';
import { parseRecord, viewOfNoted } from './notation.js';
import type { Example, Rule, Scope } from './rule.js';

const scopes: Readonly<Record<Scope, string>> = {
  story: 'each story by itself',
  any: 'a story by itself, and the whole record',
  record: 'the whole record',
};

/** The docs page of a rule: its header, and its examples with what it says to them. Markdown, the same for the same rule. */
export function rulePage(rule: Rule): string {
  const reports = rule.examples.filter((e) => e.finds.length > 0);
  const silent = rule.examples.filter((e) => e.finds.length === 0);
  return [
    `# ${rule.id}`,
    `**${rule.title}.** Severity: ${rule.severity}. Looks at: ${scopes[rule.scope]}.`,
    rule.description,
    `**Tolerance.** ${rule.tolerance}`,
    `**Method.** ${rule.source}`,
    '## Reports',
    ...reports.map((e) => exampleText(rule, e)),
    '## Stays silent',
    ...silent.map((e) => exampleText(rule, e)),
  ]
    .join('\n\n')
    .concat('\n');
}

function exampleText(rule: Rule, example: Example): string {
  const name = example.name.replace(/^near miss: /, '');
  const record = example.record
    .split('\n')
    .map((l) => l.trim())
    .join('\n');
  const said = audit(viewOfNoted(parseRecord(example.record)), [rule]).findings.map((f) => {
    const suggestion = f.suggestion === null ? '' : ` Suggestion: ${f.suggestion}`;
    return `- ${f.severity} at «${f.evidence[0]!.quote}»: ${f.message}.${suggestion}`.replace('?.', '?');
  });
  const block = `### ${name[0]!.toUpperCase()}${name.slice(1)}\n\n\`\`\`text\n${record}\n\`\`\``;
  return said.length === 0 ? block : `${block}\n\n${said.join('\n')}`;
}

/** The list of all rules by topic, with links to their pages. */
export function rulesIndex(rules: readonly Rule[]): string {
  const topics = [...new Set(rules.map((r) => r.id.split('/')[0]!))];
  const lines = topics.flatMap((topic) => [
    `## ${topic}`,
    '| rule | severity | what it reports |\n|---|---|---|\n'.concat(
      rules
        .filter((r) => r.id.startsWith(`${topic}/`))
        .map((r) => `| [${r.id}](${r.id}.md) | ${r.severity} | ${r.title} |`)
        .join('\n'),
    ),
  ]);
  const head = [
    '# Audit rules',
    `${rules.length} rules in ${topics.length} topics. Each page is made from the header of the rule's file in \`src/audit/rules\` by \`node tools/rules-docs.mjs\`; its examples are run as tests. The records of the examples are in the notation of \`src/audit/notation.ts\`, which is the corpus's for facts.`,
    '`error`: the numbers or dates cannot all be right. `warning`: very likely a fault, or something an editor must know. `note`: a question, or a slip of typing.',
  ];
  return `${[...head, ...lines].join('\n\n')}\n`;
}
