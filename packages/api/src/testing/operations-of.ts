import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';

/** What makers of requests read of a JSON schema; whatever else it says, the server checks. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const AnySchema = Type.Unsafe<Schema>(Type.Any());
const Operation = Type.Object({
  operationId: Type.String(),
  'x-fluxion-permiso': Type.String(),
  parameters: Type.Optional(
    Type.Array(
      Type.Object({
        name: Type.String(),
        in: Type.Enum(['path', 'query', 'header', 'cookie']),
        required: Type.Optional(Type.Boolean()),
        schema: AnySchema,
      }),
    ),
  ),
  requestBody: Type.Optional(
    Type.Object({ content: Type.Object({ 'application/json': Type.Object({ schema: AnySchema }) }) }),
  ),
});
const Document = Type.Object({
  paths: Type.Record(Type.String(), Type.Record(Type.String(), Operation)),
});

/** One operation of the API, as its description tells it. */
export interface DescribedOperation extends Static<typeof Operation> {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
}

/** Every operation of an OpenAPI document. */
export function operationsOf(document: unknown): readonly DescribedOperation[] {
  const { paths } = Value.Parse(Document, JSON.parse(JSON.stringify(document)));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}
