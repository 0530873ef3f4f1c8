import { chance, choice, filledTable } from '../expressions.ts';
import { mainSupplier } from '../inventory/levels.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { supplierId, supplierLeadDays, suppliersPerDepartment } from './proveedores.ts';

/** Every product's supplier, and for three in ten a second one that asks five percent more. */
export function productoProveedorConfig({ from, until }: DemoPlan): string[] {
  const another = `1 + ${choice(suppliersPerDepartment - 1, 'second supplier', 'id')}`;
  const second = `((${mainSupplier} + ${another}) % ${suppliersPerDepartment})`;
  return filledTable(
    'producto_proveedor_config',
    {
      id: ['VARCHAR', `id || '-' || proveedor_id`],
      producto_id: ['VARCHAR', 'id'],
      proveedor_id: ['VARCHAR', 'proveedor_id'],
      precio_compra: ['DECIMAL(12,4)', 'now4 * (95 + 5 * place) // 100 * 0.0001'],
      precio_anterior: ['DECIMAL(12,4)', 'then4 * (95 + 5 * place) // 100 * 0.0001'],
      moneda: ['VARCHAR', `'VES'`],
      cantidad_minima: ['DECIMAL(12,4)', 'case_units'],
      multiple_compra: ['DECIMAL(12,4)', 'case_units'],
      lead_time_dias: ['INTEGER', supplierLeadDays('proveedor_id', 'coalesce(dias_vencimiento, 9999)')],
      es_proveedor_principal: ['BOOLEAN', 'place = 1'],
      orden_preferencia: ['INTEGER', 'place'],
      activo: ['BOOLEAN', `fate <> 'discontinued'`],
      created_at: ['TIMESTAMPTZ', at('08:00:00', `DATE '${from}'`)],
      updated_at: ['TIMESTAMPTZ', at('20:00:00', `DATE '${until}'`)],
    },
    'FROM offer JOIN cost USING (product_n) ORDER BY producto_id, place',
    `offer AS (
       SELECT *, 1 AS place, ${supplierId('department_n', mainSupplier)} AS proveedor_id FROM product
       WHERE department_n >= 0
       UNION ALL
       SELECT *, 2, ${supplierId('department_n', second)} FROM product
       WHERE department_n >= 0 AND ${chance(300, 'two suppliers', 'id')}),
     cost AS (
       SELECT n.product_n, n.cost4 AS now4, b.cost4 AS then4
       FROM price_now n JOIN week_product b ON b.product_n = n.product_n AND b.week_n = 0)`,
  );
}
