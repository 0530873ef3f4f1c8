import type { FeedName, FeedSpec } from './feed-spec.ts';
import { facturas } from './facturas.ts';
import {
  categorias,
  configuracion,
  precios,
  productoProveedor,
  productos,
  proveedores,
  ubicaciones,
} from './masters.ts';
import { inventario, movimientos } from './stock.ts';
import { ventas } from './ventas.ts';

/** Every kind of feed. */
export const feeds: Readonly<Record<FeedName, FeedSpec>> = {
  ventas,
  facturas,
  inventario,
  movimientos,
  productos,
  proveedores,
  ubicaciones,
  precios,
  configuracion,
  categorias,
  producto_proveedor: productoProveedor,
};
