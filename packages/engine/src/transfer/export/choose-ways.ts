import type { ClientBase } from 'pg';
import { quoteIdentifier, quoteQualified } from '../../base/index.ts';
import { parseDuckType } from '../../catalog/index.ts';
import type { ObjectReport } from '../report.ts';
import { columnWays, type ColumnWay } from '../../bridge/index.ts';
import type { ExportedColumn, ExportedTable } from './read/index.ts';

/** A column and the way that carries all of its values, as far as PostgreSQL can tell. */
export interface PlannedColumn {
  readonly column: ExportedColumn;
  readonly way: ColumnWay;
  /** The ways that are left if DuckDB finds otherwise. */
  readonly others: readonly ColumnWay[];
}

export interface PlannedTable {
  readonly table: ExportedTable;
  /** The schema in the file. */
  readonly schema: string;
  readonly rows: number;
  readonly columns: readonly PlannedColumn[];
}

/** A column while its way is looked for. */
interface Search {
  readonly column: ExportedColumn;
  readonly ways: readonly ColumnWay[];
  place: number;
  checked: boolean;
  readonly found: string[];
}

/**
 * Finds for each column the best way that carries every value that it holds, and counts the rows. What is otherwise than
 * it was is told to `report`.
 */
export async function chooseWays(
  client: ClientBase,
  table: ExportedTable,
  schema: string,
  report: (object: ObjectReport) => void,
): Promise<PlannedTable> {
  const searches = table.columns.map((column): Search => {
    const origin = column.origin === null ? undefined : parseDuckType(column.origin);
    return { column, ways: columnWays(column.type, origin), place: 0, checked: false, found: [] };
  });
  let rows: number | undefined;
  for (;;) {
    const open = searches.filter((search) => !search.checked && wayOf(search).unfit !== undefined);
    if (rows !== undefined && open.length === 0) break;
    rows = await probe(client, table, open);
  }
  for (const { column, found, ...search } of searches) {
    const reason = [...found, wayOf(search).reason].filter((part) => part !== undefined).join('; ');
    if (reason !== '') report({ kind: 'column', name: `${table.name}.${column.name}`, outcome: 'changed', reason });
  }
  const columns = searches.map((search) => {
    return { column: search.column, way: wayOf(search), others: search.ways.slice(search.place + 1) };
  });
  return { table, schema, rows, columns };
}

/** The table with its columns that may fail on their next way; undefined if there is none. What was otherwise found is told. */
export function withOtherWays(planned: PlannedTable, report: (object: ObjectReport) => void): PlannedTable | undefined {
  if (!planned.columns.some(({ way }) => way.mayFail)) return undefined;
  const columns = planned.columns.map((entry) => {
    const [way, ...others] = entry.others;
    if (!entry.way.mayFail || !way) return entry;
    const name = `${planned.table.name}.${entry.column.name}`;
    const reason = `not every value is one of ${entry.way.type.text}; here ${way.type.text}`;
    report({ kind: 'column', name, outcome: 'changed', reason });
    return { column: entry.column, way, others };
  });
  return { ...planned, columns };
}

function wayOf({ ways, place }: Pick<Search, 'ways' | 'place'>): ColumnWay {
  const way = ways[place];
  if (!way) throw new Error('The last way carries everything.');
  return way;
}

/** Looks for values that the columns' ways cannot carry, and moves those columns on to their next way. @returns the table's rows */
async function probe(client: ClientBase, table: ExportedTable, open: readonly Search[]): Promise<number> {
  const probes = open.map((search, index) => {
    const column = quoteIdentifier(search.column.name);
    const condition = wayOf(search).unfit?.(column) ?? 'false';
    return `, count(*) FILTER (WHERE ${condition}) AS n${index}, min(${column}::text) FILTER (WHERE ${condition}) AS e${index}`;
  });
  const from = quoteQualified(table.schema, table.name);
  const { rows } = await client.query<Record<string, string | null>>(
    `SELECT count(*) AS total${probes.join('')} FROM ${from}`,
  );
  const [row = {}] = rows;
  open.forEach((search, index) => {
    const count = Number(row[`n${index}`]);
    if (count === 0) {
      search.checked = true;
      return;
    }
    const values = count === 1 ? '1 value' : `${count} values`;
    search.found.push(`${values}, such as ${row[`e${index}`]}, that ${wayOf(search).type.text} cannot hold`);
    search.place++;
  });
  return Number(row.total);
}
