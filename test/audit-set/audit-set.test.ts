import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/engine.js';
import { parseRecord, unescapeCharacters, viewOfNoted } from '../../src/audit/notation.js';
import { rules } from '../../src/audit/rules.js';

interface Case {
  name: string;
  record: string;
  wanted: { rule: string; at: string }[];
}

/** The records of a file; what must be found is on the lines that begin with `!`. */
function casesIn(source: string): Case[] {
  return source
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [name, ...lines] = part.split('\n');
      const wanted = lines
        .filter((l) => l.startsWith('!'))
        .map((l) => {
          const m = /^! (\S+) «([^»]+)»$/.exec(l);
          if (!m) throw new Error(`${name}: "${l}" is not "! rule «words»"`);
          return { rule: m[1]!, at: unescapeCharacters(m[2]!) };
        });
      return { name: name!, record: lines.filter((l) => !l.startsWith('!')).join('\n'), wanted };
    });
}

const files = fs.readdirSync(import.meta.dirname).filter((f) => f.endsWith('.txt'));
const cases = files.sort().flatMap((f) => casesIn(fs.readFileSync(path.join(import.meta.dirname, f), 'utf8')));

function judge({ name, record, wanted }: Case) {
  const { findings, failures } = audit(viewOfNoted(parseRecord(record)));
  expect(failures, name).toEqual([]);
  const left = [...wanted];
  const alarms = findings.filter((f) => {
    const i = left.findIndex((w) => w.rule === f.rule && f.evidence[0]!.quote.includes(w.at));
    if (i >= 0) left.splice(i, 1);
    return i < 0;
  });
  return { hits: findings.length - alarms.length, said: findings.length, missed: left, alarms };
}

describe('the audit over its test set', () => {
  it('has 120 records or more, half of them without a fault, in all seven topics', () => {
    expect(files).toHaveLength(7);
    expect(cases.length).toBeGreaterThanOrEqual(120);
    const silent = cases.filter((c) => c.wanted.length === 0).length;
    expect(Math.abs(silent / cases.length - 0.5)).toBeLessThan(0.06);
    for (const w of cases.flatMap((c) => c.wanted)) expect(rules.map((r) => r.id)).toContain(w.rule);
  });

  it('finds 90% of the faults, and 95% of what it says is one', () => {
    let [hits, said, wanted] = [0, 0, 0];
    const wrong: string[] = [];
    for (const c of cases) {
      const r = judge(c);
      hits += r.hits;
      said += r.said;
      wanted += c.wanted.length;
      for (const w of r.missed) wrong.push(`missed: ${c.name}: ${w.rule} «${w.at}»`);
      for (const f of r.alarms) wrong.push(`false alarm: ${c.name}: ${f.rule} «${f.evidence[0]!.quote}» ${f.message}`);
    }
    const [precision, recall] = [hits / said, hits / wanted];
    console.log(
      `${cases.length} records: precision ${precision.toFixed(3)} (${hits}/${said}), recall ${recall.toFixed(3)} (${hits}/${wanted})`,
    );
    if (wrong.length > 0) console.log(wrong.join('\n'));
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
