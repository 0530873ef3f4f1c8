import { Type } from 'typebox';
import {
  dateColumn,
  decimalColumn,
  endpoint,
  Fecha,
  Identificador,
  integerColumn,
  orNull,
  tableOf,
  textColumn,
} from '../../../base/index.ts';
import { answeredDays, rankingParameters, untilParameter } from '../filters.ts';

/** More days are not looked at at once. */
export const stockoutLimit = { days: 366, defaultDays: 30 } as const;

/** Products that a store had none of, in days on which it sold. */
export const Quiebres = tableOf({
  ubicacion_id: textColumn(Identificador),
  producto_id: textColumn(Identificador),
  codigo: orNull(textColumn()),
  descripcion: orNull(textColumn()),
  categoria: orNull(textColumn()),
  dias_sin_stock: integerColumn(),
  dias_en_negativo: integerColumn({ description: 'En cuántos los registros decían menos que nada.' }),
  dias_abiertos: integerColumn(),
  porcentaje: orNull(decimalColumn(2, 'dias_sin_stock de dias_abiertos')),
  primer_dia: dateColumn(),
  ultimo_dia: dateColumn(),
});

export const listarQuiebres = endpoint({
  id: 'listarQuiebres',
  method: 'GET',
  path: '/stock/quiebres',
  summary: 'Días sin existencia de cada producto; primero los que más días faltaron',
  tag: 'inventario',
  query: Type.Object(
    {
      ...rankingParameters,
      fecha_inicio: Type.Optional(
        Type.String({ ...Fecha, description: 'El primer día; sin él, 29 antes de fecha_fin. Hasta 366 días.' }),
      ),
      ...untilParameter,
    },
    { additionalProperties: false },
  ),
  answers: { 200: Type.Object({ ...answeredDays, datos: Type.Array(Quiebres.row) }) },
  table: Quiebres,
});
