import type { Pool } from 'pg';

const tables = [
  'productos',
  'ventas_raw',
  'ventas_diarias',
  'facturas',
  'items_facturas',
  'movimientos_inventario',
  'stock_actual',
];

/** When and by which load a row came is not what it says. */
const passing = `'{created_at,updated_at,carga_id}'::text[]`;

const digestOf = (table: string, by: string) =>
  `SELECT concat_ws(' ', '${table}', ${by}, count(*), sum(hashtextextended((to_jsonb(t) - ${passing})::text, 0))) AS line FROM ${table} AS t`;

const ledgerSql = `
  SELECT concat_ws(' ', 'cargas', fuente, ubicacion_id, fecha, resultado, filas_cargadas, contenido, sumas) AS line FROM cargas
  ORDER BY fuente, ubicacion_id, fecha`;

async function linesOf(pool: Pool, sql: string): Promise<string[]> {
  return (await pool.query<{ line: string }>(sql)).rows.map(({ line }) => line);
}

/** Everything that loads write, as texts to be compared: every table's rows, and what the ledger says that they are. */
export async function contentsOf(pool: Pool): Promise<string[]> {
  const digests = await linesOf(pool, tables.map((table) => digestOf(table, 'NULL')).join(' UNION ALL '));
  return [...digests, ...(await linesOf(pool, ledgerSql))];
}

/** The store-days of sales, as texts to be compared. */
export async function storeDaysOf(pool: Pool): Promise<string[]> {
  return await linesOf(pool, `${digestOf('ventas_raw', 'ubicacion_id, fecha')} GROUP BY ubicacion_id, fecha`);
}

/** What contradicts itself, as a reader finds it at any moment; empty: nothing. */
export async function contradictionsOf(pool: Pool): Promise<string[]> {
  return await linesOf(
    pool,
    `WITH held AS (
       SELECT ubicacion_id, fecha, count(*) AS lines, sum(monto_total) AS total, count(DISTINCT carga_id) AS loads,
         min(carga_id) AS load, count(DISTINCT id) AS ids
       FROM ventas_raw GROUP BY ubicacion_id, fecha)
     SELECT concat_ws(' ', h.ubicacion_id, h.fecha, h.lines, h.total, d.lineas, d.venta_total, c.filas_cargadas, c.resultado) AS line
     FROM held AS h
     FULL JOIN ventas_diarias AS d ON d.ubicacion_id = h.ubicacion_id AND d.fecha = h.fecha
     FULL JOIN (SELECT * FROM cargas WHERE fuente IN ('ventas', 'facturas')) AS c
       ON c.ubicacion_id = h.ubicacion_id AND c.fecha = h.fecha
     WHERE (h.lines = d.lineas AND h.total = d.venta_total AND h.loads = 1 AND h.load = c.id AND h.ids = h.lines
       AND h.lines = c.filas_cargadas AND c.resultado IN ('cargada', 'con_rechazos')) IS NOT TRUE
     UNION ALL SELECT concat_ws(' ', 'entregas', id, resultado) FROM entregas AS e
       WHERE resultado IN ('cargada', 'con_rechazos')
       AND filas_rechazadas <> (SELECT count(*) FROM rechazos AS r WHERE r.entrega_id = e.id)`,
  );
}
