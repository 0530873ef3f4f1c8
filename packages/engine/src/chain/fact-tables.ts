/** A partitioned table that is loaded, replaced and read in whole units. */
export interface FactTable {
  readonly table: string;
  /** Rows with equal values in these columns form one unit: a store's business day. */
  readonly unitColumns: readonly string[];
  /** The DATE column that determines a row's partition. */
  readonly partitionColumn: string;
}

const storeDay = { unitColumns: ['ubicacion_id', 'fecha'], partitionColumn: 'fecha' } as const;

/** The chain's facts; receipts come before their lines. */
export const factTables: readonly FactTable[] = [
  { table: 'ventas_raw', ...storeDay },
  { table: 'facturas', ...storeDay },
  { table: 'items_facturas', ...storeDay },
  { table: 'movimientos_inventario', ...storeDay },
];
