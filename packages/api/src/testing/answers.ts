import type { LightMyRequestResponse } from 'fastify';
import { Type, type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { expect } from 'vitest';

/** The body of a 200, after it is held against the contract's schema. */
export function bodyOf<Schema extends TSchema>(schema: Schema, answer: LightMyRequestResponse): Static<Schema> {
  if (answer.statusCode !== 200) throw new Error(`expected 200, got ${answer.statusCode}: ${answer.body}`);
  const body: unknown = answer.json();
  const errors = Value.Errors(schema, body).map(({ instancePath, message }) => `${instancePath} ${message}`);
  expect(errors).toEqual([]);
  return Value.Parse(schema, body);
}

const Refusal = Type.Object({
  codigo: Type.Literal('INVALID_REQUEST'),
  campos: Type.Array(Type.Object({ campo: Type.String(), mensaje: Type.String({ minLength: 1 }) })),
});

/** The fields that a 400 names; what is no such answer is thrown. */
export function refusedFields(answer: LightMyRequestResponse): string[] {
  if (answer.statusCode !== 400) throw new Error(`expected 400, got ${answer.statusCode}: ${answer.body}`);
  return Value.Parse(Refusal, answer.json()).campos.map(({ campo }) => campo);
}
