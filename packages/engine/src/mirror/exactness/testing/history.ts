import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '../../../postgres/index.ts';
import { sees, type Snapshot } from '../../snapshot/snapshot.ts';
import { unitsOf, type Wanted } from './content-question.ts';
import { tableNames } from './tables.ts';

/** A table's rows, each with its values as texts, by the leaf that holds them. */
export interface TableContent {
  readonly columns: readonly string[];
  readonly leaves: ReadonlyMap<string, readonly (readonly (string | null)[])[]>;
}

/** What the database held after a transaction was committed, and until the next was. */
export interface State {
  /** 0: before the first. */
  readonly xid: bigint;
  /** When its writer had heard that it was committed, in milliseconds since 1970. */
  readonly at: number;
  /** Its writer had waited for the disk. */
  readonly isDurable: boolean;
  readonly tables: ReadonlyMap<string, TableContent>;
}

interface Leaf {
  readonly root: string;
  readonly oid: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly locked: boolean;
}

/** Without locks, so also of tables that somebody is altering: as they were before. */
const leavesSql = `
  WITH RECURSIVE tree AS (
    SELECT c.relname::text AS root, c.oid AS top, c.oid, c.relkind FROM pg_class AS c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1)
    UNION ALL
    SELECT t.root, t.top, c.oid, c.relkind FROM tree AS t
    JOIN pg_inherits AS i ON i.inhparent = t.oid AND NOT i.inhdetachpending JOIN pg_class AS c ON c.oid = i.inhrelid)
  SELECT root, oid::text, (SELECT relname::text FROM pg_class AS c WHERE c.oid = tree.oid) AS name,
    ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = top AND attnum > 0 AND NOT attisdropped ORDER BY attnum) AS columns,
    EXISTS (SELECT FROM pg_locks AS l WHERE l.locktype = 'relation' AND l.relation = tree.oid AND l.granted
      AND l.mode = 'AccessExclusiveLock' AND l.pid = ANY ($2)) AS locked
  FROM tree WHERE relkind = 'r' ORDER BY root, oid`;

/**
 * What the tables hold now. Who writes is done with them but for the writers `pids`: what one of these has locked is as it
 * was before.
 */
export async function readTables(
  pool: Pool,
  pids: readonly number[],
  before: State['tables'],
): Promise<State['tables']> {
  const client = await pool.connect();
  try {
    return await inTransaction(client, async () => {
      await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const { rows: leaves } = await client.query<Leaf>(leavesSql, [tableNames, pids]);
      const tables = new Map<string, TableContent>();
      const read = await readLeaves(
        client,
        leaves.filter(({ locked }) => !locked),
      );
      for (const { root, oid, columns, locked } of leaves) {
        const content = tables.get(root) ?? { columns, leaves: new Map() };
        const rows = locked ? before.get(root)?.leaves.get(oid) : read.get(oid);
        if (!rows) throw new Error(`A part of ${root} that was just written into is locked.`);
        tables.set(root, { columns, leaves: new Map([...content.leaves, [oid, rows]]) });
      }
      return tables;
    });
  } finally {
    client.release();
  }
}

async function readLeaves(client: ClientBase, leaves: readonly Leaf[]): Promise<Map<string, (string | null)[][]>> {
  const selects = leaves.map(({ oid, name, columns }) => {
    const values = columns.map((column) => `"${column}"::text`).join(', ');
    return `SELECT '${oid}' AS oid, ARRAY[${values}] AS row FROM ONLY ${name}`;
  });
  const { rows } = await client.query<{ oid: string; row: (string | null)[] }>(selects.join(' UNION ALL '));
  const byLeaf = new Map<string, (string | null)[][]>(leaves.map(({ oid }) => [oid, []]));
  for (const { oid, row } of rows) byLeaf.get(oid)?.push(row);
  return byLeaf;
}

/** The last state that the snapshot sees. @throws Error if it sees a transaction without one that was committed before it */
export function indexOf(states: readonly State[], snapshot: Snapshot): number {
  const seen = states.map(({ xid }) => xid === 0n || sees(snapshot, xid));
  const last = seen.lastIndexOf(true);
  if (seen.indexOf(false) >= 0 && seen.indexOf(false) < last) {
    throw new Error('the snapshot sees a transaction, but not one that was committed before it');
  }
  return last;
}

/** What the content question must answer in a state; undefined if a column did not exist then. */
export function expected({ tables }: State, wanted: Wanted): string[] | undefined {
  const lines: string[] = [];
  for (const { name, columns } of wanted.tables) {
    const rows = rowsOf(tables, name, columns, wanted);
    if (!rows) return undefined;
    for (const row of rows) lines.push([name, ...row.map((value) => value ?? '~')].join('|'));
  }
  if (wanted.sums) {
    const rows = rowsOf(tables, 'lines', ['shop', 'day', 'amount'], wanted);
    if (!rows) return undefined;
    lines.push(...sums(rows));
  }
  return lines.toSorted(byBytes);
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function rowsOf(tables: State['tables'], name: string, columns: readonly string[], wanted: Wanted) {
  const table = tables.get(name);
  const places = columns.map((column) => table?.columns.indexOf(column) ?? -1);
  if (!table || places.includes(-1)) return undefined;
  const units = unitsOf(wanted, name);
  const [shopAt, dayAt] = ['shop', 'day'].map((column) => table.columns.indexOf(column));
  return [...table.leaves.values()].flat().flatMap((row) => {
    const [shop, day] = [row[shopAt ?? -1] ?? null, row[dayAt ?? -1] ?? null];
    const isOfShop = !('shop' in units) || shop === wanted.shop;
    const isOfDay = !('day' in units) || (day !== null && wanted.until !== null && day <= wanted.until);
    return isOfShop && isOfDay ? [places.map((place) => row[place] ?? null)] : [];
  });
}

/** Sums by shop and day, as both engines print them: with the digits that all amounts have. */
function sums(rows: readonly (readonly (string | null)[])[]): string[] {
  const groups = new Map<string, { n: number; amount: bigint | null; digits: number }>();
  for (const [shop, day, amount] of rows) {
    const key = `${shop}|${day}`;
    const group = groups.get(key) ?? { n: 0, amount: null, digits: 0 };
    group.n++;
    if (amount !== null && amount !== undefined) {
      group.amount = (group.amount ?? 0n) + BigInt(amount.replace('.', ''));
      group.digits = amount.split('.')[1]?.length ?? 0;
    }
    groups.set(key, group);
  }
  return [...groups].map(([key, { n, amount, digits }]) => {
    const text = amount === null ? '~' : decimal(amount, digits);
    return `day_sums|${key}|${n}|${text}`;
  });
}

function decimal(value: bigint, digits: number): string {
  const text = String(value < 0n ? -value : value).padStart(digits + 1, '0');
  const sign = value < 0n ? '-' : '';
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
