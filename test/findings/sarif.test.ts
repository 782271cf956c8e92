import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findingsSarif, uriOf } from '../../src/export/findings/sarif.js';
import { reported } from './reported.js';

/** What the standard (OASIS SARIF 2.1.0) requires of the objects that are written, by section. Unknown properties are refused. */
const text = z.string().min(1);
const message = z.strictObject({ text }); // 3.11
const multiformat = z.strictObject({ text, markdown: text.optional() }); // 3.12
const uri = z.string().regex(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?%#]*$/); // 3.10: RFC 3986
const artifactLocation = z.strictObject({ uri }); // 3.4
const one = z.int().positive();
const region = z.strictObject({
  ...{ startLine: one, startColumn: one, endLine: one, endColumn: one }, // 3.30
  snippet: z.strictObject({ text: z.string() }).optional(),
});
const physicalLocation = z.strictObject({ artifactLocation, region: region.optional() }); // 3.29
const location = z.strictObject({ id: z.int().nonnegative().optional(), physicalLocation, message: message.optional() }); // 3.28
const level = z.enum(['none', 'note', 'warning', 'error']);
const descriptor = z.strictObject({
  ...{ id: text, shortDescription: multiformat, fullDescription: multiformat, help: multiformat }, // 3.49
  defaultConfiguration: z.strictObject({ level }), // 3.50
});
const replacement = z.strictObject({ deletedRegion: region, insertedContent: z.strictObject({ text: z.string() }) }); // 3.57
const result = z.strictObject({
  ...{ ruleId: text, ruleIndex: z.int().min(-1), level, message }, // 3.27
  locations: z.array(location).min(1),
  relatedLocations: z.array(location),
  partialFingerprints: z.record(z.string().regex(/^[^/]+\/v\d+$/), text), // 3.27.17
  suppressions: z.array(z.strictObject({ kind: z.enum(['inSource', 'external']), justification: text })).optional(), // 3.35
  fixes: z
    .array(
      z.strictObject({
        description: message, // 3.55
        artifactChanges: z.array(z.strictObject({ artifactLocation, replacements: z.array(replacement).min(1) })).min(1), // 3.56
      }),
    )
    .optional(),
});
const notification = z.strictObject({ level, message, locations: z.array(location) }); // 3.58
const run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({ name: text, version: text, semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/), rules: z.array(descriptor) }),
  }), // 3.18, 3.19
  columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']), // 3.14.17
  invocations: z.array(z.strictObject({ executionSuccessful: z.boolean(), toolExecutionNotifications: z.array(notification) })), // 3.20
  results: z.array(result), // 3.14.23
});
const log = z.strictObject({ $schema: z.url(), version: z.literal('2.1.0'), runs: z.tuple([run]) }); // 3.13

const rules = ['check/ignore', 'figures/power-of-ten', 'text/body-repeated', 'text/look-alike-characters', 'text/unbalanced-quotes'].map(
  (id) => ({ id, severity: 'note' as const, title: `Title of ${id}`, description: `Description of ${id}` }),
);
const made = (problems: Parameters<typeof findingsSarif>[0]['problems'] = []) =>
  log.parse(JSON.parse(findingsSarif({ version: '1.2.3', rules, reported, problems }))).runs[0];

describe('SPEC R-75: SARIF 2.1.0', () => {
  it('has what the standard requires, with findings and without', () => {
    expect(made().results).toHaveLength(4);
    const empty = findingsSarif({ version: '1.2.3', rules, reported: [], problems: [] });
    expect(log.parse(JSON.parse(empty)).runs[0].results).toEqual([]);
  });
  it('names the rules that found something, and each result points at its own', () => {
    const { results, tool } = made();
    expect(tool.driver.rules.map((r) => r.id)).toEqual(['figures/power-of-ten', 'text/body-repeated', 'text/look-alike-characters']);
    for (const r of results) expect(tool.driver.rules[r.ruleIndex]?.id).toBe(r.ruleId);
    expect(results.map((r) => r.level)).toEqual(['error', 'warning', 'note', 'note']);
  });
  it('stands in the draft, relates to the earlier story, and carries its fingerprint', () => {
    const [first] = made().results;
    expect(first?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'in/%E7%A8%BF%201.txt' },
          region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 9, snippet: { text: '总额100亿美元' } },
        },
      },
    ]);
    expect(first?.relatedLocations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'archive/old.txt' }, region: { startLine: 2 } },
      message: { text: 'Held against “总额10亿美元”' },
    });
    expect(first?.partialFingerprints).toEqual({ 'rapporteurFinding/v1': '0123456789abcdef' });
    expect(first?.message.text).toBe('10 times, 100%. Suggestion: 10亿');
  });
  it('gives suppressions their reason, and a fix for typography only', () => {
    const { results } = made();
    expect(results.map((r) => r.suppressions)).toEqual([
      undefined,
      undefined,
      [{ kind: 'external', justification: 'as printed' }],
      [{ kind: 'inSource', justification: 'on purpose' }],
    ]);
    expect(results.map((r) => r.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent.text)).toEqual([
      undefined,
      '行',
      undefined,
      undefined,
    ]);
  });
  it('names drafts that could not be read', () => {
    const refused = made([{ source: 'x.txt', message: 'is empty (nothing to read)', fatal: true }]).invocations[0];
    expect(refused).toMatchObject({ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] });
    expect(made([{ source: 'x.txt', message: 'is cut', fatal: false }]).invocations[0]?.executionSuccessful).toBe(true);
  });
  it('writes paths as URI references', () => {
    expect(['a/b c#1.txt', '/tmp/稿.txt', 'c:d/e', 'C:\\in\\a.txt', 'https://example.org/a?b=1', '-', 'x\ud800'].map(uriOf)).toEqual([
      'a/b%20c%231.txt',
      'file:///tmp/%E7%A8%BF.txt',
      'c%3Ad/e',
      'file:///C:/in/a.txt',
      'https://example.org/a?b=1',
      '-',
      'x%EF%BF%BD',
    ]);
  });
});
