import { Type, type Static } from 'typebox';
import { Conteo, Decimal, endpoint, Fecha, Identificador, nullable, Texto } from '../base/index.ts';
import { rangeParameters } from './range.ts';
import { ubicacionParameter } from './ubicaciones.ts';

const totalFields = {
  venta_total: Decimal,
  unidades: Decimal,
  lineas: Conteo,
  lineas_devueltas: Conteo,
  facturas: Conteo,
  ticket_promedio: nullable(Decimal),
};

/**
 * The sums of a set of sales lines. `venta_total` has at least 2 decimals and is exact; `unidades` is net of returns;
 * `lineas_devueltas` counts the lines with a negative quantity; `facturas` counts receipts (distinct numbers of each
 * store and day; lines without a number are in none); `ticket_promedio` is venta_total / facturas rounded half-up to 2
 * decimals, null without receipts.
 */
export const TotalesVenta = Type.Object(totalFields);
export type TotalesVenta = Static<typeof TotalesVenta>;

/** One store's sums. `datos_hasta` is the last day of which the store has any line, in or out of the range. */
export const VentaTienda = Type.Object({
  ubicacion_id: Identificador,
  nombre: Texto,
  datos_hasta: nullable(Fecha),
  ...totalFields,
});
export type VentaTienda = Static<typeof VentaTienda>;

/** One day's sums over the stores asked for. */
export const VentaDia = Type.Object({ fecha: Fecha, venta_total: Decimal, facturas: Conteo, unidades: Decimal });
export type VentaDia = Static<typeof VentaDia>;

/**
 * GET /estadisticas : totals of a range, per store and per day; without dates, of everything there is (both ends null
 * when there is nothing). `por_tienda` is by venta_total, highest first, and holds every active store asked for, at zero if it sold
 * nothing; `por_dia` is by date and holds only days that have lines: a gap is not a zero.
 */
export const EstadisticasResponse = Type.Object({
  rango: Type.Object({ fecha_inicio: nullable(Fecha), fecha_fin: nullable(Fecha) }),
  totales: TotalesVenta,
  por_tienda: Type.Array(VentaTienda),
  por_dia: Type.Array(VentaDia),
});
export type EstadisticasResponse = Static<typeof EstadisticasResponse>;

export const verEstadisticas = endpoint({
  id: 'verEstadisticas',
  method: 'GET',
  path: '/estadisticas',
  summary: 'Ventas de un rango: totales, por tienda y por día',
  tag: 'ventas',
  query: Type.Object({ ...rangeParameters, ...ubicacionParameter }, { additionalProperties: false }),
  answers: { 200: EstadisticasResponse },
});

/** By operationId. */
export const estadisticasEndpoints = { verEstadisticas } as const;
