import { Type, type Static } from 'typebox';
import {
  Conteo,
  dateColumn,
  endpoint,
  Fecha,
  formatParameter,
  Identificador,
  instantColumn,
  Instante,
  integerColumn,
  nullable,
  orNull,
  pageOf,
  pageParameters,
  patrones,
  rowsFormatParameter,
  tableOf,
  textColumn,
  textFilter,
  Texto,
} from '../base/index.ts';
import { ubicacionParameter } from './ubicaciones.ts';
import { rangeParameters } from './range.ts';

const Resultado = Type.Enum(['en_curso', 'cargada', 'con_rechazos', 'vacia', 'fallida'], {
  description:
    'Lo que las tablas tienen: `con_rechazos`, parte de las líneas; `vacia`, la fuente dijo que no hubo ventas; `fallida`, nada.',
});

/** Entries of the ledger of loads. One without store and day is of a master table. */
export const Cargas = tableOf({
  id: textColumn(Identificador),
  fuente: textColumn(),
  ubicacion_id: orNull(textColumn(Identificador)),
  fecha: orNull(dateColumn()),
  entrega_id: orNull(textColumn(Identificador)),
  archivo: orNull(textColumn()),
  filas_leidas: integerColumn({ minimum: 0 }),
  filas_cargadas: integerColumn({ minimum: 0 }),
  filas_rechazadas: integerColumn({ minimum: 0 }),
  iniciada: instantColumn(),
  terminada: orNull(instantColumn()),
  resultado: textColumn(Resultado),
  mensaje: orNull(textColumn()),
  intento: orNull(instantColumn('El último intento fallido desde entonces.')),
  intento_mensaje: orNull(textColumn()),
});

export const CargasResponse = pageOf(Cargas.row);
export type CargasResponse = Static<typeof CargasResponse>;

export const listarCargas = endpoint({
  id: 'listarCargas',
  method: 'GET',
  path: '/cargas',
  summary: 'Cargas de datos y su resultado, de la última a la primera',
  tag: 'cargas',
  query: Type.Object(
    {
      ...rangeParameters,
      ...ubicacionParameter,
      fuente: Type.Optional(textFilter(50, 'Tipo de entrega: ventas, facturas, inventario, …')),
      resultado: Type.Optional(Resultado),
      ...pageParameters,
      ...formatParameter,
    },
    { additionalProperties: false },
  ),
  answers: { 200: CargasResponse },
  table: Cargas,
});

/** Lines that could not be loaded, as they stood in the file. */
export const Rechazos = tableOf({
  entrega_id: textColumn(Identificador),
  numero: integerColumn({ minimum: 1, description: 'Su orden en la entrega: una línea de JSON puede tener varios.' }),
  archivo: textColumn(),
  fuente: orNull(textColumn()),
  linea: textColumn(Type.String({ pattern: '^[0-9]+$', description: 'Línea del archivo, desde 1.' })),
  columna: orNull(textColumn()),
  valor: orNull(textColumn()),
  razon: textColumn(),
  texto: textColumn(),
  ubicacion_id: orNull(textColumn()),
  fecha: orNull(dateColumn()),
});

export const RechazosResponse = pageOf(Rechazos.row);
export type RechazosResponse = Static<typeof RechazosResponse>;

export const listarRechazos = endpoint({
  id: 'listarRechazos',
  method: 'GET',
  path: '/cargas/rechazos',
  summary: 'Líneas que no se pudieron cargar, como estaban en el archivo; las de la última entrega primero',
  tag: 'cargas',
  query: Type.Object(
    {
      entrega_id: Type.Optional(
        Type.String({ pattern: patrones.numeroDeFila, description: 'La entrega, como en /cargas.' }),
      ),
      ...rangeParameters,
      ...ubicacionParameter,
      ...pageParameters,
      ...formatParameter,
    },
    { additionalProperties: false },
  ),
  answers: { 200: RechazosResponse },
  table: Rechazos,
});

