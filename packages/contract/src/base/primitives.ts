import { Type, type Static, type TSchema, type TUnsafe } from 'typebox';

/** Patterns of texts in requests: whoever refuses one says by its name what it should have been. */
export const patrones = {
  /** Text without NUL, which PostgreSQL cannot hold. */
  sinNulo: '^[^\\u0000]*$',
  correo: '^[^\\s\\u0000@]+@[^\\s\\u0000@]+$',
  cursor: '^[A-Za-z0-9_-]+$',
  numeroDeFila: '^[0-9]{1,18}$',
  snapshot: '^[0-9]{1,20}:[0-9]{1,20}:[0-9,]*$',
} as const;

/** A business date, 'YYYY-MM-DD', of the years 1000 to 2999; a day that does not exist is refused. */
export const Fecha = Type.String({
  format: 'date',
  pattern: '^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$',
  description: 'Día comercial de la tienda, AAAA-MM-DD.',
});

/** An instant, ISO 8601 in UTC. */
export const Instante = Type.String({ format: 'date-time', description: 'Instante en UTC, ISO 8601.' });

/** An exact decimal number as text: digits, at most one point, no exponent. Never a float. */
export const Decimal = Type.String({
  pattern: '^-?[0-9]+(\\.[0-9]+)?$',
  description: 'Número decimal exacto, como texto.',
});

/** A whole number of things counted. */
export const Conteo = Type.Integer({ minimum: 0 });

/** A master's or a fact's key. A bigint key is its digits. */
export const Identificador = Type.String({ minLength: 1, maxLength: 50, pattern: patrones.sinNulo });

export const Texto = Type.String();

/** A text filter of a query string: bounded, and free of what the database cannot hold. */
export function textFilter(maxLength: number, description: string) {
  return Type.String({ minLength: 1, maxLength, pattern: patrones.sinNulo, description });
}

/**
 * The schema, or null. Written as a list of types and not as a union: JSON serialisers compile it to one comparison.
 * `schema` must have a single `type`.
 */
export function nullable<Schema extends TSchema & { type: string }>(schema: Schema): TUnsafe<Static<Schema> | null> {
  return Type.Unsafe<Static<Schema> | null>({ ...schema, type: [schema.type, 'null'] });
}
