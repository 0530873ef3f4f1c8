/** A table that is loaded, replaced and read by the stores' business days (`ubicacion_id`, `fecha`), and partitioned. */
export interface FactTable {
  readonly table: string;
  /** The DATE column that decides a row's partition. */
  readonly partitionColumn: string;
}

/** The facts of the chain, receipts before their lines. */
export const factTables: readonly FactTable[] = [
  { table: 'ventas_raw', partitionColumn: 'fecha' },
  { table: 'facturas', partitionColumn: 'fecha' },
  { table: 'items_facturas', partitionColumn: 'fecha' },
  { table: 'movimientos_inventario', partitionColumn: 'fecha' },
];
