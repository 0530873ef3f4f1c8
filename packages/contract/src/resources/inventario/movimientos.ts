import { Type } from 'typebox';
import {
  dateColumn,
  decimalColumn,
  endpoint,
  formatParameter,
  Identificador,
  instantColumn,
  orNull,
  pageOf,
  pageParameters,
  tableOf,
  textColumn,
} from '../../base/index.ts';
import { ubicacionParameter } from '../ubicaciones.ts';
import { rangeParameters } from '../range.ts';

const TipoMovimiento = Type.Enum(['entrada', 'salida', 'ajuste', 'transferencia']);

/** What came into stores, left them or was corrected. Quantities have the sign that the source gave them. */
export const Movimientos = tableOf({
  id: textColumn(Identificador),
  ubicacion_id: textColumn(Identificador),
  fecha: dateColumn(),
  fecha_hora: instantColumn(),
  producto_id: textColumn(Identificador),
  codigo: orNull(textColumn()),
  descripcion: orNull(textColumn()),
  tipo_movimiento: textColumn(TipoMovimiento),
  subtipo: orNull(textColumn()),
  origen: orNull(textColumn()),
  destino: orNull(textColumn()),
  referencia: orNull(textColumn()),
  cantidad: decimalColumn(4),
  stock_anterior: orNull(decimalColumn(4)),
  stock_nuevo: orNull(decimalColumn(4)),
  costo_unitario: orNull(decimalColumn(4)),
  valor_total: orNull(decimalColumn(2)),
  usuario: orNull(textColumn()),
  observaciones: orNull(textColumn()),
});

export const listarMovimientos = endpoint({
  id: 'listarMovimientos',
  method: 'GET',
  path: '/movimientos',
  summary: 'Movimientos de inventario, del último día al primero; en cada tienda, del último al primero',
  tag: 'inventario',
  query: Type.Object(
    {
      ...rangeParameters,
      ...ubicacionParameter,
      producto_id: Type.Optional(Identificador),
      tipo: Type.Optional(TipoMovimiento),
      ...pageParameters,
      ...formatParameter,
    },
    { additionalProperties: false },
  ),
  answers: { 200: pageOf(Movimientos.row) },
  table: Movimientos,
});
