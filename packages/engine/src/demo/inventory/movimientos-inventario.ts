import { choice, filledTable, type FilledColumns } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { servingCentre } from '../stores/regions.ts';
import { supplierId } from '../tables/proveedores.ts';
import { mainSupplier } from './levels.ts';
import { createStockFlow } from './stock-flow.ts';

/** The order of a day: the delivery in the morning, returns and sales summed up at night, then the count. */
const steps = { delivery: 1, returns: 2, sales: 3, count: 4 } as const;

const createMovements = `CREATE TEMP TABLE movement AS
  SELECT store_n, product_n, first_day AS day_n, ${steps.delivery} AS step, needed AS cantidad FROM flow WHERE needed > 0
  UNION ALL
  SELECT store_n, product_n, count_day, ${steps.count}, needed FROM flow WHERE needed < 0
  UNION ALL
  SELECT store_n, product_n, day_n, ${steps.returns}, returned
  FROM daily_sales JOIN store USING (store_n) JOIN day USING (fecha) WHERE recibos AND returned > 0
  UNION ALL
  SELECT store_n, product_n, day_n, ${steps.sales}, -sold
  FROM daily_sales JOIN store USING (store_n) JOIN day USING (fecha) WHERE recibos AND sold > 0`;

const fromCentre = `(${choice(10, 'route', 'product_n')} < 6)`;
const perishable = '(coalesce(dias_vencimiento, 9999) <= 30)';

/** A value by the step of the day; a delivery's is one from the centre or one from a supplier, a count's a loss or a mistake. */
function byStep(
  delivery: [centre: string, supplier: string],
  returns: string,
  sales: string,
  count: [loss: string, mistake: string],
): string {
  return `CASE step
    WHEN ${steps.delivery} THEN CASE WHEN ${fromCentre} THEN ${delivery[0]} ELSE ${delivery[1]} END
    WHEN ${steps.returns} THEN ${returns}
    WHEN ${steps.sales} THEN ${sales}
    ELSE CASE WHEN ${perishable} THEN ${count[0]} ELSE ${count[1]} END END`;
}

const atNight = at('22:00:00', 'fecha');
const afterwards = at('22:30:00', 'fecha');
const inTheMorning = at('06:30:00', 'fecha');
const daySales = `'VENTAS-' || strftime(fecha, '%Y%m%d')`;

const columns: FilledColumns = {
  id: ['VARCHAR', `'M' || row_number() OVER (ORDER BY fecha, ubicacion_id, step, producto_id)`],
  ubicacion_id: ['VARCHAR', 'ubicacion_id'],
  fecha: ['DATE', 'fecha'],
  fecha_hora: ['TIMESTAMPTZ', byStep([inTheMorning, inTheMorning], atNight, atNight, [afterwards, afterwards])],
  producto_id: ['VARCHAR', 'producto_id'],
  tipo_movimiento: [
    'VARCHAR',
    byStep([`'transferencia'`, `'entrada'`], `'entrada'`, `'salida'`, [`'salida'`, `'ajuste'`]),
  ],
  subtipo: ['VARCHAR', byStep([`'reposicion'`, `'compra'`], `'devolucion'`, `'venta'`, [`'merma'`, `'conteo'`])],
  origen: ['VARCHAR', byStep(['centre', 'supplier'], 'NULL', 'ubicacion_id', ['ubicacion_id', 'ubicacion_id'])],
  destino: ['VARCHAR', byStep(['ubicacion_id', 'ubicacion_id'], 'ubicacion_id', 'NULL', ['NULL', 'NULL'])],
  referencia: ['VARCHAR', byStep(['NULL', 'NULL'], daySales, daySales, ['NULL', 'NULL'])],
  cantidad: ['DECIMAL(12,4)', 'cantidad'],
  stock_anterior: ['DECIMAL(12,4)', 'upto - cantidad'],
  stock_nuevo: ['DECIMAL(12,4)', 'upto'],
  costo_unitario: ['DECIMAL(12,4)', 'cost4 * 0.0001'],
  valor_total: ['DECIMAL(18,2)', 'round(cantidad * (cost4 * 0.0001), 2)'],
  usuario: ['VARCHAR', byStep([`'recepcion'`, `'recepcion'`], `'caja'`, `'caja'`, [`'inventario'`, `'inventario'`])],
  observaciones: [
    'VARCHAR',
    byStep(['NULL', 'NULL'], 'NULL', 'NULL', [`'Producto vencido o dañado'`, `'Faltante en conteo físico'`]),
  ],
};

/**
 * The movements of stock in the stores that deliver receipts, over the last 60 days: sales and returns summed up by product
 * and day, deliveries, counts and losses. `cantidad` is signed (what leaves is negative), so that stock_nuevo is always
 * stock_anterior + cantidad, and the last stock_nuevo is the stock of stock_actual.
 */
export function movimientosInventario(plan: DemoPlan): string[] {
  return [
    ...createStockFlow(plan),
    createMovements,
    ...filledTable(
      'movimientos_inventario',
      columns,
      'FROM told ORDER BY fecha, ubicacion_id, step, producto_id',
      `running AS (
         SELECT movement.*, before + sum(cantidad) OVER (PARTITION BY store_n, product_n ORDER BY day_n, step) AS upto
         FROM movement JOIN (SELECT store_n, product_n, before FROM flow WHERE stretch = 1) USING (store_n, product_n)),
       told AS (
         SELECT running.*, fecha, store.id AS ubicacion_id, product.id AS producto_id, dias_vencimiento, cost4,
           ${servingCentre} AS centre, ${supplierId('greatest(department_n, 0)', mainSupplier)} AS supplier
         FROM running JOIN store USING (store_n) JOIN product USING (product_n) JOIN day USING (day_n)
         JOIN (SELECT week_n, product_n, cost4 FROM week_product) USING (week_n, product_n))`,
    ),
  ];
}
