import { Type, type Static } from 'typebox';
import {
  dateColumn,
  decimalColumn,
  Identificador,
  instantColumn,
  integerColumn,
  orNull,
  tableOf,
  textColumn,
  Texto,
  type RowOf,
} from '../../base/index.ts';

/** From a draft to an end; `transiciones` of an order says what comes next. */
export const estadosPedido = [
  'borrador',
  'solicitado',
  'aprobado',
  'rechazado',
  'en_preparacion',
  'en_transito',
  'recibido',
  'cancelado',
] as const;
export const EstadoPedido = Type.Enum(estadosPedido);
export type EstadoPedido = Static<typeof EstadoPedido>;

/** Orders with their sums: `unidades` received, or else approved, or else asked for, and what those cost. */
export const Pedidos = tableOf({
  id: textColumn(Identificador),
  numero: integerColumn({ description: 'El número que usan las personas.' }),
  estado: textColumn(EstadoPedido),
  ubicacion_id: textColumn(Identificador),
  ubicacion: textColumn(),
  ubicacion_origen_id: orNull(textColumn(Identificador)),
  origen: orNull(textColumn()),
  proveedor_id: orNull(textColumn(Identificador)),
  proveedor: orNull(textColumn()),
  fecha: dateColumn('El día en que se hizo, en la tienda que pide.'),
  fecha_entrega: orNull(dateColumn()),
  lineas: integerColumn({ minimum: 0 }),
  unidades: decimalColumn(4, 'Las recibidas; si no, las aprobadas; si no, las solicitadas.'),
  costo: orNull(decimalColumn(8, 'De esas unidades; nulo si no se conoce el costo de ninguna línea.')),
  observaciones: orNull(textColumn()),
  motivo: orNull(textColumn()),
  creado: instantColumn(),
  actualizado: instantColumn(),
  version: integerColumn({ minimum: 1 }),
});
export type Pedido = RowOf<typeof Pedidos>;

/** Lines with the arithmetic of what was suggested, as it was when the line was written. Quantities are units. */
export const LineasPedido = tableOf({
  producto_id: textColumn(Identificador),
  codigo: textColumn(),
  descripcion: textColumn(),
  unidad_medida: orNull(textColumn()),
  unidades_por_bulto: decimalColumn(4),
  stock_maximo: orNull(decimalColumn(4, 'Lo más que la tienda ha de tener.')),
  existencia: orNull(decimalColumn(4, 'Lo que la tienda tenía libre.')),
  en_camino: orNull(decimalColumn(4, 'Lo que la tienda ya había pedido y esperaba.')),
  necesidad: orNull(
    decimalColumn(
      4,
      'stock_maximo - existencia - en_camino; nunca menos de 0, y una existencia negativa cuenta como 0.',
    ),
  ),
  cantidad_maxima: orNull(decimalColumn(4, 'Lo más de un pedido.')),
  cantidad_sugerida: orNull(
    decimalColumn(4, 'La necesidad en bultos enteros, hacia arriba; hacia abajo si no cabe en cantidad_maxima.'),
  ),
  cantidad_solicitada: decimalColumn(4),
  cantidad_aprobada: orNull(decimalColumn(4)),
  cantidad_recibida: orNull(decimalColumn(4)),
  bultos: decimalColumn(4, 'De la cantidad recibida; si no, de la aprobada; si no, de la solicitada.'),
  costo_unitario: orNull(decimalColumn(4)),
  costo: orNull(decimalColumn(8)),
  observaciones: orNull(textColumn()),
});

/** What has changed of an order, a row for each field; rows of the same `id` changed at once. */
export const CambiosPedido = tableOf({
  id: textColumn(Type.String({ pattern: '^[0-9]+$' })),
  momento: instantColumn(),
  usuario_id: orNull(textColumn()),
  usuario: orNull(textColumn()),
  operacion: textColumn(Type.Enum(['crear', 'cambiar', 'quitar'])),
  producto_id: orNull(textColumn(Type.String({ description: 'De la línea; nulo si cambió el pedido mismo.' }))),
  descripcion: orNull(textColumn()),
  campo: textColumn(),
  antes: orNull(textColumn()),
  despues: orNull(textColumn()),
});

/** An order with its lines, and what its caller may do with it now. */
export const PedidoResponse = Type.Object({
  ...Pedidos.row.properties,
  transiciones: Type.Array(EstadoPedido, { description: 'Los estados a los que usted puede pasarlo.' }),
  editable: Type.Array(Texto, { description: 'Los campos que usted puede cambiar; `lineas`: añadirlas y quitarlas.' }),
  detalle: Type.Array(LineasPedido.row),
});
export type PedidoResponse = Static<typeof PedidoResponse>;
