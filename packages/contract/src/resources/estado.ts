import { Type, type Static } from 'typebox';
import { endpoint, Instante, nullable, Texto } from '../base/index.ts';

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
  espejo: Type.Enum(['ok', 'abriendo', 'construyendo', 'no hay'], {
    description: 'La copia en columnas; mientras no está, responde PostgreSQL.',
  }),
  ultima_carga: nullable(
    Type.String({ ...Instante, description: 'Cuándo terminó bien la última carga, de cualquier tienda.' }),
  ),
});
export type ReadyResponse = Static<typeof ReadyResponse>;

export const inicio = endpoint({
  id: 'inicio',
  method: 'GET',
  path: '/',
  summary: 'Nombre, versión y estado del servicio; a un navegador lo lleva al panel',
  tag: 'estado',
  answers: { 200: InicioResponse, 302: Type.Null({ description: 'Al panel, si se pide HTML.' }) },
});

export const health = endpoint({
  id: 'health',
  method: 'GET',
  path: '/health',
  summary: 'Si el proceso responde',
  tag: 'estado',
  answers: { 200: HealthResponse },
});

export const ready = endpoint({
  id: 'ready',
  method: 'GET',
  path: '/ready',
  summary: 'Si la base de datos y su esquema están listos; y cómo están el espejo y las cargas',
  tag: 'estado',
  answers: { 200: ReadyResponse, 503: ReadyResponse },
});

export const openapi = endpoint({
  id: 'openapi',
  method: 'GET',
  path: '/openapi.json',
  summary: 'Esta descripción, OpenAPI 3.1',
  tag: 'estado',
  answers: { 200: Type.Object({}, { additionalProperties: true }) },
});

/** By operationId. */
export const estadoEndpoints = { inicio, health, ready, openapi } as const;
