import type { DemoPlan } from '../plan.ts';
import { abcHistorico } from './abc-historico.ts';
import { cargas } from './cargas.ts';
import { categoriasConfig } from './categorias-config.ts';
import { productoProveedorConfig } from './producto-proveedor-config.ts';
import { productos } from './productos.ts';
import { proveedores } from './proveedores.ts';
import { ubicaciones } from './ubicaciones.ts';

/** What is known before anything is sold. */
export function placesAndSuppliers(plan: DemoPlan): string[] {
  return [...ubicaciones(plan), ...categoriasConfig(plan), ...proveedores(plan), ...cargas(plan)];
}

/** The catalogue with what the sales say about it. */
export function catalogueTables(plan: DemoPlan): string[] {
  return [...abcHistorico(plan), ...productos(plan), ...productoProveedorConfig(plan)];
}
