import type { Pool } from 'pg';

/** Stores whose zones have summer time, half hours and none of both, and names that sort differently by locale. */
const mastersSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria) VALUES
    ('T1', '1', 'Ávila', 'tienda', 'America/Caracas'), ('t2', '2', 'zulia', 'tienda', 'America/New_York'),
    ('T10', '10', 'Zamora', 'tienda', 'Asia/Kolkata'), ('CEDI', '90', 'avión', 'cedi', 'UTC');
  INSERT INTO productos (id, codigo, descripcion, categoria) VALUES
    ('P1', '1', 'Harina', 'Víveres'), ('p1', '2', 'harina', 'víveres'), ('Ñ2', '3', 'Ñame', 'Frutas'), ('P 3', '4', '', 'Frutas'),
    ('P-3', '5', 'Piña', 'FRUTAS'), ('é', '6', 'Écurie', 'Ñoquis'), ('P9', '9', 'Never sold', 'Óptica')`;

/**
 * Lines around a leap day, the days on which New York moves its clocks, the turn of a year, and a year (364 and 366 days)
 * before: with 6 decimals, returns, gifts, equal amounts, invoice numbers that collide between stores, and NULLs of
 * every column that may have them.
 */
const linesSql = `
  WITH dias (fecha, n) AS (
    SELECT dia::date, row_number() OVER (ORDER BY dia) FROM unnest(ARRAY[
      '2023-02-28', '2023-03-01', '2023-03-12', '2023-12-31', '2024-01-01', '2024-02-26', '2024-02-28', '2024-02-29', '2024-03-01',
      '2024-03-09', '2024-03-10', '2024-03-11', '2024-11-03']::date[]) AS dia
  )
  INSERT INTO ventas_raw (ubicacion_id, fecha, fecha_hora, numero_factura, linea, producto_id, cantidad, precio_unitario,
                          costo_unitario, monto_total)
  SELECT (ARRAY['T1', 't2', 'T10'])[1 + i % 3], fecha,
         CASE WHEN i % 17 > 0 THEN (fecha + TIME '04:59:59.999999' + i * INTERVAL '37 minutes') AT TIME ZONE 'UTC' END,
         CASE WHEN i % 11 > 0 THEN 'F' || i / 4 END, i % 4,
         CASE WHEN i % 13 > 0 THEN (ARRAY['P1', 'p1', 'Ñ2', 'P 3', 'P-3', 'é', 'unknown'])[1 + (i * n) % 7] END,
         CASE WHEN i % 19 > 0 THEN (i % 9 - 2) * 0.333333 END,
         1.5,
         CASE WHEN i % 7 > 0 THEN i * 300.100001 END,
         CASE WHEN i % 23 > 0 THEN (i % 9 - 2) * 12345.678901 + n END
  FROM dias, generate_series(1, 40) AS i
  WHERE (i + n) % 5 > 0`;

/** Rates before, between and on days of sales: the least and about the highest that there are, and some that end in no quotient. */
const ratesSql = `
  INSERT INTO tasas_cambio (fecha, bs_por_usd, fuente) VALUES
    ('2022-11-05', 3, 'manual'), ('2023-02-28', 17.5, 'facturas'), ('2023-12-30', 36.123457, 'facturas'),
    ('2024-02-27', 0.000123, 'manual'), ('2024-02-29', 4600000.000001, 'manual'), ('2024-03-02', 7, 'facturas'),
    ('2024-03-11', 36.5, 'facturas'), ('2025-01-01', 52.02, 'facturas')`;

/** Fills a database of Fluxion's schema with sales on which engines could differ. */
export async function createAwkwardSales(pool: Pool): Promise<void> {
  await pool.query(mastersSql);
  await pool.query(`SELECT fluxion.ensure_partitions('2023-02-01', '2024-12-31')`);
  await pool.query(linesSql);
  await pool.query(ratesSql);
}
