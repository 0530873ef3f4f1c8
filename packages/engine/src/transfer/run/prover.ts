import type { PoolClient } from 'pg';
import { chunkDigests } from '../copy/index.ts';
import { noteDigests } from '../ledger/index.ts';
import { targetName } from '../plan/table-plan.ts';
import { proveTable, type TableVerification } from '../verify/index.ts';
import { withConnections } from './connections.ts';
import type { CopiedTable } from './copy-tables.ts';
import type { Migration } from './migration.ts';

/** Proves tables beside the copying of others, one at a time. */
export interface Prover {
  /** Takes up a table whose rows are all committed. */
  add(table: CopiedTable): void;
  /** Waits for the proofs, by the tables' quoted names. @throws the first error, such as a lost connection */
  proofs(): Promise<ReadonlyMap<string, TableVerification>>;
}

/** Runs `work` with a prover that has connections of its own to both sides. */
export function withProver<T>(migration: Migration, run: string, work: (prover: Prover) => Promise<T>): Promise<T> {
  return withConnections(migration, 1, async ([client]) => {
    const duck = await migration.session.source.connect();
    const found = new Map<string, TableVerification>();
    let queue: Promise<void> = Promise.resolve();
    let failed = false;
    const prove = async (table: CopiedTable) => {
      if (failed || !client) return;
      const proof = await proveOne(migration, run, duck, client, table);
      if (proof) found.set(targetName(table.pieces.plan), proof);
    };
    const add = (table: CopiedTable) => {
      queue = queue.then(() => prove(table));
      // Heard of by `proofs`; if the copying fails first, nobody asks.
      queue.catch(() => {});
    };
    const proofs = async () => {
      await queue;
      return found;
    };
    try {
      return await work({ add, proofs });
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      // What is under way would use a connection that is gone.
      await queue.catch(() => {});
    }
  });
}

async function proveOne(
  { options }: Migration,
  run: string,
  duck: Migration['session']['duck'],
  client: PoolClient,
  { pieces: { plan, division, copied } }: CopiedTable,
): Promise<TableVerification | undefined> {
  const known = new Set(copied.filter(({ digest }) => digest !== null).map(({ chunk }) => chunk));
  const fresh = division.chunks.filter(({ id }) => !known.has(id));
  // Of a table that is there but for some days, the parts that those went into: the others are as they were.
  const analyzed = known.size === 0 ? [targetName(plan)] : [...new Set(fresh.map(({ into }) => into))];
  if (analyzed.length > 0) await client.query(`ANALYZE ${analyzed.join(', ')}`);
  await noteDigests(client, run, targetName(plan), await chunkDigests(duck, plan, division, fresh));
  if (options.verify === false) return undefined;
  return proveTable({ duck, client, plan, progress: options.progress });
}
