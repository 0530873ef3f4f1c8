import { Type, type Static } from 'typebox';
import { dateColumn, decimalColumn, endpoint, Fecha, formatParameter, tableOf, textColumn } from '../base/index.ts';
import { rangeParameters } from './range.ts';

const strict = { additionalProperties: false } as const;

/** A rate as it is written: positive, at most 12 digits before the point and 6 behind it. */
export const patronTasa = '^(?=.*[1-9])[0-9]{1,12}(\\.[0-9]{1,6})?$';

/** What a dollar costs, by day. A day without a row has the rate of the last one before it. */
export const TasasCambio = tableOf({
  fecha: dateColumn('Desde este día, hasta el anterior al de la fila que sigue.'),
  bs_por_usd: decimalColumn(6, 'Bolívares por dólar.'),
  fuente: textColumn(
    Type.Enum(['facturas', 'manual'], {
      description: 'facturas: la que llevan más facturas de ese día; manual: la que alguien fijó, que vale más.',
    }),
  ),
});

/** GET /tasas : by date, all of the range at once. */
export const TasasResponse = Type.Object({ datos: Type.Array(TasasCambio.row) });
export type TasasResponse = Static<typeof TasasResponse>;

export const listarTasas = endpoint({
  id: 'listarTasas',
  method: 'GET',
  path: '/tasas',
  summary: 'Tasas de cambio, bolívares por dólar, por fecha; la que ya regía al empezar el rango es la primera',
  tag: 'tasas',
  query: Type.Object({ ...rangeParameters, ...formatParameter }, strict),
  answers: { 200: TasasResponse },
  table: TasasCambio,
});

const fechaParams = Type.Object({ fecha: Fecha }, strict);

export const fijarTasa = endpoint({
  id: 'fijarTasa',
  method: 'PUT',
  path: '/tasas/:fecha',
  summary: 'Fija la tasa de cambio de un día; vale más que la de sus facturas',
  tag: 'tasas',
  params: fechaParams,
  body: Type.Object(
    { bs_por_usd: Type.String({ pattern: patronTasa, description: 'Bolívares por dólar, como texto: "36.5".' }) },
    strict,
  ),
  answers: { 200: TasasCambio.row },
});

export const quitarTasa = endpoint({
  id: 'quitarTasa',
  method: 'DELETE',
  path: '/tasas/:fecha',
  summary: 'Quita la tasa que alguien fijó para un día; vuelve a valer la de sus facturas, si las hay',
  tag: 'tasas',
  params: fechaParams,
  answers: { 204: Type.Null({ description: 'Sin contenido.' }) },
});

/** By operationId. */
export const tasasEndpoints = { listarTasas, fijarTasa, quitarTasa } as const;
