import { Type } from 'typebox';
import {
  Conteo,
  dateColumn,
  Decimal,
  decimalColumn,
  endpoint,
  Identificador,
  integerColumn,
  orNull,
  tableOf,
  textColumn,
} from '../../../base/index.ts';
import { answeredDays, rankingParameters, untilParameter } from '../filters.ts';

/** Stock that does not sell. */
export const SinMovimiento = tableOf({
  ubicacion_id: textColumn(Identificador),
  producto_id: textColumn(Identificador),
  codigo: orNull(textColumn()),
  descripcion: orNull(textColumn()),
  categoria: orNull(textColumn()),
  cantidad: decimalColumn(4),
  valor: orNull(decimalColumn(8, 'A costo; null si nadie sabe un costo.')),
  ultima_entrada: orNull(dateColumn()),
  ultima_venta: orNull(dateColumn('En los 400 días hasta fecha_fin.')),
  dias_sin_venta: orNull(integerColumn()),
});

export const listarSinMovimiento = endpoint({
  id: 'listarSinMovimiento',
  method: 'GET',
  path: '/stock/sin-movimiento',
  summary: 'Existencia de la que no se vendió nada en los últimos días; primero la que más dinero tiene parado',
  tag: 'inventario',
  query: Type.Object(
    {
      ...rankingParameters,
      ...untilParameter,
      dias: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: 400,
          default: 90,
          description: 'Cuántos días sin venta; lo que entró en ellos no cuenta.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  answers: {
    200: Type.Object({
      ...answeredDays,
      productos_total: Conteo,
      valor_total: Decimal,
      datos: Type.Array(SinMovimiento.row),
    }),
  },
  table: SinMovimiento,
});
