// A module that reads, for failure runs: a text says by itself what is in it. `第N份` is the number of an agreement; `毒 NAME` is a poison.
import { createHash } from 'node:crypto';

const base = { item: 0, speaker: null, modality: 'actual', confidence: 1, rule: 'test', roles: {} };

const poisons = {
  hang: () => new Promise(() => setInterval(() => undefined, 1000)),
  loop: () => {
    for (;;);
  },
  exit: () => process.exit(3),
  refuse: () => {
    throw new Error('is poison');
  },
};

/** What a text says. `version` is said along, so that readings of two versions differ. */
export function reading({ source, bytes }, version) {
  const text = Buffer.from(bytes).toString();
  const id = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const statements = [...text.matchAll(/第\d+份/g)].map((match) => {
    const start = [...text.slice(0, match.index)].length;
    const said = { type: 'agreement', name: `${match[0]}协定`, parties: ['RU', 'VN'], status: null, date: `20${10 + version}` };
    const what = { ...base, ...said, start, end: start + [...match[0]].length, quote: match[0] };
    return { id: `sha256:${createHash('sha256').update(JSON.stringify(what)).digest('hex')}`, ...what };
  });
  const article = { id, source, language: 'zh', title: null, agency: null, place: null, published: null, passages: [] };
  return { source, text, reading: { article, statements, findings: [] }, problem: null };
}

export async function readSource(source) {
  const text = Buffer.from(source.bytes).toString();
  const poison = /^毒 (?<name>\w+)/.exec(text)?.groups.name;
  if (poison !== undefined) await poisons[poison]();
  await new Promise((done) => setTimeout(done, 4 + (text.length % 16)));
  return reading(source, Number(process.env.FAILURES_VERSION ?? 1));
}
