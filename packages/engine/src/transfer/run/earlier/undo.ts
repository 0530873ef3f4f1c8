import type { ClientBase } from 'pg';
import { inTransaction } from '../../../postgres/index.ts';
import { ownTransactions } from '../../ledger/index.ts';
import { explainDependents } from '../dependents.ts';

/**
 * Takes back what a run wrote, and nothing else: the rows of its own transactions, and the relations that it made.
 *
 * @returns the quoted names of the tables concerned
 * @throws FluxionError DATABASE_UNSUITABLE if something else has come to depend on what the run made
 */
export async function undo(client: ClientBase, run: string): Promise<string[]> {
  let tables: string[] = [];
  await inTransaction(client, async () => {
    const filled = (await relations(client, run, 'filled')).map(({ name }) => name);
    const created = await relations(client, run, 'created');
    const named = (kinds: string) => created.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
    // Each kind in one statement: its members may depend on each other.
    await drop(client, 'VIEW', named('v'));
    if (filled.length > 0) await empty(client, run, filled);
    await drop(client, 'TABLE', named('r'));
    await drop(client, 'SEQUENCE', named('S'));
    await drop(client, 'TYPE', await types(client, run));
    await client.query(`UPDATE fluxion_transfer.run SET outcome = 'undone', finished = now() WHERE id = $1`, [run]);
    tables = [...filled, ...named('r')];
  });
  return tables;
}

interface NamedRelation {
  readonly name: string;
  readonly kind: string;
}

/** Those of the run's relations that are still there. */
async function relations(client: ClientBase, run: string, list: 'filled' | 'created'): Promise<NamedRelation[]> {
  const { rows } = await client.query<NamedRelation>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, c.relkind AS kind
     FROM fluxion_transfer.run AS r JOIN pg_class AS c ON c.oid = ANY(r.${list}) JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE r.id = $1 ORDER BY c.oid`,
    [run],
  );
  return rows;
}

async function types(client: ClientBase, run: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, t.typname) AS name
     FROM fluxion_transfer.run AS r JOIN pg_type AS t ON t.oid = ANY(r.types) JOIN pg_namespace AS n ON n.oid = t.typnamespace
     WHERE r.id = $1`,
    [run],
  );
  return rows.map(({ name }) => name);
}

async function drop(client: ClientBase, kind: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await client.query(`DROP ${kind} ${names.join(', ')}`).catch((error: unknown) => {
    throw explainDependents(error);
  });
}

/** TRUNCATE where the tables hold the run's rows only; else just its rows are deleted. */
async function empty(client: ClientBase, run: string, tables: readonly string[]): Promise<void> {
  // Waits for writers under way, its own dying streams among them, and lets no other in until this is done.
  await client.query(`LOCK TABLE ${tables.join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
  const own = await ownTransactions(client, run);
  const others = await referringTables(client, tables);
  const occupied = [
    ...(await Promise.all(tables.map((name) => holds(client, name, 'xmin::text <> ALL($1)', [own])))),
    ...(await Promise.all(others.map((name) => holds(client, name, 'true', [])))),
  ];
  if (!occupied.includes(true)) {
    await client.query(`TRUNCATE ${[...tables, ...others].join(', ')}`);
    return;
  }
  for (const name of tables.toReversed()) {
    // One that the run never came to is left alone: its triggers may refuse a DELETE of nothing, too.
    if (!(await holds(client, name, 'xmin::text = ANY($1)', [own]))) continue;
    await client.query(`DELETE FROM ${name} WHERE xmin::text = ANY($1)`, [own]);
  }
}

async function holds(client: ClientBase, table: string, condition: string, values: unknown[]): Promise<boolean> {
  const sql = `SELECT EXISTS (SELECT FROM ${table} WHERE ${condition}) AS any`;
  return (await client.query<{ any: boolean }>(sql, values)).rows[0]?.any === true;
}

/** The tables whose foreign keys lead to these, near or far: TRUNCATE wants them on its list too. */
async function referringTables(client: ClientBase, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `WITH RECURSIVE referring(oid) AS (
       SELECT conrelid FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND confrelid = ANY($1::regclass[])
       UNION SELECT c.conrelid FROM pg_constraint c JOIN referring r ON c.confrelid = r.oid WHERE c.contype = 'f' AND c.conparentid = 0)
     SELECT DISTINCT oid::regclass::text AS name FROM referring WHERE oid <> ALL($1::regclass[]::oid[])`,
    [tables],
  );
  return rows.map(({ name }) => name);
}
