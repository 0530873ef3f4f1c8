import type { DuckDBConnection } from '@duckdb/node-api';
import { FluxionError, messageOf, quoteIdentifier, quoteQualified } from '../../base/index.ts';
import {
  parseDuckType,
  postgresTypeFor,
  type ColumnSpec,
  type DuckType,
  type PostgresType,
  type TableSpec,
} from '../../catalog/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { Relation, TargetColumn } from '../../postgres/index.ts';
import { carrierFor, type Carrier } from './carrier.ts';

/** One column's way: where it is read, where it goes, and how. */
export interface ColumnPlan {
  readonly name: string;
  /** The column's name in the target. */
  readonly target: string;
  readonly type: PostgresType;
  readonly duckType: DuckType;
  readonly carrier: Carrier;
  /** The target takes no NULL here. */
  readonly notNull: boolean;
}

export interface TablePlan {
  readonly source: TableSpec<DuckType>;
  readonly target: { readonly schema: string; readonly name: string };
  readonly action: 'create' | 'fill';
  /** What the rows are read from, as it stands behind FROM. */
  readonly from: string;
  /** The table is read as it is, so that its rowids can divide the work. */
  readonly whole: boolean;
  readonly columns: readonly ColumnPlan[];
  /** The columns that tell one row from another; empty: none do. */
  readonly key: readonly string[];
}

/** A column of what is read. */
interface SourceColumn {
  readonly name: string;
  readonly type: DuckType;
}

export interface TableMapping {
  readonly plan: TablePlan;
  /** Why the table cannot be carried across; empty: it can. */
  readonly misfits: readonly string[];
}

/** A planned table's quoted name in the target. */
export function targetName(plan: TablePlan): string {
  return quoteQualified(plan.target.schema, plan.target.name);
}

/** The SELECT that reads a planned table, with its casts, in the order of `plan.columns`. */
export function readingQuery(plan: TablePlan, where = ''): string {
  const items = plan.columns.map(({ name, carrier }) => {
    const column = quoteIdentifier(name);
    return carrier.read ? `${carrier.read.sql.replaceAll('$', () => column)} AS ${column}` : column;
  });
  return `SELECT ${items.join(', ')} FROM ${plan.from}${where === '' ? '' : ` WHERE ${where}`}`;
}

/** Maps a source table onto what stands in the target, or onto the table that will be created if nothing does. */
export async function mapTable(
  connection: DuckDBConnection,
  source: TableSpec<DuckType>,
  target: { readonly schema: string; readonly name: string; readonly existing: Relation | undefined },
  select: string | undefined,
): Promise<TableMapping> {
  // A query may end in a comment: the bracket stands on a line of its own.
  const query = select?.replace(/;\s*$/, '');
  const from = query === undefined ? quoteQualified(source.schema, source.name) : `(${query}\n) AS selected`;
  const read = query === undefined ? source.columns : await describe(connection, source.name, query);
  const misfits: string[] = [];
  const refuse = (reason: string) => misfits.push(`${target.name}: ${reason}`);
  if (!target.existing) refuseNames(target.name, read, refuse);
  const columns = target.existing
    ? fillColumns(read, target.existing, refuse)
    : createColumns(read, source.columns, refuse);
  const key = target.existing ? target.existing.primaryKey : (source.primaryKey ?? []);
  const plan: TablePlan = {
    source,
    target: { schema: target.schema, name: target.name },
    action: target.existing ? 'fill' : 'create',
    from,
    // A column of that name hides DuckDB's own rowid.
    whole: select === undefined && !source.columns.some(({ name }) => name.toLowerCase() === 'rowid'),
    columns,
    key: key.every((name) => columns.some((column) => column.target === name)) ? key : [],
  };
  return { plan, misfits };
}

async function describe(connection: DuckDBConnection, table: string, query: string): Promise<SourceColumn[]> {
  try {
    const rows = await smallRowsJson(connection, `DESCRIBE SELECT * FROM (${query}\n)`);
    return rows.map((row) => ({ name: String(row.column_name), type: parseDuckType(String(row.column_type)) }));
  } catch (cause) {
    const reason = messageOf(cause).split('\n', 1)[0];
    throw new FluxionError('USAGE', `The query to read ${table} with is not one that DuckDB can run: ${reason}`, {
      cause,
    });
  }
}

const systemColumns = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid']);

/** PostgreSQL cuts longer names silently, so that two could become one. */
const longestName = 63;

function refuseNames(table: string, columns: readonly SourceColumn[], refuse: (reason: string) => void): void {
  for (const name of [table, ...columns.map((column) => column.name)]) {
    if (Buffer.byteLength(name) > longestName)
      refuse(`the name ${name} is longer than PostgreSQL's ${longestName} bytes`);
  }
  for (const { name } of columns)
    if (systemColumns.has(name)) refuse(`the column name ${name} is one that PostgreSQL keeps for itself`);
}

function createColumns(
  read: readonly SourceColumn[],
  declared: readonly ColumnSpec<DuckType>[],
  refuse: (reason: string) => void,
): ColumnPlan[] {
  return read.flatMap(({ name, type }) => {
    const target = postgresTypeFor(type);
    if ('refused' in target) {
      refuse(`column ${name} has type ${type.text}: ${target.refused}`);
      return [];
    }
    const carrier = carrierFor(type, target);
    if (!carrier) {
      refuse(`column ${name} of type ${type.text} has no way into ${target.name}`);
      return [];
    }
    const notNull = declared.find((column) => column.name === name)?.notNull ?? false;
    return [{ name, target: name, type: target, duckType: type, carrier, notNull }];
  });
}

/** Columns are matched by name, without regard to case if that is needed and clear. */
function fillColumns(
  read: readonly SourceColumn[],
  existing: Relation,
  refuse: (reason: string) => void,
): ColumnPlan[] {
  const columns = read.flatMap(({ name, type }) => {
    const target =
      existing.columns.find((column) => column.name === name) ??
      existing.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
    const misfit = target ? columnMisfit(type, target) : 'the target has no such column';
    if (!target || misfit !== undefined) {
      refuse(`column ${name} (${type.text}): ${misfit}`);
      return [];
    }
    const carrier = carrierFor(type, target.type);
    return carrier
      ? [{ name, target: target.name, type: target.type, duckType: type, carrier, notNull: target.notNull }]
      : [];
  });
  for (const column of existing.columns) {
    const filled = columns.some(({ target }) => target === column.name);
    if (!filled && column.notNull && !column.hasDefault)
      refuse(`column ${column.name} of the target takes no NULL, has no default, and is not in the source`);
  }
  return columns;
}

function columnMisfit(type: DuckType, target: TargetColumn): string | undefined {
  if (target.generated) return 'the target generates this column itself; leave it out with --select';
  if (carrierFor(type, target.type)) return undefined;
  if (type.id === 'TIMESTAMP' && target.type.name === 'timestamptz') {
    return `a TIMESTAMP has no zone and the target is timestamptz; give --select with AT TIME ZONE`;
  }
  return `the target's type ${target.type.name} does not take it`;
}
