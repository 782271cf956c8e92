import { describe, expect, it } from 'vitest';
import { type Answer, KeptAnswers, type KeptAnswersOptions } from './kept-answers.js';

const question = { url: 'http://here/api/v1/overview', asCsv: false };

/** A record with a clock, which answers with how often it was asked. */
function stage(options: Partial<KeptAnswersOptions> = {}) {
  const at = { time: 0, own: 0, others: 0, made: 0, takes: 0, status: 200, busy: false };
  const begun: (() => void)[] = [];
  const answers = new KeptAnswers({
    async make() {
      const n = ++at.made;
      if (at.takes > 0) await new Promise<void>((done) => begun.push(done));
      at.time += at.takes;
      return { status: at.status, headers: [], body: new TextEncoder().encode(String(n)), isPacked: false, took: at.takes };
    },
    threads: () => 1,
    isBusy: () => at.busy,
    written: async () => ({ own: at.own, others: String(at.others) }),
    patience: 5,
    now: () => at.time,
    ...options,
  });
  const text = ({ body }: Answer): string => new TextDecoder().decode(body);
  const ask = async (asked = question): Promise<[string, number]> => {
    const { answer, age } = await answers.answer(asked);
    return [text(answer), age];
  };
  return { at, ask, finish: () => begun.splice(0).forEach((done) => void done()) };
}

describe('answers that are kept', () => {
  it('hold for as long as nobody writes, however long', async () => {
    const { at, ask } = stage();
    expect(await ask()).toEqual(['1', 0]);
    at.time = 1e9;
    expect(await ask()).toEqual(['1', 0]);
  });
  it('are of one question each: a table is another answer', async () => {
    const { ask } = stage();
    expect(await ask()).toEqual(['1', 0]);
    expect(await ask({ ...question, asCsv: true })).toEqual(['2', 0]);
    expect(await ask({ ...question, url: `${question.url}?limit=1` })).toEqual(['3', 0]);
    expect(await ask()).toEqual(['1', 0]);
  });
  it('are made anew after what this process has written, at once', async () => {
    const { at, ask } = stage();
    await ask();
    at.own++;
    expect(await ask()).toEqual(['2', 0]);
  });
  it('rest for a second where others write, then are made anew', async () => {
    const { at, ask } = stage();
    await ask();
    at.others++;
    at.time = 999;
    expect(await ask()).toEqual(['1', 999]);
    at.time = 1000;
    expect(await ask()).toEqual(['2', 0]);
  });
  it('are given as they were where the newer one takes long, up to the greatest age', async () => {
    const { at, ask, finish } = stage();
    await ask();
    at.others++;
    at.time = 200_000;
    at.takes = 1;
    expect(await ask()).toEqual(['1', 200_000]);
    at.time = 300_001;
    const waiting = ask();
    await new Promise((done) => setImmediate(done));
    finish();
    expect(await waiting).toEqual(['2', 0]);
    expect(at.made).toBe(2);
  });
  it('are not waited for where much else is being made, and are there for whoever asks later', async () => {
    const { at, ask } = stage({ patience: 1e9 });
    await ask();
    at.others++;
    at.time = 5000;
    at.busy = true;
    expect(await ask()).toEqual(['1', 5000]);
    expect(await ask()).toEqual(['2', 0]);
  });
  it('that were begun before this process wrote are of no use to who asks after', async () => {
    const { at, ask, finish } = stage();
    at.takes = 1;
    const early = ask();
    await new Promise((done) => setImmediate(done));
    at.own++;
    const late = ask();
    await new Promise((done) => setImmediate(done));
    finish();
    expect(await early).toEqual(['1', 0]);
    expect(await late).toEqual(['2', 0]);
    at.takes = 0;
    expect(await ask()).toEqual(['2', 0]);
  });
  it('are made once for all who ask meanwhile', async () => {
    const { at, ask, finish } = stage();
    at.takes = 1;
    const all = [ask(), ask(), ask()];
    await new Promise((done) => setImmediate(done));
    finish();
    expect(await Promise.all(all)).toEqual([
      ['1', 0],
      ['1', 0],
      ['1', 0],
    ]);
  });
  it('are kept only where they are none of a refusal, and not beyond the room', async () => {
    const { at, ask } = stage({ most: 6000 });
    at.status = 404;
    await ask();
    expect(await ask()).toEqual(['2', 0]);
    at.status = 200;
    for (let i = 0; i < 4; i++) await ask({ ...question, url: `http://here/${i}` });
    const before = at.made;
    for (let i = 0; i < 4; i++) await ask({ ...question, url: `http://here/${i}` });
    expect(at.made).toBe(before);
    for (let i = 0; i < 10; i++) await ask({ ...question, url: `http://here/more/${i}` });
    await ask({ ...question, url: 'http://here/0' });
    expect(at.made).toBe(before + 11);
  });
  it('do not hide that one cannot be made', async () => {
    const { ask } = stage({ make: () => Promise.reject(new Error('no')) });
    await expect(ask()).rejects.toThrow('no');
  });
});
