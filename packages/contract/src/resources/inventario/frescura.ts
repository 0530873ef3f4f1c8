import { Type } from 'typebox';
import {
  dateColumn,
  endpoint,
  rowsFormatParameter,
  Identificador,
  instantColumn,
  Instante,
  integerColumn,
  nullable,
  orNull,
  tableOf,
  textColumn,
} from '../../base/index.ts';
import { ubicacionParameter } from '../ubicaciones.ts';

/** How far the sales of each active store reach, by the store's own calendar. */
export const Frescuras = tableOf({
  ubicacion_id: textColumn(Identificador),
  codigo: textColumn(),
  nombre: textColumn(),
  hoy: dateColumn('El día de hoy en la zona horaria de la tienda.'),
  datos_hasta: orNull(dateColumn('El último día con ventas.')),
  dias_de_atraso: orNull(
    integerColumn({
      minimum: 0,
      description: 'Los días desde entonces que debían estar: ni hoy, ni los cerrados, ni aquellos sin ventas.',
    }),
  ),
  huecos: integerColumn({ minimum: 0, description: 'Días que faltan, fallaron o quedaron cortos en los últimos 35.' }),
  ultima_carga: orNull(instantColumn('Cuándo terminó, o empezó si sigue en curso.')),
  resultado: orNull(textColumn()),
  ultimo_fallo: orNull(instantColumn('El último intento fallido de cargar un día.')),
});

/** The columnar copy that answers analytic questions. */
const Espejo = Type.Object({
  estado: Type.Enum(['sin_espejo', 'en_construccion', 'al_dia', 'atrasado'], {
    description:
      'Quién responde lo analítico: el espejo si está `al_dia`; `atrasado`, se pone al día antes de responder, o responde PostgreSQL, como en los demás.',
  }),
  datos_al: nullable(Type.String({ ...Instante, description: 'El último estado de la base que la copia tiene.' })),
});

export const verFrescura = endpoint({
  id: 'verFrescura',
  method: 'GET',
  path: '/frescura',
  summary: 'Hasta cuándo hay datos de cada tienda, y si el espejo está al día',
  tag: 'inventario',
  query: Type.Object({ ...ubicacionParameter, ...rowsFormatParameter }, { additionalProperties: false }),
  answers: { 200: Type.Object({ espejo: Espejo, datos: Type.Array(Frescuras.row) }) },
  table: Frescuras,
});
