import { Type, type TSchema } from 'typebox';
import { nullable, patrones, Texto } from './primitives.ts';

export const pageLimits = { default: 100, max: 1000 } as const;

/** The two query parameters of every paged list. */
export const pageParameters = {
  limite: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: pageLimits.max,
      default: pageLimits.default,
      description: 'Cuántas filas por página.',
    }),
  ),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1024,
      pattern: patrones.cursor,
      description: 'El valor `siguiente` de la página anterior, sin cambios.',
    }),
  ),
};

/** One page of rows. `siguiente` is the cursor of the next page, null on the last. */
export function pageOf<Row extends TSchema>(row: Row) {
  return Type.Object({
    datos: Type.Array(row),
    siguiente: nullable(Texto),
  });
}
