import { Type } from 'typebox';
import { dateColumn, endpoint, Identificador, integerColumn, orNull, tableOf, textColumn } from '../../base/index.ts';
import { analysisOf, analysisQuery, rankingFields, rankingParameters } from './filters.ts';
import { categoryColumn, figureColumns, productColumns, receiptColumns, shareColumn, storeColumns } from './figures.ts';

const declared = { method: 'GET', tag: 'ventas', problems: ['NO_EXCHANGE_RATE'] } as const;

export const SerieVentas = tableOf({
  fecha: dateColumn('El día, el lunes de la semana o el primer día del mes, aunque el rango empiece después.'),
  ...receiptColumns,
});

export const verSerieVentas = endpoint({
  ...declared,
  id: 'verSerieVentas',
  path: '/ventas/serie',
  summary:
    'Ventas por día, semana (de lunes a domingo) o mes; solo los que tienen ventas: si uno falta, no hay datos de él',
  query: analysisQuery({ por: Type.Optional(Type.Enum(['dia', 'semana', 'mes'], { default: 'dia' })) }),
  answers: { 200: analysisOf(SerieVentas, {}) },
  table: SerieVentas,
});

export const VentasTienda = tableOf({ ...storeColumns, ...receiptColumns, ...shareColumn });

export const verVentasPorTienda = endpoint({
  ...declared,
  id: 'verVentasPorTienda',
  path: '/ventas/por/tienda',
  summary: 'Ventas de cada tienda que vendió en el rango; la que más vendió primero',
  query: analysisQuery({}),
  answers: { 200: analysisOf(VentasTienda, {}) },
  table: VentasTienda,
});

export const VentasTiendaDia = tableOf({
  ubicacion_id: textColumn(Identificador),
  fecha: dateColumn(),
  ...receiptColumns,
});

export const verVentasPorTiendaYDia = endpoint({
  ...declared,
  id: 'verVentasPorTiendaYDia',
  path: '/ventas/por/tienda-dia',
  summary: 'Ventas de cada tienda en cada día en que vendió; por tienda y fecha',
  query: analysisQuery({}),
  answers: { 200: analysisOf(VentasTiendaDia, {}) },
  table: VentasTiendaDia,
});

export const VentasCategoria = tableOf({ ...categoryColumn, ...figureColumns, ...shareColumn });

export const verVentasPorCategoria = endpoint({
  ...declared,
  id: 'verVentasPorCategoria',
  path: '/ventas/por/categoria',
  summary: 'Ventas de cada categoría que se vendió en el rango; la que más vendió primero',
  query: analysisQuery({}),
  answers: { 200: analysisOf(VentasCategoria, {}) },
  table: VentasCategoria,
});

/** What products are ranked by. */
export const ProductMeasure = Type.Enum(['venta_total', 'unidades', 'margen', 'lineas']);

export const VentasProducto = tableOf({ ...productColumns, ...figureColumns, ...shareColumn });

export const verVentasPorProducto = endpoint({
  ...declared,
  id: 'verVentasPorProducto',
  path: '/ventas/por/producto',
  summary: 'Ventas de cada producto que se vendió en el rango, del mejor al peor o al revés',
  query: analysisQuery({
    orden: Type.Optional(
      Type.Enum(ProductMeasure.enum, { default: 'venta_total', description: 'Por cuál cifra se ordenan.' }),
    ),
    primero: Type.Optional(Type.Enum(['mejores', 'peores'], { default: 'mejores' })),
    ...rankingParameters,
  }),
  answers: { 200: analysisOf(VentasProducto, rankingFields) },
  table: VentasProducto,
});

export const VentasHora = tableOf({
  dia_semana: integerColumn({ minimum: 1, maximum: 7, description: '1 es lunes, 7 es domingo.' }),
  hora: orNull(
    integerColumn({ minimum: 0, maximum: 23, description: 'Por el reloj de la tienda; null: líneas sin hora.' }),
  ),
  ...figureColumns,
});

export const verVentasPorHora = endpoint({
  ...declared,
  id: 'verVentasPorHora',
  path: '/ventas/por/hora',
  summary: 'Ventas por hora y día de la semana, por el reloj de cada tienda',
  query: analysisQuery({}),
  answers: { 200: analysisOf(VentasHora, {}) },
  table: VentasHora,
});
