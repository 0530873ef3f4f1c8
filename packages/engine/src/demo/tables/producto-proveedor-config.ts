import { mainSupplier } from '../inventory/levels.ts';
import { chance, choice, filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { supplierId, supplierLeadDays, suppliersPerDepartment } from './proveedores.ts';

const columns = {
  id: 'VARCHAR',
  producto_id: 'VARCHAR',
  proveedor_id: 'VARCHAR',
  precio_compra: 'DECIMAL(12,4)',
  precio_anterior: 'DECIMAL(12,4)',
  moneda: 'VARCHAR',
  cantidad_minima: 'DECIMAL(12,4)',
  multiple_compra: 'DECIMAL(12,4)',
  lead_time_dias: 'INTEGER',
  es_proveedor_principal: 'BOOLEAN',
  orden_preferencia: 'INTEGER',
  activo: 'BOOLEAN',
  created_at: 'TIMESTAMPTZ',
  updated_at: 'TIMESTAMPTZ',
};

/** Every product's supplier, and for three in ten a second one that asks a little more. */
export function productoProveedorConfig({ from, until }: DemoPlan): string[] {
  const second = `((${mainSupplier} + 1 + ${choice(suppliersPerDepartment - 1, 'second supplier', 'id')}) % ${suppliersPerDepartment})`;
  return filledTable(
    'producto_proveedor_config',
    columns,
    `WITH offer AS (SELECT *, 1 AS place, ${supplierId('department_n', mainSupplier)} AS proveedor_id FROM product WHERE department_n >= 0
         UNION ALL SELECT *, 2, ${supplierId('department_n', second)} FROM product WHERE department_n >= 0 AND ${chance(300, 'two suppliers', 'id')}),
       cost AS (SELECT n.product_n, n.cost4 AS now4, b.cost4 AS then4 FROM price_now n JOIN week_product b ON b.product_n = n.product_n AND b.week_n = 0)
     SELECT id || '-' || proveedor_id AS id, id AS producto_id, proveedor_id, now4 * (98 + 2 * place + (place - 1) * 3) // 100 * 0.0001 AS precio_compra, then4 * 0.0001 AS precio_anterior, 'USD' AS moneda,
       case_units AS cantidad_minima, case_units AS multiple_compra, ${supplierLeadDays('proveedor_id', 'coalesce(dias_vencimiento, 9999)')} AS lead_time_dias, place = 1 AS es_proveedor_principal,
       place AS orden_preferencia, fate <> 'discontinued' AS activo, ${at('08:00:00', `DATE '${from}'`)} AS created_at, ${at('20:00:00', `DATE '${until}'`)} AS updated_at
     FROM offer JOIN cost USING (product_n) ORDER BY producto_id, place`,
  );
}
