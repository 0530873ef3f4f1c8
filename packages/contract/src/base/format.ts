import { Type } from 'typebox';
import { patrones } from './primitives.ts';

/** What the rows of an answer come as. `excel` is CSV as Excel opens it in a Spanish locale. */
export const tableFormats = ['json', 'ndjson', 'csv', 'excel', 'xlsx', 'parquet', 'arrow'] as const;
export type TableFormat = (typeof tableFormats)[number];

const rowsDescription =
  'En vez de la cabecera Accept. JSON da una página; los demás, todas las filas: ndjson, csv, excel (CSV con BOM, «;» y coma decimal), xlsx, parquet, arrow.';

/** What `formato` is beside: the statement that gives the rows, and no rows. So no Accept asks for it. */
export const sqlFormat = 'sql';

/** Taken by every endpoint whose answer is a table that one statement gives. */
export const formatParameter = {
  formato: Type.Optional(
    Type.Enum([...tableFormats, sqlFormat], {
      description: `${rowsDescription} sql: la sentencia que las da, como texto, sin ejecutarla.`,
    }),
  ),
};

/** The same where rows are put together of several answers. */
export const rowsFormatParameter = {
  formato: Type.Optional(Type.Enum(tableFormats, { description: rowsDescription })),
};

/** How fresh an analytic answer must be; exact unless told otherwise. */
export const freshnessParameters = {
  frescura: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 86_400,
      description: 'Cuántos segundos puede tener la respuesta; sin él, incluye todo lo confirmado antes de preguntar.',
    }),
  ),
  al_menos: Type.Optional(
    Type.String({
      pattern: patrones.snapshot,
      maxLength: 8000,
      description: 'Un x-fluxion-snapshot de una respuesta anterior: esta no sabrá menos que aquella.',
    }),
  ),
};
