import { sql } from 'kysely';
import type { StatementType } from '../../model/statement.js';
import type { Subject } from '../../record/subjects.js';
import { list } from './findings.js';
import { inPowers } from './insert-rows.js';
import type { FilingTable, OutlineTable, Tables, Tx } from './tables.js';

type Tallied = Pick<Tables['tally'], 'what' | 'type'>;

/** By key, in the order of the keys: two transactions then never wait for each other. */
function sorted<T>(rows: ReadonlyMap<string, T>): T[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const outlineKey = ({ subject, type, claim }: Pick<OutlineTable, 'subject' | 'type' | 'claim'>): string => `${subject} ${type} ${claim}`;

/**
 * What a transaction changes in rows that many documents share: subjects, claims, outlines of pairs, presences, counts, which findings are listed. It is summed
 * up and written at the transaction's end, so that others have to wait for that end only, and a batch costs little more than one document.
 */
export class SharedWrites {
  private readonly tallies = new Map<string, Tables['tally']>();
  private readonly subjects = new Map<number, Omit<Tables['subject'], 'version'>>();
  private readonly claims = new Map<number, Tables['claim']>();
  private readonly presences = new Map<string, Tables['presence']>();
  private readonly outlines = new Map<string, OutlineTable>();
  /** Outlines that filings were taken out of: made anew. */
  private readonly thinned = new Map<string, OutlineTable>();
  private readonly relisted = new Set<number>();
  private readonly prints = new Set<number>();

  /** Counts up, or down. */
  tally(what: Tallied['what'], type: Tallied['type'], amount: number): void {
    const row = this.tallies.get(`${what} ${type}`);
    if (row) row.amount += amount;
    else this.tallies.set(`${what} ${type}`, { what, type, amount });
  }

  /** So many filings more of a subject. */
  subject(n: number, { kind, name, countries }: Subject, statements: number): void {
    const row = this.subjects.get(n);
    if (row) row.statements += statements;
    else this.subjects.set(n, { n, kind, name, countries: countries.join('|'), statements });
  }

  /** So many tellings more of a claim. */
  claim(n: number, type: StatementType, tellings: number): void {
    const row = this.claims.get(n);
    if (row) row.tellings += tellings;
    else this.claims.set(n, { n, type, tellings });
  }

  /** So many statements more in which a state or group is named. */
  presence({ ref, first, last, statements }: Tables['presence']): void {
    const key = `${ref} ${first} ${last}`;
    const row = this.presences.get(key);
    if (row) row.statements += statements;
    else this.presences.set(key, { ref, first, last, statements });
  }

  /** Filings of a pair that were added, or taken out. */
  outline({ subject, type, claim, since, until }: FilingTable, isAdded: boolean): void {
    const row = { subject, type, claim, since, until, tellings: 1 };
    const key = outlineKey(row);
    if (!isAdded) this.thinned.set(key, row);
    const known = this.outlines.get(key);
    if (!isAdded || !known) {
      if (isAdded) this.outlines.set(key, row);
      return;
    }
    known.since = Math.min(known.since, since);
    known.until = Math.min(known.until, until);
    known.tellings++;
  }

  /** A story of which findings may be listed, or be listed no more. */
  relist(article: number): void {
    this.relisted.add(article);
  }

  /** The same for findings of these prints. */
  relistAll(rows: readonly { print: number }[]): void {
    for (const { print } of rows) this.prints.add(Number(print));
  }

  /** Forgets what was to be written of derived rows: they are about to be made anew as a whole. */
  clear(): void {
    for (const rows of [this.tallies, this.subjects, this.claims, this.presences, this.outlines, this.thinned]) rows.clear();
  }

  async flush(tx: Tx): Promise<void> {
    await this.flushSubjects(tx);
    await this.flushClaims(tx);
    await this.flushOutlines(tx);
    await this.flushPresences(tx);
    await this.flushTallies(tx);
    await this.flushListed(tx);
    this.clear();
    this.relisted.clear();
    this.prints.clear();
  }

  private async flushSubjects(tx: Tx): Promise<void> {
    const rows = [...this.subjects.values()].filter((row) => row.statements !== 0).sort((a, b) => a.n - b.n);
    for (const piece of inPowers(rows))
      await tx
        .insertInto('subject')
        .values(piece)
        .onConflict((c) => c.column('n').doUpdateSet((e) => ({ statements: e('subject.statements', '+', e.ref('excluded.statements')) })))
        .execute();
    for (const piece of inPowers(rows.filter((row) => row.statements < 0).map((row) => row.n)))
      await tx.deleteFrom('subject').where('n', 'in', piece).where('statements', '<=', 0).execute();
  }

  private async flushClaims(tx: Tx): Promise<void> {
    const rows = [...this.claims.values()].filter((row) => row.tellings !== 0).sort((a, b) => a.n - b.n);
    for (const piece of inPowers(rows)) {
      const after = await tx
        .insertInto('claim')
        .values(piece)
        .onConflict((c) => c.column('n').doUpdateSet((e) => ({ tellings: e('claim.tellings', '+', e.ref('excluded.tellings')) })))
        .returning(['n', 'type', 'tellings'])
        .execute();
      const added = new Map(piece.map((row) => [row.n, row.tellings]));
      for (const { n, type, tellings } of after) if (Number(tellings) === added.get(Number(n))) this.tally('claims', type, 1);
    }
    for (const piece of inPowers(rows.filter((row) => row.tellings < 0).map((row) => row.n))) {
      const gone = await tx.deleteFrom('claim').where('n', 'in', piece).where('tellings', '<=', 0).returning('type').execute();
      for (const { type } of gone) this.tally('claims', type, -1);
    }
  }

  private async flushOutlines(tx: Tx): Promise<void> {
    const sizes = new Map<string, Tables['outline_size']>();
    const count = (subject: number, type: StatementType, claims: number): void => {
      const row = sizes.get(`${subject} ${type}`);
      if (row) row.claims += claims;
      else sizes.set(`${subject} ${type}`, { subject, type, claims });
    };
    for (const { subject, type, claim } of sorted(this.thinned)) {
      const gone = await tx
        .deleteFrom('outline')
        .where('subject', '=', subject)
        .where('type', '=', type)
        .where('claim', '=', claim)
        .returning('claim')
        .execute();
      const left = await sql`insert into outline (subject, type, claim, since, until, tellings)
        select subject, type, claim, min(since), min(until), count(*) from filing
        where subject = ${subject} and type = ${type} and claim = ${claim} group by subject, type, claim returning claim`.execute(tx);
      count(subject, type, left.rows.length - gone.length);
    }
    const added = sorted(this.outlines).filter((row) => !this.thinned.has(outlineKey(row)));
    for (const piece of inPowers(added)) {
      const after = await tx
        .insertInto('outline')
        .values(piece)
        .onConflict((c) =>
          c.columns(['subject', 'type', 'claim']).doUpdateSet((e) => ({
            since: sql<number>`case when excluded.since < outline.since then excluded.since else outline.since end`,
            until: sql<number>`case when excluded.until < outline.until then excluded.until else outline.until end`,
            tellings: e('outline.tellings', '+', e.ref('excluded.tellings')),
          })),
        )
        .returning(['subject', 'type', 'claim', 'tellings'])
        .execute();
      const told = new Map(piece.map((row) => [outlineKey(row), row.tellings]));
      for (const { subject, type, claim, tellings } of after) {
        const key = outlineKey({ subject: Number(subject), type, claim: Number(claim) });
        if (Number(tellings) === told.get(key)) count(Number(subject), type, 1);
      }
    }
    await this.flushSizes(tx, sizes);
  }

  private async flushSizes(tx: Tx, sizes: ReadonlyMap<string, Tables['outline_size']>): Promise<void> {
    const rows = sorted(sizes).filter((row) => row.claims !== 0);
    for (const piece of inPowers(rows))
      await tx
        .insertInto('outline_size')
        .values(piece)
        .onConflict((c) =>
          c.columns(['subject', 'type']).doUpdateSet((e) => ({ claims: e('outline_size.claims', '+', e.ref('excluded.claims')) })),
        )
        .execute();
    for (const { subject, type } of rows.filter((row) => row.claims < 0))
      await tx.deleteFrom('outline_size').where('subject', '=', subject).where('type', '=', type).where('claims', '<=', 0).execute();
  }

  private async flushPresences(tx: Tx): Promise<void> {
    const rows = sorted(this.presences).filter((row) => row.statements !== 0);
    for (const piece of inPowers(rows))
      await tx
        .insertInto('presence')
        .values(piece)
        .onConflict((c) =>
          c
            .columns(['ref', 'first', 'last'])
            .doUpdateSet((e) => ({ statements: e('presence.statements', '+', e.ref('excluded.statements')) })),
        )
        .execute();
    for (const { ref, first, last, statements } of rows)
      if (statements < 0)
        await tx
          .deleteFrom('presence')
          .where('ref', '=', ref)
          .where('first', '=', first)
          .where('last', '=', last)
          .where('statements', '<=', 0)
          .execute();
  }

  private async flushTallies(tx: Tx): Promise<void> {
    for (const piece of inPowers(sorted(this.tallies).filter((row) => row.amount !== 0)))
      await tx
        .insertInto('tally')
        .values(piece)
        .onConflict((c) => c.columns(['what', 'type']).doUpdateSet((e) => ({ amount: e('tally.amount', '+', e.ref('excluded.amount')) })))
        .execute();
  }

  private async flushListed(tx: Tx): Promise<void> {
    for (const piece of inPowers([...this.relisted].sort((a, b) => a - b)))
      this.relistAll(await tx.selectFrom('finding').select('print').where('article', 'in', piece).execute());
    await list(
      tx,
      [...this.prints].map((print) => ({ print })),
    );
  }
}
