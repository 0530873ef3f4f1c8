import { cargasEndpoints } from './resources/cargas.ts';
import { clasesEndpoints } from './resources/clases.ts';
import { consultaEndpoints } from './resources/consulta.ts';
import { cuentasEndpoints } from './resources/cuentas.ts';
import { estadoEndpoints } from './resources/estado.ts';
import { inventarioEndpoints } from './resources/inventario/index.ts';
import { pedidosEndpoints } from './resources/pedidos.ts';
import { ventasEndpoints } from './resources/ventas.ts';

/** Every operation of the API, by operationId. */
export const endpoints = {
  ...estadoEndpoints,
  ...cuentasEndpoints,
  ...ventasEndpoints,
  ...clasesEndpoints,
  ...inventarioEndpoints,
  ...pedidosEndpoints,
  ...cargasEndpoints,
  ...consultaEndpoints,
} as const;

/** The operationId of an operation. */
export type EndpointId = keyof typeof endpoints;
