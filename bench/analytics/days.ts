import { join } from 'node:path';
import { addDays } from '@fluxion/engine/base';
import { columns } from '../load/sales-csv.ts';
import type { Extent } from './chain.ts';
import type { Setting } from './set-up.ts';

/** The lines of a store's day at the worst; in a small chain, fewer. */
export function linesOfDay(rows: number): number {
  return Math.min(500_000, Math.ceil(rows / 20));
}

/** The chain's days and the one after. */
export function withNextDay(extent: Extent): Extent {
  return { ...extent, to: addDays(extent.to, 1) };
}

/** Writes a file for each store with the day after the last, of lines that the chain has sold before. */
export async function writeNextDay({ bench, extent, sides }: Setting, lines: number): Promise<string[]> {
  const { stores } = extent;
  const { to: day } = withNextDay(extent);
  const files: string[] = [];
  for (const [number, store] of stores.entries()) {
    const file = join(bench.directory, `day-${store}.csv`);
    await sides.plain.connection.run(
      `COPY (
         SELECT ${columns} FROM (
           SELECT '${store}' AS ubicacion_id, DATE '${day}' AS fecha, TIMESTAMPTZ '${day} 12:00:00+00' + to_seconds(rowid % 36000) AS fecha_hora,
             'F' || rowid // 80 AS numero_factura, rowid // 16 % 5 + 1 AS linea, producto_id, cantidad, precio_unitario, costo_unitario, monto_total
           FROM ventas_raw WHERE rowid % ${stores.length} = ${number} LIMIT ${lines}))
       TO '${file}' (FORMAT csv, HEADER)`,
    );
    files.push(file);
  }
  return files;
}
