import { lastDone } from '../ledger/index.ts';
import type { OnLoss, TransferOptions } from '../options.ts';
import { findLosses, settleLosses } from '../plan/losses/losses.ts';
import type { TableMapping } from '../plan/map-table.ts';
import { withSession, type Session } from '../session.ts';
import { proveTable, type TableVerification } from './prove-table.ts';

/** Serialisable as JSON. */
export interface VerifyReport {
  readonly file: string;
  readonly equal: boolean;
  readonly rows: number;
  readonly seconds: number;
  readonly tables: readonly TableVerification[];
}

/**
 * Compares a DuckDB database with PostgreSQL, table by table: counts, and digests that each engine computes in its own SQL
 * from the values it has stored. Columns that only the target has are not looked at. What became of losses is taken from the
 * migration of this very file, unless `onLoss` says it.
 *
 * @throws FluxionError SOURCE_* or DATABASE_*; a difference is no error but `equal: false`
 */
export function verify(options: TransferOptions): Promise<VerifyReport> {
  return withSession(options, async (session) => {
    const started = performance.now();
    const mappings = await session.mappings(await session.relations());
    const fingerprint = session.source.fingerprint();
    const onLoss = options.onLoss ?? (await lastDone(session.client, { fingerprint }))?.onLoss ?? 'fail';
    const tables: TableVerification[] = [];
    for (const mapping of mappings) {
      options.signal?.throwIfAborted();
      tables.push(await verifyTable(session, mapping, onLoss));
    }
    return {
      file: options.file,
      equal: tables.every(({ equal }) => equal),
      rows: tables.reduce((sum, { sourceRows }) => sum + sourceRows, 0),
      seconds: (performance.now() - started) / 1000,
      tables,
    };
  });
}

async function verifyTable(
  { duck, client, options }: Session,
  { plan, misfits }: TableMapping,
  onLoss: OnLoss,
): Promise<TableVerification> {
  if (misfits.length > 0) return notComparedAtAll(plan.target.name, misfits);
  if (plan.action === 'create') return notComparedAtAll(plan.target.name, ['the target has no such table']);
  // What was rejected or converted is compared as such.
  const settled = settleLosses(plan, await findLosses(duck, plan), onLoss);
  if (settled.misfits.length > 0) return notComparedAtAll(plan.target.name, settled.misfits);
  return proveTable({ duck, client, plan: settled.plan, progress: options.progress });
}

function notComparedAtAll(table: string, missing: readonly string[]): TableVerification {
  return {
    table,
    equal: false,
    seconds: 0,
    sourceRows: 0,
    targetRows: 0,
    differingColumns: [],
    differences: [],
    missing,
    notCompared: [],
  };
}
