import { Type } from 'typebox';
import {
  decimalColumn,
  endpoint,
  Identificador,
  integerColumn,
  orNull,
  tableOf,
  textColumn,
} from '../../../base/index.ts';
import { answeredDays, rankingParameters, untilParameter } from '../filters.ts';

/** How long stock lasts, with its arithmetic. */
export const Coberturas = tableOf({
  ubicacion_id: textColumn(Identificador),
  producto_id: textColumn(Identificador),
  codigo: orNull(textColumn()),
  descripcion: orNull(textColumn()),
  categoria: orNull(textColumn()),
  cantidad: decimalColumn(4),
  dias: integerColumn({ description: 'Los días de los que se toma la demanda, también los cerrados.' }),
  dias_con_ventas: integerColumn({ description: 'En cuántos de ellos la tienda vendió algo.' }),
  unidades_vendidas: decimalColumn(6),
  demanda_diaria: orNull(decimalColumn(4, 'unidades_vendidas / dias')),
  dias_cobertura: orNull(decimalColumn(1, 'cantidad / demanda_diaria; sin demanda, null.')),
});

export const medirCobertura = endpoint({
  id: 'medirCobertura',
  method: 'GET',
  path: '/stock/cobertura',
  summary: 'Cuántos días dura la existencia de cada producto; primero lo que antes se acaba',
  tag: 'inventario',
  query: Type.Object(
    {
      ...rankingParameters,
      ...untilParameter,
      dias: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 366, default: 28, description: 'De cuántos días se toma la demanda.' }),
      ),
    },
    { additionalProperties: false },
  ),
  answers: { 200: Type.Object({ ...answeredDays, datos: Type.Array(Coberturas.row) }) },
  table: Coberturas,
});
