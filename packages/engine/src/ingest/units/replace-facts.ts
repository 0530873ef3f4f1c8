import { copyQuery, type CopiedColumn } from '../../bridge/index.ts';
import type { Unit, WriteContext } from './unit.ts';

/** A fact table that a feed's units are kept in. */
export interface FactTarget {
  readonly table: 'ventas_raw' | 'facturas' | 'items_facturas' | 'movimientos_inventario';
  readonly columns: readonly CopiedColumn[];
  /** A query in DuckDB's SQL of the table's rows, whose columns are those above; `rows` is `WriteContext.rows`. */
  readonly query: (rows: string) => string;
}

/**
 * Puts the units' rows in the place of those that are there, straight into the month's partitions, where COPY inserts in
 * batches. Tables are emptied in reverse order and filled in order, so that rows that others refer to come first.
 * @throws the server's refusal, or DuckDB's
 */
export async function replaceFacts(context: WriteContext, targets: readonly FactTarget[]): Promise<void> {
  const { client, units } = context;
  const [first] = units;
  if (!first) return;
  const { rows } = await client.query<{ partition: string }>(
    `SELECT format('public.%I', fluxion.partition_name(t, $2::date)) AS partition
     FROM unnest($1::text[]) WITH ORDINALITY AS u (t, n) ORDER BY n`,
    [targets.map(({ table }) => table), first.fecha],
  );
  const placed = targets.map((target, index) => ({ ...target, into: rows[index]?.partition ?? '' }));
  for (const { into } of placed.toReversed()) {
    await client.query(
      `DELETE FROM ${into} WHERE (ubicacion_id, fecha) IN (SELECT * FROM unnest($1::text[], $2::date[]))`,
      unitArrays(units),
    );
  }
  if (units.every((unit) => unit.rows === 0)) return;
  for (const { into, columns, query } of placed) {
    await copyQuery({
      duck: context.duck,
      client,
      query: query(context.rows),
      into,
      columns,
      ...(context.onRows && { onRows: context.onRows }),
      signal: context.signal,
    });
  }
}

/** The units' stores and dates, as the parameters of unnest(text[], date[]). */
export function unitArrays(
  units: readonly Pick<Unit, 'ubicacionId' | 'fecha'>[],
): [stores: readonly string[], dates: readonly string[]] {
  return [units.map(({ ubicacionId }) => ubicacionId), units.map(({ fecha }) => fecha)];
}
