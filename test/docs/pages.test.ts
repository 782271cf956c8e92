import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/model/kinds/registry.js';
import { rooms } from '../laws/table.js';
import { anchors, codeSpans, exists, filesUnder, pages, readText, root, tableUnder, withoutFences } from './pages.js';

const scripts = (JSON.parse(readText('package.json')) as { scripts: Record<string, string> }).scripts;
/** What stands for a name that somebody chooses. */
const placeholder = /NNN/;
/** What the project makes or keeps out of git, and pages may still name. */
const made = /^(dist|node_modules|src\/generated|rapporteur\.db|\.tmp|\.\.\/shared)/;

describe.each(pages())('%s', (page) => {
  const text = readText(page);

  it('links lead somewhere', () => {
    const links = [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1]!).filter((link) => !/^[a-z]+:/.test(link));
    const dead = links.filter((link) => {
      const [file, anchor] = link.split('#');
      const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file!);
      return !exists(target) || (anchor !== undefined && !anchors(readText(target)).has(anchor));
    });
    expect(dead).toEqual([]);
  });

  it('scripts that it names exist', () => {
    const named = [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map((m) => m[1]!);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('files and folders that it names exist', () => {
    const paths = codeSpans(text).filter(
      (span) => /^(src|test|tools|bench|docs|corpus|bin|\.ci)\/[\w./-]*$/.test(span) && !made.test(span) && !placeholder.test(span),
    );
    expect(paths.filter((file) => !exists(file))).toEqual([]);
  });
});

const byHand = pages().filter((page) => !page.startsWith('docs/rules/'));
describe.each(byHand)('%s', (page) => {
  it('a section that gives a measured number names the command that measures it', () => {
    const measured = /\d\s?(MB\/s|articles\/s|articles per second|ms\b|seconds\b|% of jieba|times (as|what) )|\bF1\b[^.\n]*\d/;
    const sections = readText(page)
      .split(/^(?=#{1,6} )/m)
      .filter((section) => measured.test(section));
    const silent = sections.filter((section) => !/(npm (run|test|start)|node (tools|bench)\/|npx (rapporteur|tsx))/.test(section));
    expect(silent.map((section) => section.split('\n')[0])).toEqual([]);
  });
});

describe('pages made from the code', () => {
  it('docs/schema is what the schemas say: npm run schema', () => {
    const check = spawnSync(process.execPath, ['tools/schema.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    expect([check.status, check.stderr.replace(/^npm warn.*\n/gm, '')]).toEqual([0, '']);
  });
  it('docs/schema.md has a section for every kind and a row for every field', () => {
    const page = readText('docs/schema.md');
    const base = tableUnder(page, 'What every statement has').map((cells) => cells[0]);
    for (const kind of Object.values(kinds)) {
      const rows = tableUnder(page, `${kind.label.en} (\`${kind.type}\`)`).map((cells) => cells[0]!);
      const fields = [...base, ...rows].map((cell) => codeSpans(cell!)[0]);
      expect([kind.type, Object.keys(kind.schema.shape).filter((f) => !fields.includes(f))]).toEqual([kind.type, []]);
    }
  });
  it('every audit rule has its page, and every page its rule', () => {
    const rules = filesUnder('src/audit/rules', /^src\/audit\/rules\/[^/]+\/[^/]+(?<!\.test)\.ts$/);
    const ids = rules.map((file) => file.replace('src/audit/rules/', '').replace('.ts', ''));
    const documented = filesUnder('docs/rules', /^docs\/rules\/[^/]+\/[^/]+\.md$/);
    expect(documented.map((file) => file.replace('docs/rules/', '').replace('.md', ''))).toEqual(ids);
  });
});

describe('ARCHITECTURE.md', () => {
  const rows = tableUnder(readText('ARCHITECTURE.md'), 'The rooms').map((cells) => ({
    names: codeSpans(cells[0]!).map((span) => span.replace(/\/.*$/, '')),
    imports: cells[2]!,
    packages: codeSpans(cells[3]!),
    pure: cells[4] === 'yes',
    planned: cells[0]!.startsWith('('),
  }));
  const above = (at: number): string[] => rows.slice(0, at).flatMap((row) => row.names);

  it('has the rooms of the law, in its order', () => expect(rows.flatMap((row) => row.names)).toEqual(Object.keys(rooms)));
  it('puts those in brackets that are empty, and no other', () => {
    const empty = rows.filter((row) => row.names.every((name) => filesUnder(`src/${name}`, /\.ts$/).length === 0));
    expect(rows.filter((row) => row.planned)).toEqual(empty);
  });
  it('says of each what the law says', () => {
    rows.forEach((row, at) => {
      const imports = row.imports === 'every row above' ? above(at) : codeSpans(row.imports);
      for (const name of row.names) {
        const law = rooms[name]!;
        const said = { imports: [...imports].sort(), packages: row.packages, pure: row.pure };
        expect([name, said]).toEqual([name, { imports: [...law.imports].sort(), packages: [...law.packages], pure: law.pure }]);
      }
    });
  });
});

describe('README.md', () => {
  const blocks = [...readText('README.md').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((m) => m[1]!.trim().split('\n'));
  it('gives the two commands first', () => {
    expect(blocks[0]?.map((line) => line.replace(/\s+#.*$/, ''))).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });
});
