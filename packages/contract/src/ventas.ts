import { Type, type Static } from 'typebox';
import { pageOf, pageParameters } from './pagination.ts';
import { Decimal, Fecha, Identificador, Instante, nullable, Texto } from './primitives.ts';
import { ubicacionParameter } from './ubicaciones.ts';

/** The two ends of a range of business dates, both included; a missing end is open. */
export const rangeParameters = { fecha_inicio: Type.Optional(Fecha), fecha_fin: Type.Optional(Fecha) };

/** One sales line. A negative `cantidad` is a return. */
export const LineaVenta = Type.Object({
  id: Identificador,
  ubicacion_id: Identificador,
  fecha: Fecha,
  fecha_hora: nullable(Instante),
  numero_factura: nullable(Texto),
  linea: nullable(Type.Integer()),
  producto_id: nullable(Texto),
  descripcion: nullable(Texto),
  cantidad: nullable(Decimal),
  precio_unitario: nullable(Decimal),
  monto_total: nullable(Decimal),
});
export type LineaVenta = Static<typeof LineaVenta>;

export const VentasQuery = Type.Object(
  {
    ...rangeParameters,
    ...ubicacionParameter,
    producto_id: Type.Optional(Identificador),
    ...pageParameters,
  },
  { additionalProperties: false },
);
export type VentasQuery = Static<typeof VentasQuery>;

/** GET /ventas : sales lines by (fecha, ubicacion_id, id), a page at a time. */
export const VentasResponse = pageOf(LineaVenta);
export type VentasResponse = Static<typeof VentasResponse>;
