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
  orNull,
  pageOf,
  pageParameters,
  tableOf,
  textColumn,
} from '../../base/index.ts';
import { rangeParameters } from '../range.ts';
import { ubicacionParameter } from '../ubicaciones.ts';
import { answeredDays } from './filters.ts';

/** The days of a product's series where its range has no beginning, and the most of them. */
export const limitesSerie = { dias: 90, maximo: 1096 } as const;

const params = Type.Object({ id: Identificador });

/** What a product's stock was at the end of each day, and what was sold of it. */
export const SerieProducto = tableOf({
  fecha: dateColumn(),
  ubicacion_id: orNull(textColumn(Type.String({ description: 'null: las tiendas de la respuesta, sumadas.' }))),
  existencia: orNull(
    decimalColumn(
      4,
      'Al cierre del día, según los movimientos; null: no se sabe. Una suma es de las tiendas de las que se sabe.',
    ),
  ),
  tiendas: integerColumn({ minimum: 0, description: 'De cuántas tiendas se sabe la existencia.' }),
  unidades: decimalColumn(6, 'Vendidas, menos las devueltas.'),
  venta_total: decimalColumn(6, 'En bolívares.'),
  lineas: integerColumn({ minimum: 0, description: 'Líneas de venta; 0: ese día no se vendió, o no está cargado.' }),
});

export const verSerieProducto = endpoint({
  id: 'verSerieProducto',
  method: 'GET',
  path: '/productos/:id/serie',
  summary: 'Existencia al cierre y ventas de un producto, día por día; sumadas o por tienda',
  description:
    'La existencia es la que dejó el último movimiento de los 90 días anteriores; sin él, la que encontró el siguiente; y si no hubo ninguno desde entonces, la actual.',
  tag: 'productos',
  params,
  query: Type.Object(
    {
      fecha_inicio: Type.Optional(
        Type.String({
          ...Fecha,
          description: `El primer día; sin él, los ${limitesSerie.dias} días que terminan con fecha_fin.`,
        }),
      ),
      fecha_fin: Type.Optional(
        Type.String({ ...Fecha, description: 'El último día; sin él, el último con ventas de esas tiendas.' }),
      ),
      ...ubicacionParameter,
      por: Type.Optional(
        Type.Enum(['total', 'tienda'], {
          default: 'total',
          description: 'total: una fila por día; tienda: una por día y tienda.',
        }),
      ),
      ...formatParameter,
      ...freshnessParameters,
    },
    { additionalProperties: false },
  ),
  answers: { 200: Type.Object({ ...answeredDays, datos: Type.Array(SerieProducto.row) }) },
  table: SerieProducto,
});

/** The classes of a product as they were calculated, with what they followed from. */
export const HistoriaClases = tableOf({
  fecha_calculo: dateColumn(),
  ubicacion_id: textColumn(Identificador),
  clasificacion_abc_valor: orNull(textColumn()),
  clasificacion_xyz: orNull(textColumn()),
  matriz: orNull(textColumn()),
  ranking_valor: orNull(integerColumn({ description: 'Su puesto por valor en la tienda; 1 es el primero.' })),
  valor_consumo_total: orNull(decimalColumn(4)),
  porcentaje_valor: orNull(decimalColumn(4, 'Su parte del valor de la tienda, en %.')),
  porcentaje_acumulado: orNull(decimalColumn(4)),
  coeficiente_variacion: orNull(decimalColumn(4)),
  demanda_promedio_semanal: orNull(decimalColumn(4)),
});

export const listarClasesProducto = endpoint({
  id: 'listarClasesProducto',
  method: 'GET',
  path: '/productos/:id/clases',
  summary: 'Las clases que un producto ha tenido en cada tienda, según se calcularon; las últimas primero',
  tag: 'productos',
  params,
  query: Type.Object(
    { ...rangeParameters, ...ubicacionParameter, ...pageParameters, ...formatParameter },
    { additionalProperties: false },
  ),
  answers: { 200: pageOf(HistoriaClases.row) },
  table: HistoriaClases,
});
