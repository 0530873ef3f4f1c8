import { Type } from 'typebox';
import { decimalColumn, integerColumn, orNull, textColumn, type Column, Identificador } from '../../base/index.ts';

const count = (description?: string) =>
  integerColumn({ minimum: 0, ...(description === undefined ? {} : { description }) });

/** What a set of sales lines comes to, returns subtracted; exact. */
export const figureColumns = {
  venta_total: decimalColumn(6),
  unidades: decimalColumn(6),
  lineas: count(),
  lineas_devueltas: count('Líneas con cantidad negativa.'),
  venta_con_costo: decimalColumn(
    6,
    'El monto de las líneas de las que se conocen cantidad y costo: el margen es de estas.',
  ),
  costo: decimalColumn(12, 'El costo de esas unidades el día de la venta.'),
  margen: decimalColumn(12, 'venta_con_costo - costo'),
  margen_porcentaje: orNull(decimalColumn(2, 'margen en % de venta_con_costo')),
};

/** The same with receipts. */
export const receiptColumns = {
  ...figureColumns,
  facturas: count('Números de factura distintos de cada tienda y día; las líneas sin número no cuentan en ninguna.'),
  ticket_promedio: orNull(decimalColumn(2, 'venta_total / facturas')),
};

export const shareColumn = { porcentaje: orNull(decimalColumn(2, 'venta_total en % de la de todas las filas')) };

export const storeColumns = { ubicacion_id: textColumn(Identificador), nombre: orNull(textColumn()) };

/** A product as the catalogue has it; null where it does not. */
export const productColumns = {
  producto_id: textColumn(Identificador),
  codigo: orNull(textColumn()),
  descripcion: orNull(textColumn()),
  categoria: orNull(textColumn()),
};

export const categoryColumn = {
  categoria: orNull(
    textColumn(Type.String({ description: 'null: líneas sin producto, o de uno que no está en el catálogo' })),
  ),
};

/** The names of the other periods' figures in a flat row, after those of the one that is asked about. */
type Suffixed<Figures extends object, Suffix extends string> = {
  [Name in keyof Figures & string as `${Name}${Suffix}`]: Figures[Name];
};

/** The same under other names. */
export function suffixed<Figures extends object, const Suffix extends string>(figures: Figures, suffix: Suffix) {
  const entries = Object.entries(figures).map(([name, value]) => [`${name}${suffix}`, value]);
  return Object.fromEntries(entries) as Suffixed<Figures, Suffix>;
}

const changeDescription = 'Cuánto más es venta_total, en %; null si aquella no pasa de cero.';

/** The figures of a period beside those of the one before it and of the one 364 days before: same weekdays. */
export function comparedColumns<C extends Readonly<Record<string, Column>>>(columns: C) {
  return {
    ...columns,
    ...suffixed(columns, '_anterior'),
    ...suffixed(columns, '_anio_anterior'),
    cambio_anterior: orNull(decimalColumn(2, changeDescription)),
    cambio_anio_anterior: orNull(decimalColumn(2, changeDescription)),
  };
}
