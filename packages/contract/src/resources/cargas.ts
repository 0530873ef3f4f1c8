import { Type, type Static } from 'typebox';
import {
  Conteo,
  Fecha,
  Identificador,
  Instante,
  nullable,
  pageOf,
  pageParameters,
  textFilter,
  Texto,
} from '../base/index.ts';
import { ubicacionParameter } from './ubicaciones.ts';
import { rangeParameters } from './ventas.ts';

/** More days are not shown at once. */
export const calendarLimit = { days: 400 } as const;

const Resultado = Type.Enum(['en_curso', 'cargada', 'con_rechazos', 'vacia', 'fallida'], {
  description:
    'Lo que las tablas tienen: `con_rechazos`, parte de las líneas; `vacia`, la fuente dijo que no hubo ventas; `fallida`, nada.',
});

/** An entry of the ledger of loads. Without store and day: a master table. */
export const Carga = Type.Object({
  id: Identificador,
  fuente: Texto,
  ubicacion_id: nullable(Identificador),
  fecha: nullable(Fecha),
  entrega_id: nullable(Identificador),
  archivo: nullable(Texto),
  filas_leidas: Conteo,
  filas_cargadas: Conteo,
  filas_rechazadas: Conteo,
  iniciada: Instante,
  terminada: nullable(Instante),
  resultado: Resultado,
  mensaje: nullable(Texto),
  intento: nullable(Type.String({ format: 'date-time', description: 'El último intento fallido desde entonces.' })),
  intento_mensaje: nullable(Texto),
});
export type Carga = Static<typeof Carga>;

export const CargasQuery = Type.Object(
  {
    ...rangeParameters,
    ...ubicacionParameter,
    fuente: Type.Optional(textFilter(50, 'Tipo de entrega: ventas, facturas, inventario, …')),
    resultado: Type.Optional(Resultado),
    ...pageParameters,
  },
  { additionalProperties: false },
);
export type CargasQuery = Static<typeof CargasQuery>;

/** GET /cargas : the ledger of loads, the last first, a page at a time. */
export const CargasResponse = pageOf(Carga);
export type CargasResponse = Static<typeof CargasResponse>;

/** A line that could not be loaded, as it stood in the file. */
export const Rechazo = Type.Object({
  entrega_id: Identificador,
  numero: Type.Integer({ minimum: 1, description: 'Su orden en la entrega: una línea de JSON puede tener varios.' }),
  archivo: Texto,
  fuente: nullable(Texto),
  linea: Type.String({ pattern: '^[0-9]+$', description: 'Línea del archivo, desde 1.' }),
  columna: nullable(Texto),
  valor: nullable(Texto),
  razon: Texto,
  texto: Texto,
  ubicacion_id: nullable(Texto),
  fecha: nullable(Fecha),
});
export type Rechazo = Static<typeof Rechazo>;

export const RechazosQuery = Type.Object(
  {
    entrega_id: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$', description: 'La entrega, como en /cargas.' })),
    ...rangeParameters,
    ...ubicacionParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
);
export type RechazosQuery = Static<typeof RechazosQuery>;

/** GET /cargas/rechazos : lines that could not be loaded, those of the last delivery first, a page at a time. */
export const RechazosResponse = pageOf(Rechazo);
export type RechazosResponse = Static<typeof RechazosResponse>;

const EstadoDia = Type.Enum(
  ['cargada', 'vacia', 'corta', 'fallida', 'falta', 'en_curso', 'cerrada', 'hoy', 'futuro', 'sin_historia'],
  { description: 'Son huecos `falta`, `fallida` y `corta` (menos de la mitad de las líneas habituales).' },
);

/**
 * One store's business day. `lineas` are the sales lines that are in; `habitual` is the median of the same weekday in the 8
 * weeks before, null with fewer than 3; `fallo` is the last attempt to load it, if that failed.
 */
export const DiaHuecos = Type.Object({
  fecha: Fecha,
  estado: EstadoDia,
  lineas: Conteo,
  habitual: nullable(Conteo),
  rechazadas: Conteo,
  fallo: nullable(Type.Object({ momento: Instante, mensaje: Texto })),
});
export type DiaHuecos = Static<typeof DiaHuecos>;

export const TiendaHuecos = Type.Object({
  ubicacion_id: Identificador,
  codigo: Texto,
  nombre: Texto,
  hoy: Type.String({ format: 'date', description: 'El día de hoy en la zona horaria de la tienda.' }),
  primer_dia: nullable(Fecha),
  huecos: Conteo,
  dias: Type.Array(DiaHuecos),
});
export type TiendaHuecos = Static<typeof TiendaHuecos>;

export const HuecosQuery = Type.Object(
  { desde: Type.Optional(Fecha), hasta: Type.Optional(Fecha), ...ubicacionParameter },
  { additionalProperties: false },
);
export type HuecosQuery = Static<typeof HuecosQuery>;

/**
 * GET /cargas/huecos : every day of the range for every active store; the last 35 days unless told. `planificador` says
 * whether the schedule of loads runs.
 */
export const HuecosResponse = Type.Object({
  desde: Fecha,
  hasta: Fecha,
  tiendas: Type.Array(TiendaHuecos),
  planificador: Type.Object({
    ultima_vuelta: nullable(Instante),
    al_dia: Type.Boolean(),
    pendientes: Conteo,
    mensaje: nullable(Texto),
  }),
});
export type HuecosResponse = Static<typeof HuecosResponse>;

/** POST /cargas/recuperar : loads the gaps of a range again. */
export const RecuperarRequest = Type.Object(
  { desde: Fecha, hasta: Fecha, ...ubicacionParameter },
  { additionalProperties: false },
);
export type RecuperarRequest = Static<typeof RecuperarRequest>;

/**
 * How many store-days were put into the queue, were in it already, and have neither a source nor a file that is still there.
 * What becomes of them is seen in GET /cargas.
 */
export const RecuperarResponse = Type.Object({ encoladas: Conteo, en_cola: Conteo, sin_origen: Conteo });
export type RecuperarResponse = Static<typeof RecuperarResponse>;

/** By operationId. */
export const cargasEndpoints = {} as const;
