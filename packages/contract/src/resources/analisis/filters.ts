import { Type, type Static, type TObject, type TProperties } from 'typebox';
import { Fecha, formatParameter, freshnessParameters, Identificador, nullable, type Table } from '../../base/index.ts';
import { categoryParameter, rankingLimits, searchParameter } from '../inventario/filters.ts';
import { ubicacionParameter } from '../ubicaciones.ts';

/** The most days of an analysis, 20 years, and how many it is about where its range has no beginning. */
export const analysisLimits = {
  days: 7305,
  defaultDays: 30,
  /** Before it, nobody's sales are asked about. */
  firstDay: '1900-01-01',
} as const;

/** The products whose sales are meant: those that all of these name. */
export const productParameters = {
  producto_id: Type.Optional(
    Type.Array(Identificador, { minItems: 1, maxItems: 500, description: 'Producto; puede repetirse.' }),
  ),
  ...categoryParameter,
  ...searchParameter,
};

/** What amounts are told in. */
export const currencyParameter = {
  moneda: Type.Optional(
    Type.Enum(['VES', 'USD'], {
      default: 'VES',
      description:
        'VES: bolívares, como se vendió; USD: dólares, lo de cada día por su tasa de /tasas, con 6 decimales o menos.',
    }),
  ),
};

const filterParameters = {
  fecha_inicio: Type.Optional(
    Type.String({
      ...Fecha,
      description: `El primer día; sin él, los ${analysisLimits.defaultDays} días que terminan con fecha_fin.`,
    }),
  ),
  fecha_fin: Type.Optional(
    Type.String({ ...Fecha, description: 'El último día; sin él, el último con ventas de esas tiendas.' }),
  ),
  ...ubicacionParameter,
  ...productParameters,
  ...currencyParameter,
};
/** Which sales an analysis is about. */
export type AnalysisFilter = Static<TObject<typeof filterParameters>>;

/** The query of an analysis: whose sales, what else it takes, as what, and how fresh. */
export function analysisQuery<Extra extends TProperties>(extra: Extra) {
  return Type.Object(
    { ...filterParameters, ...extra, ...formatParameter, ...freshnessParameters },
    { additionalProperties: false },
  );
}

/** What every ranking takes beside: which of its rows. */
export const rankingParameters = {
  limite: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: rankingLimits.page,
      description: `Cuántas filas por página de JSON; sin él, ${rankingLimits.defaultPage}. Un archivo las trae todas.`,
    }),
  ),
  desplazamiento: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      description: 'Cuántas filas saltar antes: el `siguiente` de la página anterior.',
    }),
  ),
};

/** The days that an answer is about; null where no day was named and there are no sales to take the last one from. */
export const Rango = Type.Object({ fecha_inicio: nullable(Fecha), fecha_fin: nullable(Fecha) });
export type Rango = Static<typeof Rango>;

/** The rows of an analysis, all of them, and what else is told. */
export function analysisOf<T extends Table, Beside extends TProperties>(table: T, beside: Beside) {
  return Type.Object({ rango: Rango, ...beside, datos: Type.Array(table.row as T['row']) });
}

/** Some rows of a ranking; `siguiente` is the `desplazamiento` of those that follow, null after the last. */
export const rankingFields = { siguiente: nullable(Type.Integer({ minimum: 1 })) };
