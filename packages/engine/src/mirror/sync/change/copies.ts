import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { quoteIdentifier, type Rollup } from '../../../base/index.ts';
import { takeQuery } from '../../../bridge/index.ts';
import type { Layout } from '../../notes/index.ts';
import type { TableState } from '../state/index.ts';
import { copyName, copySchema, createCopySql, takenColumns } from '../table/index.ts';
import { dropOthers } from './rollups.ts';

export interface CopyContext {
  /** In a transaction of PostgreSQL's, at the snapshot. */
  readonly client: ClientBase;
  /** In a transaction of DuckDB's. */
  readonly duck: DuckDBConnection;
  /** Those of the table. */
  readonly rollups: readonly Rollup[];
  readonly signal: AbortSignal;
  readonly onRows?: ((rows: number) => void) | undefined;
}

/** Makes an empty copy in the place of what there was. */
export async function beginCopy({ duck }: CopyContext, layout: Layout): Promise<void> {
  await duck.run(`CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(copySchema(layout.table.schema))}`);
  await duck.run(`DROP TABLE IF EXISTS ${copyName(layout.table)}`);
  await duck.run(createCopySql(layout));
}

/** Copies rows, given what stands behind FROM in PostgreSQL. */
export function take({ client, duck, signal, onRows }: CopyContext, layout: Layout, from: string): Promise<number> {
  return takeQuery({ client, duck, columns: takenColumns(layout), from, into: copyName(layout.table), onRows, signal });
}

/** Removes the copy. */
export async function dropCopy(duck: DuckDBConnection, { layout, rollups }: TableState): Promise<void> {
  await dropOthers(duck, rollups, []);
  await duck.run(`DROP TABLE IF EXISTS ${copyName(layout.table)}`);
}
