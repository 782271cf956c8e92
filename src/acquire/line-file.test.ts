import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openSources } from './files.js';
import { storiesIn } from './stories.js';

const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const told = (i: number): string => `6月${i}日，越南外长在金边会见了柬埔寨首相。`;
const lines = Array.from({ length: 20 }, (_, i) => JSON.stringify({ title: `会见${i + 1}`, text: told(i + 1) }));

async function stories(name: string, bytes: string | Uint8Array, limit: number): Promise<string[]> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const sources = await openSources([file], { limit });
  const out: string[] = [];
  for await (const s of storiesIn(sources.read()))
    out.push(`${path.basename(s.source)}: ${'error' in s ? s.error.code : Buffer.from(s.bytes).toString().trimEnd().split('\n').at(-1)}`);
  return out;
}

describe('a file of one story a line', () => {
  const expected = lines.map((_, i) => `a.jsonl#${i + 1}: ${told(i + 1)}`);

  it('gives the same stories whether it is read at once or, being larger than one document may be, line by line', async () => {
    expect(await stories('a.jsonl', lines.join('\n'), 1_000_000)).toEqual(expected);
    expect(await stories('a.jsonl', `${lines.join('\r\n')}\r\n`, 200)).toEqual(expected);
  });

  it('may be packed', async () => {
    expect(await stories('a.jsonl.gz', gzipSync(lines.join('\n')), 200)).toEqual(expected.map((s) => s.replace('.jsonl', '.jsonl.gz')));
  });

  it('loses a line that is too long, broken or empty, and no other; numbers stay those of the file', async () => {
    const long = JSON.stringify({ text: '长'.repeat(100_000) });
    const mixed = [lines[0], long, '', '{"broken":', lines[4], long].join('\n');
    expect(await stories('b.ndjson', mixed, 1_000)).toEqual([
      `b.ndjson#1: ${told(1)}`,
      'b.ndjson#2: too-big',
      'b.ndjson#4: json',
      `b.ndjson#5: ${told(5)}`,
      'b.ndjson#6: too-big',
    ]);
  });

  it('that was cut off in its packing gives the lines before the cut and says so', async () => {
    const noise = Array.from({ length: 3_000 }, (_, i) =>
      JSON.stringify({ text: told(1), id: ((i * 2_654_435_761) % 4_294_967_296).toString(36) }),
    );
    const packed = gzipSync(noise.join('\n'));
    const got = await stories('c.jsonl.gz', packed.subarray(0, packed.length - 2_000), 1_000);
    expect(got.length).toBeGreaterThan(1_000);
    expect(got.slice(0, -1).every((s) => s.endsWith(told(1)))).toBe(true);
    expect(got.at(-1)).toMatch(/: packed$/);
  });

  it('that is not packed in spite of its name is read all the same', async () => {
    expect(await stories('d.jsonl.gz', lines.slice(0, 2).join('\n'), 1_000)).toHaveLength(2);
  });
});
