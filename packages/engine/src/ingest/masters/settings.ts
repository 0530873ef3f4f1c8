import type { MasterTable, Rule } from './master-table.ts';

/** The row that a field names by id, else by code: `i` or `c` of the field's joins. */
const referred = (field: string, table: string, alias: string) => ({
  joins: `LEFT JOIN public.${table} AS ${alias}i ON ${alias}i.id = d.${field}
    LEFT JOIN public.${table} AS ${alias}c ON ${alias}i.id IS NULL AND ${alias}c.codigo = d.${field}`,
  id: `coalesce(${alias}i.id, ${alias}c.id)`,
});

const store = referred('ubicacion_id', 'ubicaciones', 'u');
const supplier = referred('proveedor_id', 'proveedores', 'p');

const knownStore: Rule = {
  field: 'ubicacion_id',
  broken: `${store.id} IS NULL`,
  reason: `'is not in ubicaciones, neither as an id nor as a code'`,
};

const ofProductInStore = {
  name: 'producto_ubicacion_config',
  joins: store.joins,
  key: [
    { column: 'ubicacion_id', sql: store.id },
    // By its id alone, as sales name it.
    { column: 'producto_id', sql: 'd.producto_id' },
  ],
  named: 'producto_id',
} as const;

export const configuracion: MasterTable = {
  ...ofProductInStore,
  rules: [
    knownStore,
    { field: 'stock_maximo', broken: 'd.stock_maximo <= d.stock_minimo', reason: `'is not above stock_minimo'` },
  ],
  namesProducts: true,
};

/**
 * Prices are kept in the configuration of the product in the store, which cannot be without stock levels. Levels that nobody
 * gave would raise alerts and order goods, so a price without a configuration is rejected.
 */
export const precios: MasterTable = {
  ...ofProductInStore,
  rules: [
    knownStore,
    {
      field: 'producto_id',
      broken: 't.id IS NULL',
      reason: `'has no configuration in the store yet: load the feed configuracion first'`,
    },
  ],
  onlyUpdates: true,
};

export const productoProveedor: MasterTable = {
  name: 'producto_proveedor_config',
  joins: supplier.joins,
  key: [
    { column: 'producto_id', sql: 'd.producto_id' },
    { column: 'proveedor_id', sql: supplier.id },
  ],
  named: 'producto_id',
  rules: [
    {
      field: 'proveedor_id',
      broken: `${supplier.id} IS NULL`,
      reason: `'is not in proveedores, neither as an id nor as a code'`,
    },
  ],
  namesProducts: true,
};
