import { Type } from 'typebox';
import { dateColumn, endpoint, orNull, decimalColumn, tableOf, textColumn } from '../../base/index.ts';
import { analysisOf, analysisQuery, Rango } from './filters.ts';
import { categoryColumn, comparedColumns, figureColumns, receiptColumns, storeColumns } from './figures.ts';

const declared = { method: 'GET', tag: 'ventas', problems: ['NO_EXCHANGE_RATE'] } as const;

export const ResumenVentas = tableOf({
  periodo: textColumn(
    Type.Enum(['actual', 'anterior', 'anio_anterior'], {
      description:
        'El rango; el de igual duración que termina el día antes; y el de 364 días antes, con los mismos días de la semana.',
    }),
  ),
  fecha_inicio: dateColumn(),
  fecha_fin: dateColumn(),
  ...receiptColumns,
  cambio: orNull(
    decimalColumn(
      2,
      'Cuánto más vendió el período actual que este, en %; null en el actual, o si este no pasa de cero.',
    ),
  ),
});

export const resumirVentas = endpoint({
  ...declared,
  id: 'resumirVentas',
  path: '/ventas/resumen',
  summary: 'Indicadores de un rango, del período anterior y del año anterior, cada uno en una fila',
  query: analysisQuery({}),
  answers: { 200: analysisOf(ResumenVentas, {}) },
  table: ResumenVentas,
});

/** The days of the other two periods. */
const otherRanges = { rango_anterior: Rango, rango_anio_anterior: Rango };

const description =
  'Cada fila trae las cifras del rango, del período de igual duración que termina el día antes (`_anterior`) y del de 364 días antes (`_anio_anterior`), en el que cada fecha cae en el mismo día de la semana.';

export const ComparacionVentas = tableOf(comparedColumns(receiptColumns));

export const compararVentas = endpoint({
  ...declared,
  id: 'compararVentas',
  path: '/ventas/comparacion',
  summary: 'Ventas de un rango, del período anterior y del año anterior, en una sola fila',
  description,
  query: analysisQuery({}),
  answers: { 200: analysisOf(ComparacionVentas, otherRanges) },
  table: ComparacionVentas,
});

export const ComparacionDia = tableOf({ fecha: dateColumn(), ...comparedColumns(receiptColumns) });

export const compararVentasPorDia = endpoint({
  ...declared,
  id: 'compararVentasPorDia',
  path: '/ventas/comparacion/dia',
  summary: 'Ventas de cada día junto a las de los días que le corresponden en los otros dos períodos',
  description,
  query: analysisQuery({}),
  answers: { 200: analysisOf(ComparacionDia, otherRanges) },
  table: ComparacionDia,
});

export const ComparacionTienda = tableOf({ ...storeColumns, ...comparedColumns(receiptColumns) });

export const compararVentasPorTienda = endpoint({
  ...declared,
  id: 'compararVentasPorTienda',
  path: '/ventas/comparacion/tienda',
  summary: 'Ventas de cada tienda en los tres períodos; la que más vendió en el rango primero',
  description,
  query: analysisQuery({}),
  answers: { 200: analysisOf(ComparacionTienda, otherRanges) },
  table: ComparacionTienda,
});

export const ComparacionCategoria = tableOf({ ...categoryColumn, ...comparedColumns(figureColumns) });

export const compararVentasPorCategoria = endpoint({
  ...declared,
  id: 'compararVentasPorCategoria',
  path: '/ventas/comparacion/categoria',
  summary: 'Ventas de cada categoría en los tres períodos; la que más vendió en el rango primero',
  description,
  query: analysisQuery({}),
  answers: { 200: analysisOf(ComparacionCategoria, otherRanges) },
  table: ComparacionCategoria,
});
