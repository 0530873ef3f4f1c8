import type { CopiedColumn } from '../../bridge/index.ts';
import { addPlaceholders, salesOf } from '../units/derived.ts';
import { replaceFacts, type FactTarget } from '../units/replace-facts.ts';
import type { StoreDayWriter } from '../units/unit.ts';
import { noteLastSales } from './stock/last-sales.ts';

const amount: CopiedColumn['type'] = { name: 'numeric', precision: 18, scale: 6 };
const text: CopiedColumn['type'] = { name: 'varchar', length: 50 };

/** The columns of ventas_raw, with the expressions that give them. */
const columns: readonly (CopiedColumn & { readonly sql: string })[] = [
  // From 1 within the unit: loading it again gives the same rows.
  { name: 'id', type: { name: 'int8' }, sql: 'n' },
  { name: 'ubicacion_id', type: text, sql: 'ubicacion_id' },
  { name: 'fecha', type: { name: 'date' }, sql: 'fecha' },
  { name: 'fecha_hora', type: { name: 'timestamptz' }, sql: 'fecha_hora' },
  { name: 'numero_factura', type: text, sql: 'numero_factura' },
  { name: 'linea', type: { name: 'int4' }, sql: 'linea' },
  { name: 'producto_id', type: text, sql: 'producto_id' },
  { name: 'cantidad', type: amount, sql: 'cantidad' },
  { name: 'precio_unitario', type: amount, sql: 'precio_unitario' },
  { name: 'costo_unitario', type: amount, sql: 'costo_unitario' },
  { name: 'monto_total', type: amount, sql: 'monto_total' },
  { name: 'carga_id', type: text, sql: 'carga_id' },
];

const target: FactTarget = {
  table: 'ventas_raw',
  columns,
  query: (rows) => `SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM ${rows}`,
};

/** Sales lines: into ventas_raw. */
export const ventasWriter: StoreDayWriter = {
  async write(context) {
    await addPlaceholders(context);
    await replaceFacts(context, [target]);
    await noteLastSales(context);
    return await salesOf(context, 'monto_total');
  },
};
