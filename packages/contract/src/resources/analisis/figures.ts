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

type Columns = Readonly<Record<string, Column>>;
type Suffixed<C extends Columns, Suffix extends string> = { [Name in keyof C & string as `${Name}${Suffix}`]: C[Name] };

function suffixed<const C extends Columns, const Suffix extends string>(
  columns: C,
  suffix: Suffix,
): Suffixed<C, Suffix> {
  const entries = Object.entries(columns).map(([name, column]) => [`${name}${suffix}`, column]);
  return Object.fromEntries(entries) as Suffixed<C, Suffix>;
}

const changeDescription = 'Cuánto más es venta_total, en %; null si aquella no pasa de cero.';

/** The figures of a period beside those of the one before it and of the one 364 days before: same weekdays. */
export function comparedColumns<const C extends Columns>(columns: C) {
  return {
    ...columns,
    ...suffixed(columns, '_anterior'),
    ...suffixed(columns, '_anio_anterior'),
    cambio_anterior: orNull(decimalColumn(2, changeDescription)),
    cambio_anio_anterior: orNull(decimalColumn(2, changeDescription)),
  };
}
