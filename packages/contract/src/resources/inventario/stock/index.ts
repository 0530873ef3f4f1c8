import { medirCobertura } from './cobertura.ts';
import { listarStock } from './list.ts';
import { listarQuiebres } from './quiebres.ts';
import { resumirStock } from './resumen.ts';
import { listarSinMovimiento } from './sin-movimiento.ts';
import { valorarStock } from './valor.ts';

export { Coberturas, medirCobertura } from './cobertura.ts';
export { Existencias, listarStock, stockStates, type Existencia } from './list.ts';
export { listarQuiebres, Quiebres, stockoutLimit } from './quiebres.ts';
export { ResumenStock, resumirStock } from './resumen.ts';
export { listarSinMovimiento, SinMovimiento } from './sin-movimiento.ts';
export { valorarStock, ValoresStock } from './valor.ts';

/** By operationId. */
export const stockEndpoints = {
  listarStock,
  resumirStock,
  valorarStock,
  medirCobertura,
  listarSinMovimiento,
  listarQuiebres,
} as const;
