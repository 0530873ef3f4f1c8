import { endpoints, problemTable, roles } from '@fluxion/contract';
import { openPool } from '@fluxion/engine/postgres';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../routes/index.ts';
import { createFramework } from '../http/framework.ts';
import { enforceRouteRules } from '../http/route-rules.ts';
import { noQuestions } from '../testing/no-questions.ts';
import { mediaTypes } from '../tables/choose-format.ts';
import { describeApi } from './document.ts';

const closed = { additionalProperties: false };
const AnySchema = Type.Record(Type.String(), Type.Unknown());
const mediaType = '^(application|text)/[a-z0-9.+-]+$';
const Content = Type.Record(Type.String({ pattern: mediaType }), Type.Object({ schema: AnySchema }, closed));
const Header = Type.Object({ description: Type.String({ minLength: 1 }), schema: AnySchema }, closed);
const Security = Type.Array(Type.Record(Type.String(), Type.Array(Type.String())));
const Operation = Type.Object(
  {
    operationId: Type.String(),
    summary: Type.String(),
    description: Type.Optional(Type.String()),
    tags: Type.Array(Type.String(), { minItems: 1 }),
    parameters: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: Type.String(),
            in: Type.Enum(['query', 'path', 'header']),
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
      Type.String({ pattern: '^[1-5][0-9]{2}$' }),
      Type.Object(
        {
          description: Type.String({ minLength: 1 }),
          headers: Type.Optional(Type.Record(Type.String(), Header)),
          content: Type.Optional(Content),
        },
        closed,
      ),
    ),
    'x-fluxion-permiso': Type.Enum(['public', 'signed in', 'in person', ...roles]),
    'x-fluxion-problemas': Type.Array(Type.Enum(Object.keys(problemTable)), { minItems: 1 }),
    'x-fluxion-columnas': Type.Optional(
      Type.Record(Type.String(), Type.String({ pattern: '^(text|integer|decimal\\([0-9]+\\)|date|instant|boolean)$' })),
    ),
  },
  closed,
);
const methods = ['get', 'post', 'put', 'patch', 'delete'];
const PathItem = Type.Object(Object.fromEntries(methods.map((name) => [name, Type.Optional(Operation)])), closed);
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
let document: Static<typeof Document>;

beforeAll(async () => {
  const app = createFramework({});
  enforceRouteRules(app);
  app.addHook('onRoute', ({ method, url, schema }) => {
    const hidden = schema?.hide === true;
    if (!hidden) declared.push(...[method].flat().map((name) => `${name} ${url.replaceAll(/:(\w+)/g, '{$1}')}`));
  });
  await describeApi(app, '1.2.3');
  for (const declare of routes)
    declare(app, { pool, ask: noQuestions, version: '1.2.3', dashboardDirectory: '/nowhere' });
  await app.ready();
  const described: unknown = JSON.parse(JSON.stringify(app.swagger()));
  const faults = Value.Errors(Document, described).map(({ instancePath, message }) => `${instancePath} ${message}`);
  if (faults.length > 0) throw new Error(`This is not OpenAPI 3.1 as we use it:\n${faults.join('\n')}`);
  document = Value.Parse(Document, described);
});

afterAll(() => pool.end());

function operations() {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation === undefined ? [] : [{ name: `${method.toUpperCase()} ${path}`, operation }],
    ),
  );
}

describe('the description', () => {
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
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      'GET /',
      'GET /health',
      'GET /ready',
      'POST /sesion',
      'POST /sesion/enlace',
    ]);
    for (const { operation } of open) expect(operation.security).toEqual([]);
  });

  it('is made of the endpoints of the contract, and of nothing else', () => {
    expect(
      operations()
        .map(({ operation }) => operation.operationId)
        .toSorted(),
    ).toEqual(Object.keys(endpoints).toSorted());
  });

  it('tells each problem that an operation answers, by its status', () => {
    const schema = { $ref: '#/components/schemas/Problem' };
    for (const { name, operation } of operations()) {
      for (const code of operation['x-fluxion-problemas']) {
        const answer = operation.responses[problemTable[code as keyof typeof problemTable].status];
        expect({ name, ...answer }).toMatchObject({ name, content: { 'application/problem+json': { schema } } });
      }
    }
  });

  it('tells the formats and the columns of tables, and the headers of analytic answers', () => {
    const sales = document.paths['/ventas']?.get;
    expect(Object.keys(sales?.responses[200]?.content ?? {})).toEqual([...Object.values(mediaTypes), 'text/plain']);
    expect(sales?.['x-fluxion-columnas']).toMatchObject({ fecha: 'date', monto_total: 'decimal(6)' });
    const series = document.paths['/ventas/serie']?.get?.responses;
    expect(Object.keys(series?.[200]?.headers ?? {})).toEqual(
      expect.arrayContaining(['X-Fluxion-Engine', 'X-Fluxion-Snapshot', 'ETag']),
    );
    expect(series?.[304]).not.toHaveProperty('content');
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
    const page = sales?.parameters?.find(({ name }) => name === 'limite');
    expect(page).toMatchObject({ required: false, schema: { default: 100 } });
  });
});
