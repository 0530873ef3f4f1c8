import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { quoteIdentifier, quoteQualified, type Progress } from '../../base/index.ts';
import type { PostgresType } from '../../catalog/index.ts';
import { carrierFor } from '../plan/carrier.ts';
import type { ColumnPlan, TablePlan } from '../plan/table-plan.ts';
import { proveTable, type TableVerification } from '../verify/index.ts';
import type { PlannedColumn, PlannedTable } from './choose-ways.ts';

export interface ProveContext {
  /** Used by nobody else meanwhile. */
  readonly duck: DuckDBConnection;
  /** Used by nobody else meanwhile, and in no transaction. */
  readonly client: ClientBase;
  readonly snapshot: string;
  readonly progress: Progress | undefined;
}

/** Proofs, one at a time. */
export interface Proofs {
  /** Takes up a table whose rows are all in the file. @throws what the comparison throws; a difference is no error */
  add(table: PlannedTable): Promise<TableVerification>;
  /** Waits for those under way, and begins no other one. Never throws. */
  settled(): Promise<void>;
}

export function queueProofs(context: ProveContext): Proofs {
  let queue: Promise<unknown> = Promise.resolve();
  let ended = false;
  return {
    add(table) {
      const proof = queue.then(() => {
        if (ended) throw new Error('The export has ended.');
        return proveExported(context, table);
      });
      queue = proof;
      // Heard of by who waits for it; if the writing fails first, nobody does.
      proof.catch(() => {});
      return proof;
    },
    async settled() {
      ended = true;
      await queue.catch(() => {});
    },
  };
}

const text: PostgresType = { name: 'text' };

/** Types whose own text is not compared: their values may be printed otherwise than they came. */
const printedAnew = new Set(['jsonb', '_jsonb']);

/**
 * Compares a table of the file with the table that it came from, by the digests that `verify` computes. Columns that came
 * as text are compared with PostgreSQL's text of them.
 */
async function proveExported(context: ProveContext, planned: PlannedTable): Promise<TableVerification> {
  const { duck, client, snapshot, progress } = context;
  const { schema, name } = planned.table;
  const columns = planned.columns.map((entry) => ({ entry, plan: columnPlan(entry) }));
  const compared = columns.flatMap(({ plan }) => (plan ? [plan] : []));
  const asText = columns.filter(({ entry, plan }) => plan?.type === text && entry.column.type.name !== 'text');
  const view = asText.length > 0 && (await makeView(client, planned, compared));
  const kept = asText.length > 0 && !view ? compared.filter(({ type }) => type !== text) : compared;
  const target = { schema: view ? 'pg_temp' : schema, name };
  try {
    const plan = tablePlan(planned, target, kept);
    const proof = await proveTable({ duck, client, plan, snapshot, progress });
    const skipped = planned.columns.filter(({ column }) => !kept.some((one) => one.name === column.name));
    const reasons = skipped.map(({ column }) => `column ${column.name}: ${column.type.name} has no text to compare`);
    return { ...proof, notCompared: [...proof.notCompared, ...reasons] };
  } finally {
    if (view) await client.query(`DROP VIEW pg_temp.${quoteIdentifier(name)}`).catch(() => {});
  }
}

function columnPlan({ column, way }: PlannedColumn): ColumnPlan | undefined {
  const own = printedAnew.has(column.type.name) ? undefined : carrierFor(way.type, column.type);
  const type = own ? column.type : text;
  const carrier = own ?? (way.type.element ? undefined : carrierFor(way.type, text));
  if (!carrier) return undefined;
  const { name, notNull } = column;
  return { name, target: name, type, duckType: way.type, carrier, notNull, computed: false };
}

function tablePlan(
  { table, schema, columns }: PlannedTable,
  target: TablePlan['target'],
  compared: readonly ColumnPlan[],
): TablePlan {
  const key = table.primaryKey ?? [];
  return {
    source: {
      ...table,
      schema,
      columns: columns.map(({ column, way }) => ({ ...column, type: way.type })),
    },
    target,
    action: 'fill',
    from: quoteQualified(schema, table.name),
    whole: true,
    columns: compared,
    key: key.every((name) => compared.some((column) => column.name === name)) ? key : [],
  };
}

/** Presents the columns as text that came so. @returns false where this role may make no view, as on a standby */
async function makeView(
  client: ClientBase,
  { table }: PlannedTable,
  compared: readonly ColumnPlan[],
): Promise<boolean> {
  const items = compared.map(({ target, type }) => {
    const column = quoteIdentifier(target);
    return type === text ? `${column}::text AS ${column}` : column;
  });
  const from = quoteQualified(table.schema, table.name);
  try {
    await client.query(`CREATE TEMP VIEW ${quoteIdentifier(table.name)} AS SELECT ${items.join(', ')} FROM ${from}`);
    return true;
  } catch {
    return false;
  }
}
