import { factTables } from './fact-tables.ts';

/** A table of the chain's whose copy is kept for analytics. */
export interface TableToMirror {
  readonly name: string;
  /** The columns whose values make a unit, which is brought across as one; none: the table is one unit. */
  readonly unit: readonly string[];
}

/** A store's business day, as the facts are loaded and replaced. */
const storeDay = ['ubicacion_id', 'fecha'];

/**
 * What analytics reads: the facts and their daily sums by the store's day, stock and its settings by store, the masters
 * whole. People, their tokens, and orders stay in PostgreSQL alone.
 */
export const mirroredTables: readonly TableToMirror[] = [
  ...factTables.map(({ table }) => ({ name: table, unit: storeDay })),
  { name: 'ventas_diarias', unit: storeDay },
  { name: 'stock_actual', unit: ['ubicacion_id'] },
  { name: 'producto_ubicacion_config', unit: ['ubicacion_id'] },
  { name: 'productos_abc_v2_historico', unit: ['ubicacion_id', 'fecha_calculo'] },
  { name: 'tasas_cambio', unit: [] },
  { name: 'ubicaciones', unit: [] },
  { name: 'productos', unit: [] },
  { name: 'categorias_config', unit: [] },
  { name: 'proveedores', unit: [] },
  { name: 'producto_proveedor_config', unit: [] },
  { name: 'conjuntos_sustituibles', unit: [] },
];
