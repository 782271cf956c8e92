import { createHmac, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { apart } from '../../model/sentence.js';
import { Problem } from '../api/problem.js';
import { type Rate, RateLimit } from './rate.js';
import { type Holder, holderOf, includes, type Role } from './tokens.js';
import type { WriteLog } from './write-log.js';

/** What asking costs: `write` changes something, `heavy` takes long. */
export type Cost = 'read' | 'write' | 'heavy';

/** Who asks. */
export interface Caller {
  name: string;
  role: Role;
  /** Address of the client; `local` where there is no network. */
  from: string;
}

export interface GateOptions {
  /** Those who may use the server; `null` where whoever reaches it may do everything, as on one's own machine. */
  holders: readonly Holder[] | null;
  /** How somebody without a token is called in logs and decisions. */
  localName: string;
  /** What was changed by whom; `null` to keep nothing. */
  log: WriteLog | null;
  rates?: Partial<Record<Cost | 'wrong', Rate>>;
  /** Milliseconds. */
  now?: () => number;
}

/** For one client. `wrong`: tokens that are nobody's. */
const usualRates: Readonly<Record<Cost | 'wrong', Rate>> = {
  read: { burst: 1000, perSecond: 500 },
  write: { burst: 100, perSecond: 20 },
  heavy: { burst: 40, perSecond: 8 },
  wrong: { burst: 20, perSecond: 1 },
};

/** Lets in who may come in, and notes what they change. */
export class Gate {
  readonly log: WriteLog | null;
  readonly #holders: readonly Holder[] | null;
  readonly #localName: string;
  readonly #now: () => number;
  readonly #limits: Readonly<Record<Cost | 'wrong', RateLimit>>;

  constructor({ holders, localName, log, rates = {}, now = Date.now }: GateOptions) {
    this.#holders = holders;
    this.#localName = localName;
    this.log = log;
    this.#now = now;
    const limit = (cost: Cost | 'wrong') => new RateLimit(rates[cost] ?? usualRates[cost], now);
    this.#limits = { read: limit('read'), write: limit('write'), heavy: limit('heavy'), wrong: limit('wrong') };
  }

  /** Whether whoever asks must show a token. */
  get needsToken(): boolean {
    return this.#holders !== null;
  }

  /** Who asks. Throws a `Problem` where they may not do this, ask too often, or where a page of another address asks for them. */
  enter(c: Context, role: Role, cost: Cost): Caller {
    const caller = this.#who(c);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseOtherPages(c);
    const wait = this.#limits[cost].take(this.#holders ? caller.name : caller.from);
    if (wait > 0) throw tooOften(wait);
    if (!includes(caller.role, role))
      throw new Problem(403, 'role', apart`This needs the role ${role}; the token has the role ${caller.role}.`);
    return caller;
  }

  /**
   * An address that its caller may look at without sending a token, for links, frames and feed readers: this one address, for reading only, as long as
   * the token stands and for so many seconds (`null`: no longer bound). Without tokens the address itself.
   */
  link(caller: Caller, address: string, seconds: number | null): string {
    const holder = this.#holders?.find(({ name }) => name === caller.name);
    if (!holder) return address;
    const { pathname, search } = new URL(address, 'http://localhost');
    const until = seconds === null ? '' : String(Math.floor(this.#now() / 1000) + seconds);
    const signed = `${encodeURIComponent(holder.name)}.${until}.${signature(holder, pathname + search, until).toString('base64url')}`;
    return `${pathname}${search}${search === '' ? '?' : '&'}signed=${encodeURIComponent(signed)}`;
  }

  /** Whose link it is that is asked for; `undefined` where it is no link of ours, or its time is over. */
  #linked(c: Context): Holder | undefined {
    const url = new URL(c.req.url);
    const [, name, until, key] = /^([^.]+)\.(\d*)\.([\w-]{43})$/.exec(url.searchParams.get('signed') ?? '') ?? [];
    if (name === undefined || c.req.method !== 'GET' || (until !== '' && Number(until) < this.#now() / 1000)) return undefined;
    // the signature comes last, and is no part of what is signed
    const address = `${url.pathname}${url.search}`.replace(/[?&]signed=[^&]*$/, '');
    const given = Buffer.from(key!, 'base64url');
    return this.#holders?.find(
      (holder) => encodeURIComponent(holder.name) === name && timingSafeEqual(signature(holder, address, until!), given),
    );
  }

  #who(c: Context): Caller {
    const from = addressOf(c);
    if (this.#holders === null) return { name: this.#localName, role: 'admin', from };
    const challenge = { headers: { 'www-authenticate': 'Bearer' } };
    const said = c.req.header('authorization');
    const linked = said === undefined ? this.#linked(c) : undefined;
    if (linked) return { name: linked.name, role: 'read', from };
    if (said === undefined) throw new Problem(401, 'no-token', apart`Send Authorization: Bearer and a token.`, challenge);
    const [, token] = /^Bearer +([\x21-\x7e]{1,500})$/i.exec(said) ?? [];
    const holder = token === undefined ? undefined : holderOf(this.#holders, token);
    if (holder) return { name: holder.name, role: holder.role, from };
    const wait = this.#limits.wrong.take(from);
    if (wait > 0) throw tooOften(wait);
    throw new Problem(401, 'bad-token', apart`This token is nobody’s.`, challenge);
  }
}

/** Bound to the token, of which only the hash is held: whoever has neither can make none. */
function signature({ hash }: Holder, address: string, until: string): Buffer {
  return createHmac('sha256', hash).update(`${until}\n${address}`).digest();
}

function tooOften(wait: number): Problem {
  return new Problem(429, 'too-often', apart`Ask again in ${wait} s.`, { headers: { 'retry-after': String(wait) } });
}

function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'local';
  } catch {
    return 'local';
  }
}

/** Browsers say for which page they ask: only those of this server may change anything. Other programs say nothing of it. */
function refuseOtherPages(c: Context): void {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const isOwn = origin === undefined || origin.replace(/^https?:\/\//, '') === c.req.header('host');
  if (!isOwn || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new Problem(403, 'other-origin', apart`Pages of other addresses may change nothing here.`);
}
