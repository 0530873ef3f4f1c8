import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { feeds, type Description, type FeedSpec } from '../../../sources/index.ts';
import type { KnownStore } from '../../stores.ts';
import { interpret } from '../interpret.ts';
import type { Interpretation } from '../types.ts';

/** A delivery to be tried: texts by field, a row for each line, from line 2 on. */
export interface Texts {
  readonly feed?: FeedSpec;
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  readonly description?: Partial<Description>;
  readonly constants?: Readonly<Record<string, string>>;
  readonly defaults?: Readonly<Record<string, string>>;
  readonly stores?: readonly KnownStore[];
  readonly now?: Date;
  readonly nativeNumbers?: boolean;
}

export interface Tried extends Interpretation {
  /** In the order of lines; decimals, dates and instants as texts. */
  readonly loaded: readonly Record<string, unknown>[];
  readonly rejects: readonly Record<string, unknown>[];
}

export const caracas: KnownStore = { id: 'TIENDA_01', codigo: '001', zona_horaria: 'America/Caracas' };

const plain: Description = {
  columns: {},
  constants: {},
  defaults: {},
  values: {},
  file: {},
  parts: false,
  partial: false,
};

export const tables = { rows: '"tried_rows"', rejects: '"tried_rejects"' };
export const raw = '"tried_raw"';

let duck: Promise<DuckDBConnection> | undefined;

/** A database in memory, in UTC, one for each test file. */
export function tryingDuck(): Promise<DuckDBConnection> {
  duck ??= DuckDBInstance.create(':memory:', { threads: '2' }).then(async (instance) => {
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'`);
    return connection;
  });
  return duck;
}

/** Interprets texts as a delivery of the feed (ventas) of store TIENDA_01 in Caracas. */
export async function interpretTexts(texts: Texts): Promise<Tried> {
  const { rows, feed = feeds.ventas, description, constants = {}, defaults = {}, stores = [caracas] } = texts;
  const connection = await tryingDuck();
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  await connection.run(
    `CREATE OR REPLACE TABLE ${raw} (line BIGINT${names.map((name) => `, ${quoteIdentifier(name)} VARCHAR`).join('')})`,
  );
  const lines = rows.map((row, index) => {
    const values = names.map((name) =>
      row[name] == null ? 'NULL' : quoteLiteral(row[name]).replaceAll('\0', `' || chr(0) || '`),
    );
    return `(${[index + 2, ...values].join(', ')})`;
  });
  if (lines.length > 0) await connection.run(`INSERT INTO ${raw} VALUES ${lines.join(', ')}`);
  const outcome = await interpret({
    duck: connection,
    raw,
    tables,
    mapping: { feed, columns: new Map(names.map((name, index) => [name, index])), constants, defaults },
    description: { ...plain, ...description },
    stores,
    now: texts.now ?? new Date('2024-06-30T15:00:00Z'),
    ...(texts.nativeNumbers === undefined ? {} : { nativeNumbers: texts.nativeNumbers }),
  });
  return {
    ...outcome,
    loaded: await smallRowsJson(connection, `SELECT * FROM ${tables.rows} ORDER BY line`),
    rejects: await smallRowsJson(connection, `SELECT * FROM ${tables.rejects} ORDER BY line`),
  };
}

/** Of each line one field's value, or what its reject says. */
export function outcomes({ loaded, rejects }: Tried, field: string): unknown[] {
  const all = [
    ...loaded.map((row) => [Number(row['line']), row[field]] as const),
    ...rejects.map((row) => [Number(row['line']), `${String(row['field'])} ${String(row['reason'])}`] as const),
  ];
  return all.toSorted(([left], [right]) => left - right).map(([, outcome]) => outcome);
}

/** A line of sales that is all right, with what is to be tried. */
export function sale(texts: Readonly<Record<string, string | null>> = {}): Record<string, string | null> {
  return { ubicacion_id: '001', fecha: '2024-05-03', producto_id: 'P1', cantidad: '2', monto_total: '10.50', ...texts };
}

/** A line that lacks fields. */
export const without = (line: Readonly<Record<string, string | null>>, ...fields: readonly string[]) =>
  Object.fromEntries(Object.entries(line).filter(([name]) => !fields.includes(name)));
