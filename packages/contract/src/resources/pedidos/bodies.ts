import { Type, type Static } from 'typebox';
import { Conteo, Fecha, Identificador, nullable, textFilter } from '../../base/index.ts';
import { EstadoPedido } from './rows.ts';

/** As many lines are in an order at most. */
export const lineasPorPedido = 1000;

/** The patterns of what orders are written with. */
export const patronesPedido = {
  /** Units, without a sign: at most 8 digits before the point and 4 behind it. */
  cantidad: '^[0-9]{1,8}(\\.[0-9]{1,4})?$',
  /** The version of an order, as ETag and If-Match have it. */
  version: '^(W/)?"[0-9]{1,9}"$',
  /** An Idempotency-Key. */
  clave: '^[\\x21-\\x7e]{1,100}$',
} as const;

const Cantidad = Type.String({
  pattern: patronesPedido.cantidad,
  description: 'Unidades, número decimal exacto, como texto.',
});
const Observaciones = textFilter(2000, 'Para quien lo lea.');
const inCases = Type.Optional(
  Type.String({ ...Cantidad, description: 'Unidades, como texto: bultos enteros de unidades_por_bulto.' }),
);
const closed = { additionalProperties: false };

const headerFields = {
  ubicacion_origen_id: Type.Optional(nullable(Identificador)),
  proveedor_id: Type.Optional(nullable(Identificador)),
  fecha_entrega: Type.Optional(nullable(Fecha)),
  observaciones: Type.Optional(nullable(Observaciones)),
};

/** A line of a new order. Without a quantity it asks for what is suggested. */
const LineaNueva = Type.Object(
  {
    producto_id: Identificador,
    cantidad_solicitada: inCases,
    observaciones: Type.Optional(nullable(Observaciones)),
  },
  closed,
);

/** POST /pedidos : a draft, dated by the store's own today. */
export const CrearPedidoRequest = Type.Object(
  {
    ubicacion_id: Identificador,
    ...headerFields,
    lineas: Type.Optional(Type.Array(LineaNueva, { maxItems: lineasPorPedido })),
  },
  closed,
);
export type CrearPedidoRequest = Static<typeof CrearPedidoRequest>;

const LineaCambiada = Type.Object(
  {
    ...LineaNueva.properties,
    cantidad_aprobada: inCases,
    cantidad_recibida: Type.Optional(Cantidad),
  },
  closed,
);

/** PATCH /pedidos/:id : what is left out stays as it is. `lineas` adds and changes lines, `quitar` takes them out. */
export const CambiarPedidoRequest = Type.Object(
  {
    ...headerFields,
    lineas: Type.Optional(Type.Array(LineaCambiada, { maxItems: lineasPorPedido })),
    quitar: Type.Optional(
      Type.Array(Identificador, { maxItems: lineasPorPedido, description: 'Los productos cuyas líneas se quitan.' }),
    ),
  },
  closed,
);
export type CambiarPedidoRequest = Static<typeof CambiarPedidoRequest>;

/** POST /pedidos/:id/estado */
export const MoverPedidoRequest = Type.Object(
  {
    estado: EstadoPedido,
    motivo: Type.Optional(textFilter(500, 'Por qué: hace falta para rechazar, y para cancelar lo aprobado.')),
  },
  closed,
);
export type MoverPedidoRequest = Static<typeof MoverPedidoRequest>;

/** An order after it was written. Its ETag is `version`. */
export const PedidoEscrito = Type.Object({
  id: Identificador,
  numero: Conteo,
  estado: EstadoPedido,
  version: Type.Integer({ minimum: 1 }),
});
export type PedidoEscrito = Static<typeof PedidoEscrito>;
