import type { FeedName } from '../../sources/index.ts';
import { categorias, productos, proveedores, ubicaciones } from './catalogue.ts';
import type { MasterTable } from './master-table.ts';
import { configuracion, precios, productoProveedor } from './settings.ts';

/** The tables of the feeds whose unit is a row. */
export const masterTables: Readonly<Partial<Record<FeedName, MasterTable>>> = {
  productos,
  proveedores,
  ubicaciones,
  precios,
  configuracion,
  categorias,
  producto_proveedor: productoProveedor,
};
