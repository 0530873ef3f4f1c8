import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationsOf, type DescribedOperation } from '../testing/operations-of.ts';
import { openTestChain, type TestChain } from '../testing/test-chain.ts';
import { foreignIds, foreignState, foreignWords, seedForeign } from './testing/foreign-data.ts';
import { likelyRequest } from './testing/likely-request.ts';

const bounded = ['visualizador', 'gerente_tienda', 'gestor_abastecimiento'] as const;
let chain: TestChain;
let operations: readonly DescribedOperation[];
let tokens: Readonly<Record<string, string>>;

beforeAll(async () => {
  chain = await openTestChain({
    queueLoads: async (units) => ({ encoladas: units.length, en_cola: 0, sin_origen: 0 }),
  });
  await seedForeign(chain);
  operations = operationsOf(chain.server.swagger());
  const made = bounded.map(async (role) => [role, await chain.tokenOf(role, ['T1'])] as const);
  tokens = Object.fromEntries(await Promise.all(made));
});
afterAll(() => chain.close());

const reading = () => operations.filter(({ method }) => method === 'GET');
const writing = () => operations.filter(({ method }) => method !== 'GET');
const takes = (operation: DescribedOperation, parameter: string) =>
  operation.parameters?.some(({ name, in: place }) => place === 'query' && name === parameter) === true;

function send(request: InjectOptions, token: string | undefined): Promise<LightMyRequestResponse> {
  return chain.server.inject({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
}

/** What must not differ between what is another's and what is not there. */
function comparable({ statusCode, body }: LightMyRequestResponse, asked: string): string {
  return `${statusCode} ${body.replaceAll(asked, '?').replace(/"id_solicitud":"[^"]*"/, '')}`;
}

/** Those whose text can be read here, which one role tries. The rows of a format are those of all others. */
function formatsOf(operation: DescribedOperation, role: string): readonly (string | undefined)[] {
  const { schema } = operation.parameters?.find(({ name }) => name === 'formato') ?? {};
  const offered = schema?.enum?.map(String) ?? [];
  const readable = offered.filter((format) => format !== 'xlsx' && format !== 'parquet');
  return takes(operation, 'formato') && role === 'gerente_tienda' ? readable : [undefined];
}

/** SQL has a bound of costs that looks like an amount of others. */
function withoutBound(body: string): string {
  return body.replaceAll('BETWEEN -99999 AND 99999', '');
}

/** Refusals repeat what was asked for; the digits of a request's id say nothing. */
function withoutAsked(body: string): string {
  const told = body.replace(/"id_solicitud":"[^"]*"/, '');
  return foreignIds.reduce((text, id) => text.replaceAll(id, '?'), told);
}

/** Every centre serves every store: whoever writes orders is told the names of all centres, and no more of them. */
function withoutCentres({ operationId }: DescribedOperation, body: string): string {
  if (operationId !== 'listarOrigenesPedido') return body;
  return body
    .split(/\n|(?<=\}),/)
    .filter((row) => !/\bcedi\b/.test(row))
    .join('\n');
}

describe.each(bounded)('a %s of one store', (role) => {
  it('reads nothing of the others', async () => {
    for (const operation of reading()) {
      for (const formato of formatsOf(operation, role)) {
        const query = formato === undefined ? {} : { formato };
        const request = likelyRequest(operation, { id: 'P1', query });
        const { body } = await send(request, tokens[role]);
        expect(`${request.url} ${withoutCentres(operation, withoutBound(body))}`).not.toMatch(foreignWords);
      }
    }
  });

  it('cannot tell a store of others from one that is not there', async () => {
    const asking = reading().filter((operation) => takes(operation, 'ubicacion_id'));
    expect(asking.length).toBeGreaterThan(15);
    for (const operation of asking) {
      for (const formato of takes(operation, 'formato') ? ['json', 'csv'] : [undefined]) {
        const format = formato === undefined ? {} : { formato };
        const ask = (id: string) =>
          send(likelyRequest(operation, { id: 'P1', query: { ...format, ubicacion_id: id } }), tokens[role]);
        const foreign = await ask('T2');
        expect([operation.operationId, foreign.statusCode]).toEqual([operation.operationId, 400]);
        expect(comparable(foreign, 'T2')).toBe(comparable(await ask('T9'), 'T9'));
      }
    }
  });

  it('cannot tell an object of another store from one that is not there', async () => {
    const before = await foreignState(chain);
    const withId = operations.filter(({ path }) => path.includes('{'));
    expect(withId.length).toBeGreaterThan(8);
    for (const operation of withId) {
      for (const id of foreignIds) {
        const ask = (one: string) => send(likelyRequest(operation, { id: one }), tokens[role]);
        const foreign = await ask(id);
        expect([operation.operationId, id, foreign.statusCode]).not.toEqual([operation.operationId, id, 200]);
        expect(comparable(foreign, id)).toBe(comparable(await ask('NO-HAY'), 'NO-HAY'));
      }
    }
    expect(await foreignState(chain)).toEqual(before);
  });

  it('finds nothing of another store by whatever else may be asked for', async () => {
    for (const operation of reading()) {
      for (const { name } of operation.parameters?.filter(
        ({ in: place, name: one }) => place === 'query' && one.endsWith('_id'),
      ) ?? []) {
        for (const id of foreignIds) {
          const request = likelyRequest(operation, { id: 'P1', query: { [name]: id } });
          const { body } = await send(request, tokens[role]);
          expect(withoutAsked(body)).not.toMatch(foreignWords);
        }
      }
    }
  });

  it('changes nothing of another store', async () => {
    const before = await foreignState(chain);
    for (const operation of writing()) {
      for (let seed = 1; seed <= 5; seed++) {
        for (const id of ['PED-AJENO', 'T2']) {
          const request = likelyRequest(operation, { id, ids: foreignIds, seed });
          const { body } = await send(request, tokens[role]);
          expect(withoutAsked(body)).not.toMatch(foreignWords);
        }
      }
    }
    expect(await foreignState(chain)).toEqual(before);
  });
});

it('shows a person without stores nothing of any', async () => {
  const token = await chain.tokenOf('gestor_abastecimiento');
  for (const operation of reading()) {
    const request = likelyRequest(operation, { id: 'P1' });
    const { body } = await send(request, token);
    expect(`${request.url} ${withoutCentres(operation, body)}`).not.toMatch(foreignWords);
    expect(`${request.url} ${body}`).not.toMatch(/"T1"|Centro|FACTURA-PROPIA/);
  }
});

it('shows a person of the whole chain the others too', async () => {
  const token = await chain.tokenOf('gerente_general');
  const seen = new Set<string>();
  for (const operation of reading()) {
    const { body } = await send(likelyRequest(operation, { id: 'P1' }), token);
    if (foreignWords.test(body)) seen.add(operation.operationId);
  }
  // Otherwise the words would prove nothing.
  expect(seen.size).toBeGreaterThan(10);
});
