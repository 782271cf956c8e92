import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { finding } from '../model/finding.js';
import { audit } from './engine.js';
import { parseRecord, viewOfNoted } from './notation.js';
import type { Example, Rule } from './rule.js';
import { rules } from './rules.js';

const folder = path.join(import.meta.dirname, 'rules');

/** What one rule finds in a record, judged by the engine as it would be in use. */
function run(rule: Rule, example: Example) {
  const noted = parseRecord(example.record);
  const { findings, failures } = audit(viewOfNoted(noted), [rule]);
  expect(failures).toEqual([]);
  for (const f of findings) {
    finding.parse(f);
    for (const place of f.evidence) {
      const text = Array.from(noted.texts.get(place.article)!);
      expect(text.slice(place.start, place.end).join('')).toBe(place.quote);
    }
  }
  return findings;
}

describe('the list of rules', () => {
  it('names every file of rules/, each by its path, in order', () => {
    const files = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((f) => f.split(path.sep).join('/'))
      .filter((f) => f.endsWith('.ts'))
      .map((f) => f.replace(/\.ts$/, ''))
      .sort();
    expect(rules.map((r) => r.id)).toEqual(files);
  });

  it.each(rules.map((r) => [r.id, r] as const))('%s: has a page, something it reports and a near miss', (_, rule) => {
    for (const text of [rule.title, rule.description, rule.tolerance, rule.source]) expect(text.length).toBeGreaterThan(0);
    expect(rule.title).not.toMatch(/[.。]$/);
    expect(rule.examples.some((e) => e.finds.length > 0)).toBe(true);
    expect(rule.examples.some((e) => e.finds.length === 0 && e.name.startsWith('near miss: '))).toBe(true);
    expect(rule.examples.every((e) => (e.finds.length === 0) === e.name.startsWith('near miss: '))).toBe(true);
    expect(new Set(rule.examples.map((e) => e.name)).size).toBe(rule.examples.length);
  });
});

describe.each(rules.map((r) => [r.id, r] as const))('%s', (_, rule) => {
  it.each(rule.examples.map((e) => [e.name, e] as const))('%s', (_, example) => {
    const findings = run(rule, example);
    expect(findings.map((f) => `${f.evidence[0]!.quote}: ${f.message}`)).toHaveLength(example.finds.length);
    example.finds.forEach((want, i) => {
      const got = findings[i]!;
      expect(got.evidence[0]!.quote).toContain(want.at);
      if (want.severity) expect(got.severity).toBe(want.severity);
      for (const part of want.says ?? []) expect(got.message).toContain(part);
      if (want.suggestion !== undefined) expect(got.suggestion).toBe(want.suggestion);
    });
  });
});
