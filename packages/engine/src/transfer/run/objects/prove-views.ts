import type { ClientBase } from 'pg';
import type { ObjectStatement } from '../../ddl/object-statement.ts';
import { noteObject } from '../../ledger/index.ts';
import type { ObjectReport } from '../../report.ts';
import type { ViewComparison } from '../../verify/views/index.ts';
import type { Migration } from '../migration.ts';
import { compareMade } from './compare-made.ts';

/** A view that was made, and what came of comparing it. */
interface ProvenView {
  readonly statement: ObjectStatement;
  readonly found: ViewComparison;
}

/**
 * Runs every view that was made on both engines. One that answers otherwise is dropped again, with those that read it: a
 * wrong answer under a known name is worse than none.
 *
 * @returns a report for each view that is not there, or of which not all was compared
 */
export async function proveViews(migration: Migration, run: string): Promise<ObjectReport[]> {
  const { client } = migration.session;
  const proven: ProvenView[] = [];
  for (const statement of migration.objects.after.filter(({ phase }) => phase === 'view')) {
    migration.options.signal?.throwIfAborted();
    if (!(await isThere(client, statement))) continue;
    proven.push({ statement, found: await compareMade(migration, statement) });
  }
  const wrong = proven.filter(({ found }) => !found.equal);
  for (const { statement } of wrong) await client.query(`DROP VIEW IF EXISTS ${statement.table} CASCADE`);
  const reports: ObjectReport[] = [];
  for (const { statement, found } of proven) {
    const { kind, name, definition, sql } = statement;
    const gone = !(await isThere(client, statement));
    const reason = found.equal && gone ? 'reads a view that answers otherwise than in DuckDB' : found.reason;
    if (reason === undefined) continue;
    if (gone) await noteObject(client, run, sql, reason);
    reports.push(
      gone ? { kind, name, outcome: 'refused', reason, definition } : { kind, name, outcome: 'changed', reason },
    );
  }
  return reports;
}

async function isThere(client: ClientBase, { table }: ObjectStatement): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
  return rows[0]?.there === true;
}
