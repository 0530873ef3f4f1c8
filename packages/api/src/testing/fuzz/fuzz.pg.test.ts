import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestChain, type TestChain } from '../test-chain.ts';
import { operationsOf } from '../operations-of.ts';
import { requestsTo, type FuzzRequest } from './requests.ts';
import type { KnownIds } from './values.ts';

/** `npm run torture -- fuzz` sends more requests than `npm test`. */
const wanted = Number(process.env['TORTURE_ROUNDS'] ?? 0);
const requests = wanted > 0 ? wanted : 700;
const seed = process.env['TORTURE_SEED'];

let chain: TestChain;

beforeAll(async () => {
  chain = await openTestChain({
    mirrored: true,
    queueLoads: async (units) => ({ encoladas: units.length, en_cola: 0, sin_origen: 0 }),
  });
  await chain.sell([
    { store: 'T1', day: '2024-02-29', receipt: 'A1', product: 'P1' },
    { store: 'T1', day: '2024-03-05', receipt: 'A2', product: 'P2', quantity: '-1', amount: '-10' },
    { store: 'T2', day: '2024-03-01', receipt: null, product: 'P9' },
  ]);
  await chain.pool.query(`
    INSERT INTO pedidos (id, ubicacion_id, fecha) VALUES ('PED1', 'T1', '2024-03-01'), ('PED2', 'T2', '2024-03-01');
    INSERT INTO pedidos_detalle (pedido_id, producto_id, cantidad_solicitada) VALUES ('PED1', 'P1', 12)`);
});
// Closing fails if anything was answered that is not declared.
afterAll(() => chain.close());

/** Whoever calls; made anew when what was tried has taken their rights. */
async function authorizations(): Promise<readonly (string | undefined)[]> {
  const tokens = [
    await chain.tokenOf('super_admin'),
    await chain.tokenOf('super_admin'),
    await chain.tokenOf('super_admin'),
    await chain.tokenOf('gerente_general'),
    await chain.tokenOf('gestor_abastecimiento', ['T1', 'T2']),
    await chain.tokenOf('gerente_tienda', ['T1']),
  ];
  return [...tokens.map((token) => `Bearer ${token}`), undefined, 'Bearer fx_x', 'Basic eDp5'];
}

/** Ids of all that is there, by what the names of fields that hold them have in them. */
async function knownIds(): Promise<KnownIds> {
  const { rows } = await chain.pool.query<{ kind: string; ids: string[] }>(`
    SELECT kind, array_agg(id) AS ids FROM (
      SELECT 'ubicacion' AS kind, id FROM ubicaciones UNION ALL SELECT 'producto', id FROM productos
      UNION ALL SELECT 'pedido', id FROM pedidos UNION ALL SELECT 'usuario', id FROM usuarios
      UNION ALL SELECT 'clave', id FROM tokens UNION ALL SELECT 'sesion', id FROM tokens
      UNION ALL SELECT 'categoria', 'Víveres' UNION ALL SELECT '', 'cafe') AS known
    GROUP BY kind`);
  return Object.fromEntries(rows.map(({ kind, ids }) => [kind, ids]));
}

async function send({ method, url, headers, payload }: FuzzRequest): Promise<LightMyRequestResponse> {
  const body = payload === undefined ? {} : { payload };
  return chain.server.inject({ method: method as 'GET', url, headers, ...body });
}

it('answers whatever is asked of it as it has declared, and never with an error of its own', async () => {
  const operations = operationsOf(chain.server.swagger());
  const succeeded = new Set<string>();
  const rounds = Math.ceil(requests / (operations.length * 10));
  for (let round = 0; round < rounds; round++) {
    const [ids, callers] = [await knownIds(), await authorizations()];
    const request = fc.oneof(...operations.map((operation) => requestsTo(operation, ids, callers)));
    const property = fc.asyncProperty(request, async (sent) => {
      const { statusCode, body } = await send(sent);
      if (statusCode < 300) succeeded.add(sent.operationId);
      expect(statusCode, `${JSON.stringify(sent)} was answered ${body}`).toBeLessThan(500);
    });
    const numRuns = operations.length * 10;
    await fc.assert(property, { numRuns, ...(seed === undefined ? {} : { seed: Number(seed) + round }) });
  }
  // What was never answered as wanted was hardly tried.
  expect(succeeded.size).toBeGreaterThan(operations.length / 2);
}, 1_800_000);
