import { Type } from 'typebox';
import {
  dateColumn,
  decimalColumn,
  endpoint,
  Fecha,
  formatParameter,
  freshnessParameters,
  Identificador,
  integerColumn,
  tableOf,
  textColumn,
} from '../../../base/index.ts';
import { ubicacionParameter } from '../../ubicaciones.ts';
import { categoryParameter, searchParameter } from '../filters.ts';

/** What the stock of each store was worth at the end of a day. */
export const ValoresStock = tableOf({
  ubicacion_id: textColumn(Identificador),
  nombre: textColumn(),
  fecha: dateColumn(),
  productos: integerColumn({ minimum: 0, description: 'Con existencia al final del día.' }),
  valor: decimalColumn(8, 'Al costo de hoy.'),
});

export const valorarStock = endpoint({
  id: 'valorarStock',
  method: 'GET',
  path: '/stock/valor',
  summary:
    'Valor del inventario al final de un día, por tienda, al costo de hoy; sin las tiendas de las que no se conoce',
  tag: 'inventario',
  query: Type.Object(
    {
      fecha: Type.String({ ...Fecha, description: 'El día a cuyo final se valora.' }),
      ...ubicacionParameter,
      ...categoryParameter,
      ...searchParameter,
      ...formatParameter,
      ...freshnessParameters,
    },
    { additionalProperties: false },
  ),
  answers: { 200: Type.Object({ datos: Type.Array(ValoresStock.row) }) },
  table: ValoresStock,
});
