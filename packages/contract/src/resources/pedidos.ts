import { Type } from 'typebox';
import { endpoint, formatParameter, Identificador, pageOf, pageParameters, type ProblemCode } from '../base/index.ts';
import {
  CambiarPedidoRequest,
  CrearPedidoRequest,
  MoverPedidoRequest,
  PedidoEscrito,
  patronesPedido,
} from './pedidos/bodies.ts';
import { CambiosPedido, EstadoPedido, LineasPedido, PedidoResponse, Pedidos } from './pedidos/rows.ts';
import { listarOrigenesPedido, sugerirPedido } from './pedidos/sources.ts';
import { rangeParameters } from './range.ts';
import { ubicacionParameter } from './ubicaciones.ts';

export * from './pedidos/bodies.ts';
export * from './pedidos/rows.ts';
export * from './pedidos/sources.ts';

const tag = 'pedidos';
const closed = { additionalProperties: false };
const params = Type.Object({ id: Identificador }, closed);
/** As an order's answers have it in their ETag. */
const ifMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      pattern: patronesPedido.version,
      description: 'El ETag del pedido como usted lo conoce; si otra persona lo cambió, nada se escribe.',
    }),
  ),
});
const versioned: readonly ProblemCode[] = ['PRECONDITION_REQUIRED', 'PRECONDITION_FAILED', 'ORDER_STATE'];
/** A line of a large order takes some 200 bytes. */
const bodyLimitBytes = 512 * 1024;

export const listarPedidos = endpoint({
  id: 'listarPedidos',
  method: 'GET',
  path: '/pedidos',
  summary: 'Pedidos de las tiendas, del último al primero',
  tag,
  query: Type.Object(
    {
      ...rangeParameters,
      ...ubicacionParameter,
      estado: Type.Optional(Type.Array(EstadoPedido, { minItems: 1, maxItems: 8, description: 'Puede repetirse.' })),
      ubicacion_origen_id: Type.Optional(Identificador),
      proveedor_id: Type.Optional(Identificador),
      producto_id: Type.Optional(Identificador),
      ...pageParameters,
      ...formatParameter,
    },
    closed,
  ),
  answers: { 200: pageOf(Pedidos.row) },
  table: Pedidos,
});

export const verPedido = endpoint({
  id: 'verPedido',
  method: 'GET',
  path: '/pedidos/:id',
  summary: 'Un pedido con sus líneas, las cuentas de lo sugerido y lo que usted puede hacer con él',
  tag,
  params,
  answers: { 200: PedidoResponse },
});

export const listarLineasPedido = endpoint({
  id: 'listarLineasPedido',
  method: 'GET',
  path: '/pedidos/:id/lineas',
  summary: 'Las líneas de un pedido, con las cuentas de lo sugerido',
  tag,
  params,
  query: Type.Object(formatParameter, closed),
  answers: { 200: Type.Object({ datos: Type.Array(LineasPedido.row) }) },
  table: LineasPedido,
});

export const historialPedido = endpoint({
  id: 'historialPedido',
  method: 'GET',
  path: '/pedidos/:id/historial',
  summary: 'Todo lo que cambió en un pedido, cuándo y por quién, desde el principio',
  tag,
  params,
  query: Type.Object({ ...pageParameters, ...formatParameter }, closed),
  answers: { 200: pageOf(CambiosPedido.row) },
  table: CambiosPedido,
});

export const crearPedido = endpoint({
  id: 'crearPedido',
  method: 'POST',
  path: '/pedidos',
  summary: 'Crea un pedido en borrador; desde gerente de tienda',
  description:
    'Cantidades en unidades, en bultos enteros. Una línea sin cantidad pide lo sugerido: lo que le falta a la tienda para llegar a su stock máximo. Con Idempotency-Key, repetir la petición en 24 horas responde lo mismo y no crea otro pedido.',
  tag,
  headers: Type.Object({
    'idempotency-key': Type.Optional(
      Type.String({
        pattern: patronesPedido.clave,
        description: 'Un nombre suyo para esta petición, p. ej. un UUID.',
      }),
    ),
  }),
  body: CrearPedidoRequest,
  bodyLimitBytes,
  answers: { 201: PedidoEscrito },
  problems: ['IDEMPOTENCY_KEY_REUSED'],
});

export const cambiarPedido = endpoint({
  id: 'cambiarPedido',
  method: 'PATCH',
  path: '/pedidos/:id',
  summary: 'Cambia lo que el estado del pedido y el rol de la persona permitan; desde gerente de tienda',
  tag,
  params,
  headers: ifMatch,
  body: CambiarPedidoRequest,
  bodyLimitBytes,
  answers: { 200: PedidoEscrito },
  problems: versioned,
});

export const moverPedido = endpoint({
  id: 'moverPedido',
  method: 'POST',
  path: '/pedidos/:id/estado',
  summary: 'Pasa un pedido a otro estado; desde gerente de tienda',
  description:
    'La tienda pide (solicitado), abastecimiento aprueba, prepara y despacha, la tienda recibe. Al aprobar y al recibir, las líneas sin cantidad propia toman la solicitada o la aprobada.',
  tag,
  params,
  headers: ifMatch,
  body: MoverPedidoRequest,
  answers: { 200: PedidoEscrito },
  problems: versioned,
});

/** By operationId. */
export const pedidosEndpoints = {
  listarPedidos,
  crearPedido,
  verPedido,
  cambiarPedido,
  listarLineasPedido,
  moverPedido,
  historialPedido,
  listarOrigenesPedido,
  sugerirPedido,
} as const;
