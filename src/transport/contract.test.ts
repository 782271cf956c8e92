import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NatsServer, natsInstalled } from '../../test/nats/server.js';
import { newDatabase } from '../../test/postgres/databases.js';
import { MemoryTransport } from './memory.js';
import { openTransport } from './open.js';
import type { Message, Transport } from './transport.js';

/** Short, so that deadlines pass while a test waits. */
const ackWait = 400;

let server: NatsServer | undefined;
let queues = 0;

interface Kind {
  name: string;
  present: boolean;
  /** Opens queues that are one; empty at first. */
  open(): Promise<() => Promise<Transport>>;
}

const kinds: readonly Kind[] = [
  {
    name: 'in this process',
    present: true,
    async open() {
      const one = new MemoryTransport({ ackWait });
      return async () => one;
    },
  },
  {
    name: 'PostgreSQL',
    present: true,
    async open() {
      const address = await newDatabase();
      return () => openTransport(address, { ackWait });
    },
  },
  {
    name: 'NATS JetStream',
    present: natsInstalled,
    async open() {
      const address = server!.address(`q${queues++}`);
      return () => openTransport(address, { ackWait, ahead: 8 });
    },
  },
];

beforeAll(async () => {
  if (natsInstalled) server = await NatsServer.start();
});
afterAll(() => server?.stop());

for (const kind of kinds) {
  describe.skipIf(!kind.present)(`a queue: ${kind.name}`, () => {
    let queue: Transport;
    let open: () => Promise<Transport>;
    beforeEach(async () => {
      open = await kind.open();
      queue = await open();
    });
    afterEach(() => queue.close());

    /** Takes until there are so many. */
    const take = async (count: number, from = queue): Promise<Message[]> => {
      const messages: Message[] = [];
      for (let tries = 0; messages.length < count && tries < 40; tries++) messages.push(...(await from.take(count - messages.length, 250)));
      return messages;
    };
    const ackAll = (messages: readonly Message[]): Promise<unknown> => Promise.all(messages.map((m) => m.ack()));
    const jobsOf = (messages: readonly Message[]): number[] => messages.map((m) => m.job);

    it('hands out in order, each to one', async () => {
      await queue.publish([1, 2, 3]);
      await queue.publish([4]);
      const messages = await take(4);
      expect(messages.map(({ job, deliveries }) => [job, deliveries])).toEqual([1, 2, 3, 4].map((n) => [n, 1]));
      await ackAll(messages);
      expect(await queue.take(9, 50)).toEqual([]);
      await expect.poll(() => queue.depth()).toEqual({ waiting: 0, taken: 0 });
    });
    it('wakes who waits', async () => {
      const waiting = queue.take(5, 30_000);
      await setTimeout(30);
      await queue.publish([7]);
      expect(jobsOf(await waiting)).toEqual([7]);
    });
    it('hands out again what is not acknowledged in time, and what is given back', async () => {
      await queue.publish([1, 2]);
      const [first, second] = await take(2);
      await first!.nak(0);
      const [again] = await take(1);
      expect([again!.job, again!.deliveries]).toEqual([1, 2]);
      await again!.ack();
      await setTimeout(ackWait);
      const [late] = await take(1);
      expect([late!.job, late!.deliveries]).toEqual([2, 2]);
      await second!.ack();
      await late!.ack();
      expect(await queue.take(9, ackWait + 100)).toEqual([]);
    });
    it('keeps for its taker what is being worked at', async () => {
      await queue.publish([1]);
      const [message] = await take(1);
      for (let i = 0; i < 4; i++) {
        await setTimeout(ackWait / 2);
        await message!.working();
      }
      expect(await queue.take(1, 50)).toEqual([]);
      await message!.ack();
    });
    it('gives two takers different messages, and the other those of one that closes', async () => {
      const other = await open();
      const all = Array.from({ length: 20 }, (_, i) => i);
      await queue.publish(all);
      const mine = await take(3);
      const theirs = await take(3, other);
      expect(new Set(jobsOf([...mine, ...theirs])).size).toBe(6);
      await ackAll(theirs);
      if (other !== queue) await other.close();
      await ackAll(mine);
      const seen = new Set(jobsOf([...mine, ...theirs]));
      for (let tries = 0; seen.size < all.length && tries < 40; tries++) {
        const more = await queue.take(5, 250);
        await ackAll(more);
        for (const job of jobsOf(more)) seen.add(job);
      }
      expect([...seen].sort((a, b) => a - b)).toEqual(all);
    });
    it('carries the same job twice', async () => {
      await queue.publish([5, 5]);
      const messages = await take(2);
      expect(jobsOf(messages)).toEqual([5, 5]);
      await ackAll(messages);
    });
  });
}

describe.skipIf(!natsInstalled)('a queue in NATS JetStream', () => {
  it('is made anew by a server that has lost it, and goes on after the server comes back', async () => {
    const own = await NatsServer.start();
    const queue = await openTransport(own.address(), { ackWait });
    await queue.publish([1, 2]);
    expect((await queue.take(2, 5000)).length).toBeGreaterThan(0);
    await own.kill();
    expect(await queue.depth()).toBeNull();
    own.wipe();
    await own.run();
    await expect
      .poll(
        () =>
          queue.publish([3]).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    await expect.poll(async () => (await queue.take(9, 200)).map((m) => m.job), { timeout: 20_000 }).toContain(3);
    await queue.close();
    await own.stop();
  });
});

describe('an address of a queue', () => {
  it('that leads nowhere is refused with its place and without its password', async () => {
    const refused = (address: string): Promise<string> =>
      openTransport(address).then(
        () => expect.fail('was opened'),
        (e: Error) => `${e.name}: ${e.message}`,
      );
    expect(await refused('nats://me:secret@127.0.0.1:1/q')).toMatch(
      /^TransportError: nats:\/\/127\.0\.0\.1:1\/q cannot be reached: [^\n]*\.$/,
    );
    expect(await refused('postgres://me:secret@127.0.0.1:1/q')).toMatch(
      /^TransportError: postgres:\/\/127\.0\.0\.1:1\/q does not answer: [^\n]*\.$/,
    );
    expect(await refused('amqp://me:secret@host/q')).toMatch(/^TransportError: amqp:\/\/host\/q is no address of a queue/);
    expect(await refused('nats://127.0.0.1:1/a.b')).toMatch(/is no name of a queue/);
  });
});
