import { Type } from 'typebox';
import {
  Conteo,
  Fecha,
  Identificador,
  nullable,
  textFilter,
  freshnessParameters,
  formatParameter,
} from '../../base/index.ts';
import { ubicacionParameter } from '../ubicaciones.ts';

/** Words to find a product by. */
export const searchParameter = {
  q: Type.Optional(
    textFilter(
      100,
      'Palabras que deben aparecer en código, código de barras o descripción, sin distinguir mayúsculas ni acentos.',
    ),
  ),
};

export const categoryParameter = {
  categoria: Type.Optional(
    Type.Array(textFilter(50, 'Categoría exacta; puede repetirse.'), { minItems: 1, maxItems: 200 }),
  ),
};

/** The most rows of a ranking: of its page, and of a file. */
export const rankingLimits = { page: 1000, defaultPage: 100, file: 60_000 } as const;

/** What every ranking of stock takes: whose stock, how many rows, as what, and how fresh. */
export const rankingParameters = {
  ...ubicacionParameter,
  ...categoryParameter,
  ...searchParameter,
  producto_id: Type.Optional(
    Type.Array(Identificador, { minItems: 1, maxItems: 500, description: 'Producto; puede repetirse.' }),
  ),
  limite: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: rankingLimits.page,
      default: rankingLimits.defaultPage,
      description: 'Cuántas filas, las primeras; un archivo las trae todas.',
    }),
  ),
  ...formatParameter,
  ...freshnessParameters,
};

export const untilParameter = {
  fecha_fin: Type.Optional(
    Type.String({ ...Fecha, description: 'El último día que cuenta; sin él, el último con ventas de esas tiendas.' }),
  ),
};

/** The days that an answer is about; null where there are no sales to speak of. */
export const answeredDays = { fecha_inicio: nullable(Fecha), fecha_fin: nullable(Fecha), dias: Conteo };
