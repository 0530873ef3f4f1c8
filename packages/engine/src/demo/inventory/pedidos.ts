import { departments } from '../catalogue/departments.ts';
import { chance, choice, filledTable, list } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { servingCentre } from '../stores/regions.ts';
import { supplierId, suppliersPerDepartment } from '../tables/proveedores.ts';
import { mainSupplier } from './levels.ts';

const weeks = 8;

/** Lines of an order at most. */
const mostLines = 25;

/** The states of an order that is on its way. */
const underWay = ['borrador', 'solicitado', 'solicitado', 'aprobado', 'en_preparacion', 'en_transito'];

/**
 * The stores' orders of the last eight weeks: each week one to the store's centre, every other week one to a supplier. The
 * latest are still on their way through the states and ask for what is at or below its reorder point now; the older
 * ones arrived, but for a few.
 */
export function pedidos({ until }: DemoPlan): string[] {
  const written = at('10:00:00', 'fecha');
  const changed = at('16:00:00', `least(fecha + 3, DATE '${until}')`);
  const inState = (...states: string[]) => `list_contains(${list(states)}, estado)`;
  const approved = inState('aprobado', 'en_preparacion', 'en_transito', 'recibido');
  const oneShort = `CASE WHEN ${chance(60, 'short delivery', 'pedido_id', 'producto_id')} THEN 1 ELSE 0 END`;
  return [
    createOrders(until),
    createOrderLines,
    ...filledTable(
      'pedidos',
      {
        id: ['VARCHAR', 'pedido_id'],
        ubicacion_id: ['VARCHAR', 'ubicacion_id'],
        ubicacion_origen_id: ['VARCHAR', 'centre'],
        proveedor_id: ['VARCHAR', 'supplier'],
        fecha: ['DATE', 'fecha'],
        fecha_entrega: [
          'DATE',
          `CASE WHEN NOT ${inState('borrador', 'rechazado', 'cancelado')} THEN fecha + 2 + store_n % 4 END`,
        ],
        estado: ['VARCHAR', 'estado'],
        created_at: ['TIMESTAMPTZ', written],
        updated_at: ['TIMESTAMPTZ', changed],
      },
      'FROM order_line WHERE place = 1 ORDER BY pedido_id',
    ),
    ...filledTable(
      'pedidos_detalle',
      {
        id: ['VARCHAR', `pedido_id || '-' || producto_id`],
        pedido_id: ['VARCHAR', 'pedido_id'],
        producto_id: ['VARCHAR', 'producto_id'],
        cantidad_sugerida: ['DECIMAL(12,4)', 'cases * case_units'],
        cantidad_solicitada: ['DECIMAL(12,4)', 'asked * case_units'],
        cantidad_aprobada: ['DECIMAL(12,4)', `CASE WHEN ${approved} THEN asked * case_units END`],
        cantidad_recibida: [
          'DECIMAL(12,4)',
          `CASE WHEN estado = 'recibido' THEN (asked - ${oneShort}) * case_units END`,
        ],
        unidades_por_bulto: ['DECIMAL(12,4)', 'case_units'],
        costo_unitario: ['DECIMAL(12,4)', 'cost4 * 0.0001'],
        created_at: ['TIMESTAMPTZ', written],
        updated_at: ['TIMESTAMPTZ', changed],
      },
      'FROM order_line ORDER BY pedido_id, place',
    ),
  ];
}

/** Kind 1 goes to the centre, kind 2 to a supplier. */
function createOrders(until: string): string {
  const drawn = (choices: number, what: string) => choice(choices, what, 'store_n', 'week', 'kind');
  const supplier = supplierId(
    drawn(departments.length, 'order department'),
    drawn(suppliersPerDepartment, 'order supplier'),
  );
  const state = drawn(100, 'order state');
  return `CREATE TEMP TABLE store_order AS
    SELECT store.id AS ubicacion_id, store_n, week, CASE WHEN kind = 1 THEN ${servingCentre} END AS centre,
      CASE WHEN kind = 2 THEN ${supplier} END AS supplier, DATE '${until}' - (week * 7 + store_n % 6)::INTEGER AS fecha,
      'P' || strftime(fecha, '%y%m%d') || right(ubicacion_id, 2) || kind AS pedido_id,
      CASE WHEN week = 0 THEN ${list(underWay)}[1 + ${state} % ${underWay.length}]
        WHEN week = 1 AND ${state} < 30 THEN 'en_transito'
        WHEN ${state} >= 96 THEN 'rechazado' WHEN ${state} >= 91 THEN 'cancelado' ELSE 'recibido' END AS estado
    FROM store, range(${weeks}) w(week), range(1, 3) k(kind) WHERE kind = 1 OR week % 2 = 0`;
}

const createOrderLines = `CREATE TEMP TABLE order_line AS
  WITH wanted AS (
    SELECT o.*, l.id AS producto_id, case_units, cost4,
      greatest(1, ceil(((stock_maximo - greatest(stock, 0)) / case_units)::DOUBLE))::INTEGER AS cases,
      row_number() OVER (PARTITION BY pedido_id ORDER BY demand30 * price4 DESC, l.id) AS place
    FROM store_order o JOIN place_product l ON l.store_n = o.store_n
    WHERE fate IN ('regular', 'new')
      AND (supplier IS NULL OR supplier = ${supplierId('department_n', mainSupplier)})
      AND CASE WHEN week = 0 THEN stock <= punto_reorden
        ELSE supplier IS NOT NULL OR ${chance(40, 'ordered', 'l.id', 'o.store_n', 'week')} END)
  SELECT *, cases + CASE WHEN ${chance(120, 'changed by hand', 'pedido_id', 'producto_id')} THEN 1 ELSE 0 END AS asked
  FROM wanted WHERE place <= ${mostLines}`;
