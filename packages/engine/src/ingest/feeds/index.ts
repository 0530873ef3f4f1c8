import type { FeedName } from '../../sources/index.ts';
import type { StoreDayWriter } from '../units/unit.ts';
import { facturasWriter } from './facturas/facturas.ts';
import { inventarioWriter } from './stock/inventario.ts';
import { movimientosWriter } from './stock/movimientos.ts';
import { ventasWriter } from './ventas.ts';

/** How the store-days of each feed are written; feeds of master rows have none. */
export const storeDayWriters: Readonly<Partial<Record<FeedName, StoreDayWriter>>> = {
  ventas: ventasWriter,
  facturas: facturasWriter,
  inventario: inventarioWriter,
  movimientos: movimientosWriter,
};
