import type { DemoPlan } from '../plan.ts';
import { createLevels } from './levels.ts';
import { movimientosInventario } from './movimientos-inventario.ts';
import { pedidos } from './pedidos.ts';
import { productoUbicacionConfig } from './producto-ubicacion-config.ts';
import { measureSales } from './sales-of-products.ts';
import { stockActual } from './stock-actual.ts';

/** What is in stock, how it came to be, and the levels it is held against; drawn from the sales. */
export function inventoryTables(plan: DemoPlan): string[] {
  return [
    ...measureSales(plan),
    ...createLevels(plan),
    ...productoUbicacionConfig(plan),
    ...movimientosInventario(plan),
    ...stockActual(plan),
    ...pedidos(plan),
  ];
}
