/** A table that is loaded, replaced and read in whole units, and partitioned. */
export interface FactTable {
  readonly table: string;
  /** Rows that agree in these columns are one unit: a store's business day. */
  readonly unitColumns: readonly string[];
  /** The DATE column that decides a row's partition. */
  readonly partitionColumn: string;
}

const storeDay = { unitColumns: ['ubicacion_id', 'fecha'], partitionColumn: 'fecha' } as const;

/** The facts of the chain, receipts before their lines. */
export const factTables: readonly FactTable[] = [
  { table: 'ventas_raw', ...storeDay },
  { table: 'facturas', ...storeDay },
  { table: 'items_facturas', ...storeDay },
  { table: 'movimientos_inventario', ...storeDay },
];
