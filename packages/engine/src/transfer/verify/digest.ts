import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { smallRowsJson } from '../../duckdb/index.ts';
import { readingQuery, type ColumnPlan, type TablePlan, targetName } from '../plan/table-plan.ts';
import { canonicalText, isComparable, type CanonicalText } from './canonical.ts';

/**
 * What one engine says of a table: the rows; for each column the values that are not NULL and a digest; and one of whole
 * rows, which changes when a value moves to another row. A digest is the sum, modulo 2^64, of the first 8 bytes of each
 * value's MD5, so the order of rows does not matter.
 */
export interface TableDigest {
  readonly rows: bigint;
  readonly columns: readonly { readonly present: bigint; readonly digest: bigint }[];
  readonly rowDigest: bigint;
}

/**
 * NULL and the border of columns in a row's text. A text that holds them could be taken for another row, but not unseen:
 * each column has a count and a digest of its own.
 */
const nullMark = '\u0001';
const separator = '\u001f';

const duckDigest = (text: string) => `sum(('0x' || left(md5(${text}), 16))::UBIGINT)`;
const postgresDigest = (text: string) => `sum(('x' || left(md5(${text}), 16))::bit(64)::bigint)`;

/** A row's columns as one text, on each engine. */
export function rowText(columns: readonly ColumnPlan[]): CanonicalText {
  const all = columns.filter(isComparable).map(canonicalText);
  const join = (parts: readonly string[]) =>
    parts.map((part) => `coalesce(${part}, '${nullMark}')`).join(` || '${separator}' || `) || `''`;
  return { duck: join(all.map(({ duck }) => duck)), postgres: join(all.map(({ postgres }) => postgres)) };
}

export async function digestInDuck(duck: DuckDBConnection, plan: TablePlan): Promise<TableDigest> {
  const columns = plan.columns.map((column) => (isComparable(column) ? canonicalText(column).duck : 'NULL::VARCHAR'));
  const sql = `SELECT ${digestList(columns, rowText(plan.columns).duck, duckDigest)} FROM (${readingQuery(plan)}) AS source`;
  const [row = {}] = await smallRowsJson(duck, sql);
  return tableDigest(row, columns.length);
}

export async function digestInPostgres(client: ClientBase, plan: TablePlan): Promise<TableDigest> {
  const columns = plan.columns.map((column) => (isComparable(column) ? canonicalText(column).postgres : 'NULL::text'));
  const sql = `SELECT ${digestList(columns, rowText(plan.columns).postgres, postgresDigest)} FROM ${targetName(plan)}`;
  const { rows } = await client.query<Record<string, unknown>>(sql);
  return tableDigest(rows[0] ?? {}, columns.length);
}

function digestList(columns: readonly string[], row: string, digest: (text: string) => string): string {
  const each = columns.map((text, index) => `count(${text}) AS n${index}, ${digest(text)} AS d${index}`);
  return ['count(*) AS total', ...each, `${digest(row)} AS whole`].join(', ');
}

/** The engines differ in the sign of a digest's terms; modulo 2^64 they agree. */
function tableDigest(row: Record<string, unknown>, columns: number): TableDigest {
  const big = (value: unknown) => BigInt.asUintN(64, BigInt(value === null || value === undefined ? 0 : String(value)));
  return {
    rows: big(row.total),
    columns: Array.from({ length: columns }, (_, index) => ({
      present: big(row[`n${index}`]),
      digest: big(row[`d${index}`]),
    })),
    rowDigest: big(row.whole),
  };
}