const EstadoDia = Type.Enum(
  ['cargada', 'vacia', 'corta', 'fallida', 'falta', 'en_curso', 'cerrada', 'hoy', 'futuro', 'sin_historia'],
  { description: 'Son huecos `falta`, `fallida` y `corta` (menos de la mitad de las líneas habituales).' },
);

/**
 * One store's business day. `lineas` are the sales lines that are in; `habitual` is the median of the same weekday in the 8
 * weeks before, null with fewer than 3; `fallo` is the last attempt to load it, if that failed.
 */
export const DiaCalendario = Type.Object({
  fecha: Fecha,
  estado: EstadoDia,
  lineas: Conteo,
  habitual: nullable(Conteo),
  rechazadas: Conteo,
  fallo: nullable(Type.Object({ momento: Instante, mensaje: Texto })),
});

const TiendaCalendario = Type.Object({
  ubicacion_id: Identificador,
  codigo: Texto,
  nombre: Texto,
  hoy: Type.String({ format: 'date', description: 'El día de hoy en la zona horaria de la tienda.' }),
  primer_dia: nullable(Fecha),
  huecos: Conteo,
  dias: Type.Array(DiaCalendario),
});

/** Every day of the range for every active store. `planificador` says whether the schedule of loads runs. */
export const CalendarioResponse = Type.Object({
  fecha_inicio: Fecha,
  fecha_fin: Fecha,
  tiendas: Type.Array(TiendaCalendario),
  planificador: Type.Object({
    ultima_vuelta: nullable(Instante),
    al_dia: Type.Boolean(),
    pendientes: Conteo,
    mensaje: nullable(Texto),
  }),
});
export type CalendarioResponse = Static<typeof CalendarioResponse>;

/** The days of the calendar, store by store, as files have them. */
export const DiasCalendario = tableOf({
  ubicacion_id: textColumn(Identificador),
  codigo: textColumn(),
  nombre: textColumn(),
  fecha: dateColumn(),
  estado: textColumn(EstadoDia),
  lineas: integerColumn({ minimum: 0 }),
  habitual: orNull(integerColumn({ minimum: 0 })),
  rechazadas: integerColumn({ minimum: 0 }),
  fallo_momento: orNull(instantColumn()),
  fallo_mensaje: orNull(textColumn()),
});

export const verCalendarioCargas = endpoint({
  id: 'verCalendarioCargas',
  method: 'GET',
  path: '/cargas/calendario',
  summary: 'Calendario por tienda y día: qué ventas están cargadas y cuáles faltan',
  description: 'Sin fechas, los últimos 35 días.',
  tag: 'cargas',
  query: Type.Object(
    { ...rangeParameters, ...ubicacionParameter, ...rowsFormatParameter },
    { additionalProperties: false },
  ),
  answers: { 200: CalendarioResponse },
  table: DiasCalendario,
});

/**
 * How many store-days were put into the queue, were in it already, and have neither a source nor a file that is still there.
 * What becomes of them is seen in GET /cargas.
 */
export const RecuperarResponse = Type.Object({ encoladas: Conteo, en_cola: Conteo, sin_origen: Conteo });
export type RecuperarResponse = Static<typeof RecuperarResponse>;

export const recuperarCargas = endpoint({
  id: 'recuperarCargas',
  method: 'POST',
  path: '/cargas/recuperar',
  summary: 'Vuelve a cargar los días que faltan, fallaron o quedaron cortos en un rango',
  tag: 'cargas',
  body: Type.Object({ fecha_inicio: Fecha, fecha_fin: Fecha, ...ubicacionParameter }, { additionalProperties: false }),
  answers: { 202: RecuperarResponse },
  problems: ['SCHEDULE_UNAVAILABLE'],
});

/** By operationId. */
export const cargasEndpoints = { listarCargas, listarRechazos, verCalendarioCargas, recuperarCargas } as const;
