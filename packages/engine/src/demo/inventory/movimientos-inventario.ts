import { outOfStock } from '../demand/availability.ts';
import { choice, filledTable } from '../expressions.ts';
import { recentDays, type DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { supplierId } from '../tables/proveedores.ts';
import { mainSupplier } from './levels.ts';

const columns = {
  id: 'VARCHAR',
  ubicacion_id: 'VARCHAR',
  fecha: 'DATE',
  fecha_hora: 'TIMESTAMPTZ',
  producto_id: 'VARCHAR',
  tipo_movimiento: 'VARCHAR',
  subtipo: 'VARCHAR',
  origen: 'VARCHAR',
  destino: 'VARCHAR',
  referencia: 'VARCHAR',
  cantidad: 'DECIMAL(12,4)',
  stock_anterior: 'DECIMAL(12,4)',
  stock_nuevo: 'DECIMAL(12,4)',
  costo_unitario: 'DECIMAL(12,4)',
  valor_total: 'DECIMAL(18,2)',
  usuario: 'VARCHAR',
  observaciones: 'VARCHAR',
};

/**
 * The movements of stock in the stores that deliver receipts, over the last 60 days: sales and returns summed up by product
 * and day, deliveries, counts and losses. `cantidad` is signed (what leaves is negative), so that stock_nuevo is always
 * stock_anterior + cantidad, and the last stock_nuevo is the stock of stock_actual.
 *
 * A product's days fall into stretches: a week, or shorter where it comes back after having run out. A stretch begins with
 * a delivery of what it will sell, so that it ends at the product's usual level, at nothing if the product runs out in
 * it, or, the last one, at the stock of today.
 */
export function movimientosInventario(plan: DemoPlan): string[] {
  return [stretches(plan), flows(), ...movements(plan)];
}

function stretches(plan: DemoPlan): string {
  const first = plan.lastDay - recentDays + 1;
  return `CREATE TEMP TABLE stretch AS
    WITH pair AS (SELECT l.store_n, l.product_n, stock, stock_minimo, ${choice(7, 'delivery day', 'l.store_n', 'l.product_n')} AS phase
        FROM place_product l SEMI JOIN daily_sales d ON d.store_n = l.store_n AND d.product_n = l.product_n JOIN store s ON s.store_n = l.store_n WHERE recibos),
      pair_day AS (SELECT pair.*, day_n, fecha, day_n = ${first} AS first, ${outOfStock(plan, 'product_n')} AS out,
          ${outOfStock(plan, 'product_n', '(day_n - 1)')} AS was_out FROM pair, day WHERE day_n >= ${first}),
      numbered AS (SELECT *, sum((first OR (day_n + phase) % 7 = 0 OR (was_out AND NOT out))::INTEGER) OVER (PARTITION BY store_n, product_n ORDER BY day_n)::INTEGER AS stretch FROM pair_day),
      sold AS (SELECT n.*, coalesce(sold - returned, 0) AS net FROM numbered n LEFT JOIN daily_sales d ON d.store_n = n.store_n AND d.product_n = n.product_n AND d.fecha = n.fecha)
    SELECT store_n, product_n, stretch, stock, stock_minimo, sum(net) AS net, min(day_n) AS first_day, max(day_n) AS last_day, coalesce(min(day_n) FILTER (out), max(day_n)) AS count_day,
      bool_or(out) AS runs_out, bool_or(first AND was_out) AS begins_out
    FROM sold GROUP BY store_n, product_n, stretch, stock, stock_minimo`;
}

/** `usual` is the level a stretch ends at; low enough that the last stretch need not take anything away. */
function flows(): string {
  return `CREATE TEMP TABLE flow AS
    WITH last AS (SELECT store_n, product_n, max_by(net, stretch) AS last_net, max(stretch) AS last_stretch FROM stretch GROUP BY store_n, product_n),
      usual AS (SELECT *, least(greatest(stock_minimo, 1), stock + last_net) AS usual FROM stretch JOIN last USING (store_n, product_n)),
      target AS (SELECT *, CASE WHEN stretch = last_stretch THEN stock WHEN runs_out THEN 0 ELSE usual END AS target, CASE WHEN begins_out THEN 0 ELSE usual END AS initial FROM usual)
    SELECT store_n, product_n, stretch, first_day, count_day, lag(target, 1, initial) OVER (PARTITION BY store_n, product_n ORDER BY stretch) AS before,
      (net + target - before)::DECIMAL(12,4) AS needed FROM target`;
}

function movements({ until }: DemoPlan): string[] {
  const own = 'store_n, product_n';
  const fromCentre = `${choice(10, 'route', 'product_n')} < 6`;
  const perishable = 'coalesce(dias_vencimiento, 9999) <= 30';
  return [
    `CREATE TEMP TABLE movement AS
     SELECT ${own}, day_n, 1 AS step, needed AS cantidad FROM flow JOIN day ON day_n = first_day WHERE needed > 0
     UNION ALL SELECT ${own}, day_n, 4, needed FROM flow JOIN day ON day_n = count_day WHERE needed < 0
     UNION ALL SELECT ${own}, day_n, 2, returned FROM daily_sales JOIN store USING (store_n) JOIN day USING (fecha) WHERE recibos AND returned > 0
     UNION ALL SELECT ${own}, day_n, 3, -sold FROM daily_sales JOIN store USING (store_n) JOIN day USING (fecha) WHERE recibos AND sold > 0`,
    ...filledTable(
      'movimientos_inventario',
      columns,
      `WITH running AS (SELECT m.*, sum(m.cantidad) OVER (PARTITION BY m.store_n, m.product_n ORDER BY day_n, step) AS moved, coalesce(before, 0) AS initial
         FROM movement m LEFT JOIN flow f ON f.store_n = m.store_n AND f.product_n = m.product_n AND f.stretch = 1),
       told AS (SELECT r.*, d.fecha, d.week_n, s.id AS ubicacion_id, p.id AS producto_id, dias_vencimiento,
           CASE WHEN region IN ('Oriente', 'Guayana', 'Insular') THEN 'CEDI_02' ELSE 'CEDI_01' END AS centre, ${supplierId('greatest(department_n, 0)', mainSupplier)} AS supplier
         FROM running r JOIN store s USING (store_n) JOIN product p USING (product_n) JOIN day d USING (day_n))
       SELECT 'M' || (row_number() OVER (ORDER BY fecha, ubicacion_id, step, producto_id))::VARCHAR AS id, ubicacion_id, fecha,
         CASE step WHEN 1 THEN ${at('06:30:00', 'fecha')} WHEN 4 THEN ${at('22:30:00', 'fecha')} ELSE ${at('22:00:00', 'fecha')} END AS fecha_hora, producto_id,
         CASE WHEN step = 1 AND ${fromCentre} THEN 'transferencia' WHEN step IN (1, 2) THEN 'entrada' WHEN step = 3 OR ${perishable} THEN 'salida' ELSE 'ajuste' END AS tipo_movimiento,
         CASE step WHEN 1 THEN CASE WHEN ${fromCentre} THEN 'reposicion' ELSE 'compra' END WHEN 2 THEN 'devolucion' WHEN 3 THEN 'venta'
           ELSE CASE WHEN ${perishable} THEN 'merma' ELSE 'conteo' END END AS subtipo,
         CASE WHEN step = 1 THEN CASE WHEN ${fromCentre} THEN centre ELSE supplier END WHEN step >= 3 THEN ubicacion_id END AS origen,
         CASE WHEN step <= 2 THEN ubicacion_id END AS destino, CASE WHEN step IN (2, 3) THEN 'VENTAS-' || strftime(fecha, '%Y%m%d') END AS referencia,
         cantidad, initial + moved - cantidad AS stock_anterior, initial + moved AS stock_nuevo, cost4 * 0.0001 AS costo_unitario, round(cantidad * (cost4 * 0.0001), 2) AS valor_total,
         CASE step WHEN 1 THEN 'recepcion' WHEN 4 THEN 'inventario' ELSE 'caja' END AS usuario,
         CASE WHEN step = 4 THEN CASE WHEN ${perishable} THEN 'Producto vencido o dañado' ELSE 'Faltante en conteo físico' END END AS observaciones
       FROM told JOIN week_product USING (week_n, product_n) WHERE fecha <= DATE '${until}'
       ORDER BY fecha, ubicacion_id, step, producto_id`,
    ),
  ];
}
