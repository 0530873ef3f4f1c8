import type { DuckDBConnection } from '@duckdb/node-api';
import { FluxionError, messageOf, quoteQualified } from '../../base/index.ts';
import {
  parseDuckType,
  postgresTypeFor,
  type ColumnSpec,
  type DuckType,
  type EnumNames,
  type TableSpec,
} from '../../catalog/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { Relation, TargetColumn } from '../../postgres/index.ts';
import { carrierFor } from './carrier.ts';
import { postgresName } from './names/names.ts';
import type { ColumnPlan, TablePlan } from './table-plan.ts';

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

/** What PostgreSQL's tables have at most. */
const mostColumns = 1600;

/** Maps a source table onto what stands in the target, or onto the table that will be created if nothing does. */
export async function mapTable(
  connection: DuckDBConnection,
  source: TableSpec<DuckType>,
  target: { readonly schema: string; readonly name: string; readonly existing: Relation | undefined },
  select: string | undefined,
  enumNames?: (column: string) => EnumNames,
): Promise<TableMapping> {
  // A query may end in a comment: the bracket stands on a line of its own.
  const query = select?.replace(/;\s*$/, '');
  const from = query === undefined ? quoteQualified(source.schema, source.name) : `(${query}\n) AS selected`;
  const read = query === undefined ? source.columns : await describe(connection, source.name, query);
  const misfits: string[] = [];
  const refuse = (reason: string) => misfits.push(`${target.name}: ${reason}`);
  if (read.length > mostColumns)
    refuse(`it has ${read.length} columns, and PostgreSQL's tables ${mostColumns} at most`);
  const columns = target.existing
    ? fillColumns(read, target.existing, refuse)
    : createColumns(read, source.columns, refuse, enumNames);
  const key = target.existing ? target.existing.primaryKey : (source.primaryKey ?? []).map(postgresName);
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

function createColumns(
  read: readonly SourceColumn[],
  declared: readonly ColumnSpec<DuckType>[],
  refuse: (reason: string) => void,
  enumNames?: (column: string) => EnumNames,
): ColumnPlan[] {
  return read.flatMap(({ name, type }) => {
    const target = postgresTypeFor(type, enumNames?.(name));
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
    return [{ name, target: postgresName(name), type: target, duckType: type, carrier, notNull, computed: false }];
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
      existing.columns.find((column) => column.name === postgresName(name)) ??
      existing.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
    const misfit = target ? columnMisfit(type, target) : 'the target has no such column';
    if (!target || misfit !== undefined) {
      refuse(`column ${name} (${type.text}): ${misfit}`);
      return [];
    }
    const carrier = carrierFor(type, target.type);
    return carrier
      ? [
          {
            name,
            target: target.name,
            type: target.type,
            duckType: type,
            carrier,
            notNull: target.notNull,
            computed: target.computed,
          },
        ]
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
  if (target.generated && !target.computed) return 'the target numbers this column itself; leave it out with --select';
  if (carrierFor(type, target.type)) return undefined;
  if (type.id === 'TIMESTAMP' && target.type.name === 'timestamptz') {
    return `a TIMESTAMP has no zone and the target is timestamptz; give --select with AT TIME ZONE`;
  }
  return `the target's type ${target.type.name} does not take it`;
}
