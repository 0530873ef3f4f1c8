import type { ProblemField } from '@fluxion/contract';
import { isBusinessDate } from '@fluxion/engine/base';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import Format from 'typebox/format';
import { schemaMessage, type SchemaFault } from '../problems/messages.ts';
import { invalidFields } from '../problems/problem.ts';

/** Makes the format `date` mean a business date: TypeBox's own takes the year 0000, which no database does. */
export function registerFormats(): void {
  Format.Set('date', isBusinessDate);
}

interface PropertySchema {
  readonly type?: string;
}

function propertiesOf(schema: TSchema): Readonly<Record<string, PropertySchema>> {
  return 'properties' in schema ? (schema.properties as Record<string, PropertySchema>) : {};
}

function readValue(text: unknown, type: string | undefined): unknown {
  if (type === 'array') return Array.isArray(text) ? text : [text];
  if (type === 'integer' && typeof text === 'string' && /^-?\d{1,15}$/.test(text)) return Number(text);
  return text;
}

/** A query string's texts as the values that the schema speaks of. What cannot be read stays text, for the schema to refuse. */
function readTexts(schema: TSchema, texts: unknown): Record<string, unknown> {
  const properties = propertiesOf(schema);
  const entries = Object.entries(texts ?? {});
  return Object.fromEntries(entries.map(([name, text]) => [name, readValue(text, properties[name]?.type)]));
}

interface SchemaError extends SchemaFault {
  readonly instancePath: string;
}

function namesIn(params: object, key: string): readonly string[] {
  const names: unknown = Object.entries(params).find(([name]) => name === key)?.[1];
  return Array.isArray(names) ? names.map(String) : [];
}

/** `/lineas/3/cantidad` as people write it: `lineas[3].cantidad`. */
function fieldName(path: readonly string[]): string {
  return path.map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`)).join('');
}

/** The fields that one schema error is about: it names missing and unknown ones beside the path. */
function fieldsOf({ keyword, params, instancePath }: SchemaError): readonly string[] {
  const path = instancePath.split('/').slice(1);
  if (keyword === 'required') return namesIn(params, 'requiredProperties').map((name) => fieldName([...path, name]));
  if (keyword === 'additionalProperties')
    return namesIn(params, 'additionalProperties').map((name) => fieldName([...path, name]));
  return [fieldName(path)];
}

/** Each wrong field once, with the first thing that is wrong with it. */
function problemFields(errors: readonly SchemaError[], isBody: boolean): readonly ProblemField[] {
  const messages = new Map<string, string>();
  for (const error of errors) {
    // An unknown property is also reported as one whose schema is `false`.
    if (error.keyword === 'boolean') continue;
    // A parameter that may be repeated is one field, whichever of its values is wrong.
    for (const name of fieldsOf(error)) {
      const field = isBody ? name : name.replace(/\[\d+\]$/, '');
      if (!messages.has(field)) messages.set(field, schemaMessage(error, isBody));
    }
  }
  return Array.from(messages, ([campo, mensaje]) => ({ campo: campo === '' ? 'cuerpo' : campo, mensaje }));
}

/**
 * Checks requests against their TypeBox schemas. Only what comes as text (query, path) is read into numbers and lists;
 * a JSON body must have the types of its schema, so that no number ever passes for a decimal text.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  return (received: unknown) => {
    const value = httpPart === 'body' ? received : readTexts(schema, received);
    if (validator.Check(value)) return { value };
    return { error: invalidFields(...problemFields(validator.Errors(value), httpPart === 'body')) };
  };
};
