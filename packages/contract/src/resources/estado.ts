import { Type, type Static } from 'typebox';
import { Texto } from '../base/index.ts';

/** GET / : what answers here, and whether it can serve. */
export const InicioResponse = Type.Object({
  nombre: Texto,
  version: Texto,
  estado: Type.Enum(['ok', 'no disponible']),
});
export type InicioResponse = Static<typeof InicioResponse>;

/** GET /health : the process is alive. */
export const HealthResponse = Type.Object({ estado: Type.Literal('ok') });
export type HealthResponse = Static<typeof HealthResponse>;

/** GET /ready : 200 when requests can be served, else 503 with the part that fails. */
export const ReadyResponse = Type.Object({
  estado: Type.Enum(['ok', 'no disponible']),
  base_de_datos: Type.Enum(['ok', 'sin respuesta']),
  esquema: Type.Enum(['ok', 'ausente', 'atrasado', 'adelantado', 'desconocido']),
});
export type ReadyResponse = Static<typeof ReadyResponse>;

/** By operationId. */
export const estadoEndpoints = {} as const;
