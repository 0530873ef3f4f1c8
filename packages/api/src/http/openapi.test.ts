import { openPool } from '@fluxion/engine/postgres';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../routes/index.ts';
import { createFramework } from './framework.ts';
import { describeApi } from './openapi.ts';
import { enforceRouteRules } from './route-rules.ts';
import { noQuestions } from '../testing/no-questions.ts';

const closed = { additionalProperties: false };
const AnySchema = Type.Record(Type.String(), Type.Unknown());
const Content = Type.Record(Type.String({ pattern: '^application/' }), Type.Object({ schema: AnySchema }, closed));
const Security = Type.Array(Type.Record(Type.String(), Type.Array(Type.String())));
const Operation = Type.Object(
  {
    operationId: Type.String(),
    summary: Type.String(),
    tags: Type.Array(Type.String(), { minItems: 1 }),
    parameters: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: Type.String(),
            in: Type.Enum(['query', 'path']),
            required: Type.Boolean(),
            description: Type.Optional(Type.String()),
            schema: AnySchema,
          },
          closed,
        ),
      ),
    ),
    requestBody: Type.Optional(Type.Object({ required: Type.Literal(true), content: Content }, closed)),
    security: Type.Optional(Security),
    responses: Type.Record(
      Type.String({ pattern: '^([1-5][0-9]{2}|[1-5]XX)$' }),
      Type.Object({ description: Type.String(), content: Type.Optional(Content) }, closed),
    ),
  },
  closed,
);
const PathItem = Type.Object(
  { get: Type.Optional(Operation), post: Type.Optional(Operation), delete: Type.Optional(Operation) },
  closed,
);
/** The part of OpenAPI 3.1's own schema that we use; whatever we do not use is refused. */
const Document = Type.Object(
  {
    openapi: Type.Literal('3.1.0'),
    info: Type.Object(
      {
        title: Type.String(),
        version: Type.String(),
        description: Type.String(),
        license: Type.Object({ name: Type.String(), identifier: Type.String() }, closed),
      },
      closed,
    ),
    paths: Type.Record(Type.String({ pattern: '^/' }), PathItem),
    components: Type.Object({ schemas: AnySchema, securitySchemes: AnySchema }, closed),
    security: Security,
  },
  closed,
);

/** Keywords of JSON Schema 2020-12 that hold other schemas, and those that do not. */
const holdsSchemas = ['properties', 'items', 'additionalProperties', 'anyOf'];
const plainKeywords =
  '$ref type enum const required format pattern minimum maximum minLength maxLength minItems maxItems default description'.split(
    ' ',
  );

/** Every keyword and reference in a schema, below it too. */
function keywordsIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (!holdsSchemas.includes(keyword)) return [keyword === '$ref' ? `$ref ${String(value)}` : keyword];
    return Object.values(keyword === 'properties' || Array.isArray(value) ? value : { value }).flatMap(keywordsIn);
  });
}

const pool = openPool({ url: 'postgres://nadie@127.0.0.1:1/nada', applicationName: 'fluxion-test' });
const declared: string[] = [];
let described: unknown;
let document: Static<typeof Document>;

beforeAll(async () => {
  const app = createFramework({});
  enforceRouteRules(app);
  app.addHook('onRoute', ({ method, url, schema }) => {
    const hidden = schema?.hide === true;
    if (!hidden) declared.push(...[method].flat().map((name) => `${name} ${url}`));
  });
  await describeApi(app, '1.2.3');
  for (const declare of routes)
    declare(app, { pool, ask: noQuestions, version: '1.2.3', dashboardDirectory: '/nowhere' });
  await app.ready();
  described = JSON.parse(JSON.stringify(app.swagger()));
  document = Value.Parse(Document, described);
});

afterAll(() => pool.end());

function operations() {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
}

describe('the description', () => {
  it('has the form of OpenAPI 3.1', () => {
    const errors = Value.Errors(Document, described).map(({ instancePath, message }) => `${instancePath} ${message}`);
    expect(errors).toEqual([]);
  });

  it('has every route, and nothing else', () => {
    const withoutHead = declared.filter((name) => !name.startsWith('HEAD '));
    expect(
      operations()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(withoutHead.toSorted());
  });

  it('names each operation once', () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says who may: everything needs a sign-in but what is listed here', () => {
    expect(document.components.securitySchemes).toMatchObject({
      token: { type: 'http', scheme: 'bearer' },
      sesion: { type: 'apiKey', in: 'cookie', name: 'fluxion_sesion' },
    });
    expect(document.security).toEqual([{ token: [] }, { sesion: [] }]);
    const open = operations().filter(({ operation }) => operation.security !== undefined);
    expect(open.map(({ name }) => name).toSorted()).toEqual(['GET /', 'GET /health', 'GET /ready', 'POST /sesion']);
    for (const { operation } of open) expect(operation.security).toEqual([]);
  });

  it('tells what each answers, errors too', () => {
    for (const { name, operation } of operations()) {
      const problem = { $ref: '#/components/schemas/Problem' };
      for (const status of ['4XX', '5XX']) {
        const content = operation.responses[status]?.content;
        expect({ name, content }).toEqual({ name, content: { 'application/problem+json': { schema: problem } } });
      }
    }
  });

  it('holds schemas of JSON Schema 2020-12, and no reference that leads nowhere', () => {
    const schemas = operations().flatMap(({ operation }) => [
      ...(operation.parameters ?? []).map(({ schema }) => schema),
      ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema),
      ...Object.values(operation.responses).flatMap(({ content }) => Object.values(content ?? {}).map((c) => c.schema)),
    ]);
    const keywords = [...schemas, ...Object.values(document.components.schemas)].flatMap(keywordsIn);
    const known = new Set([...plainKeywords, '$ref #/components/schemas/Problem']);
    expect([...new Set(keywords)].filter((keyword) => !known.has(keyword))).toEqual([]);
    expect(Object.keys(document.components.schemas)).toEqual(['Problem']);
  });

  it('lets parameters with a default be left out', () => {
    const sales = document.paths['/ventas']?.get;
    expect(sales?.parameters?.map(({ name, required }) => [name, required])).toEqual([
      ['fecha_inicio', false],
      ['fecha_fin', false],
      ['ubicacion_id', false],
      ['producto_id', false],
      ['limite', false],
      ['cursor', false],
      ['formato', false],
    ]);
  });
});
