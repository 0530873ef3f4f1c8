import { Type, type Static } from 'typebox';
import {
  dateColumn,
  decimalColumn,
  endpoint,
  formatParameter,
  Identificador,
  instantColumn,
  integerColumn,
  orNull,
  pageOf,
  pageParameters,
  tableOf,
  textColumn,
  textFilter,
  type RowOf,
} from '../base/index.ts';
import { analisisEndpoints } from './analisis/index.ts';
import { productParameters } from './analisis/filters.ts';
import { estadisticasEndpoints } from './estadisticas.ts';
import { rangeParameters } from './range.ts';
import { tasasEndpoints } from './tasas.ts';
import { ubicacionParameter } from './ubicaciones.ts';

/** Sales lines. A negative `cantidad` is a return. */
export const LineasVenta = tableOf({
  id: textColumn(Identificador),
  ubicacion_id: textColumn(Identificador),
  fecha: dateColumn(),
  fecha_hora: orNull(instantColumn()),
  numero_factura: orNull(textColumn()),
  linea: orNull(integerColumn()),
  producto_id: orNull(textColumn()),
  descripcion: orNull(textColumn()),
  cantidad: orNull(decimalColumn(6)),
  precio_unitario: orNull(decimalColumn(6)),
  monto_total: orNull(decimalColumn(6)),
});
export type LineaVenta = RowOf<typeof LineasVenta>;

/** GET /ventas : sales lines by (fecha, ubicacion_id, id), a page at a time. */
export const VentasResponse = pageOf(LineasVenta.row);
export type VentasResponse = Static<typeof VentasResponse>;

export const listarVentas = endpoint({
  id: 'listarVentas',
  method: 'GET',
  path: '/ventas',
  summary: 'Líneas de venta, por fecha, tienda y número',
  tag: 'ventas',
  query: Type.Object(
    {
      ...rangeParameters,
      ...ubicacionParameter,
      ...productParameters,
      factura: Type.Optional(textFilter(50, 'Número de factura, tal cual; tiendas y días distintos pueden repetirlo.')),
      lineas: Type.Optional(
        Type.Enum(['todas', 'devueltas'], { default: 'todas', description: 'devueltas: las de cantidad negativa.' }),
      ),
      ...pageParameters,
      ...formatParameter,
    },
    { additionalProperties: false },
  ),
  answers: { 200: VentasResponse },
  table: LineasVenta,
});

/** By operationId. */
export const ventasEndpoints = {
  listarVentas,
  ...estadisticasEndpoints,
  ...analisisEndpoints,
  ...tasasEndpoints,
} as const;
