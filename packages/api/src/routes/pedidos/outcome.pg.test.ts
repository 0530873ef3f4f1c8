import type { Pedido } from '@fluxion/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { openCuttableProxy, type CuttableProxy } from '../../testing/cuttable-proxy.ts';
import { openTestChain, servingApplication, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let proxy: CuttableProxy;
let manager: string;

beforeAll(async () => {
  proxy = await openCuttableProxy(inject('postgresUrl'));
  chain = await openTestChain({ throughUrl: proxy.through });
  manager = await chain.tokenOf('gerente_tienda', ['T1']);
});
beforeEach(() => proxy.mend());
afterAll(async () => {
  await chain.close();
  await proxy.cut();
});

async function create(key: string) {
  return chain.server.inject({
    method: 'POST',
    url: '/pedidos',
    payload: { ubicacion_id: 'T1', lineas: [{ producto_id: 'P2', cantidad_solicitada: '1' }] },
    headers: { authorization: `Bearer ${manager}`, 'idempotency-key': key },
  });
}

async function orders(): Promise<readonly string[]> {
  const { rows } = await chain.pool.query<{ id: string }>('SELECT id FROM pedidos ORDER BY numero');
  return rows.map(({ id }) => id);
}

/** Waits until a statement of the server waits for a lock, beside one that may be waiting already. @returns whose it is */
async function untilOneWaits(beside = 0): Promise<number> {
  const waitingSql = `
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = $1 AND wait_event_type = 'Lock' AND pid <> $2`;
  return vi.waitFor(async () => {
    const { rows } = await chain.pool.query<{ pid: number }>(waitingSql, [servingApplication, beside]);
    expect(rows).toHaveLength(1);
    return rows[0]?.pid ?? 0;
  }, 10_000);
}

/** Keeps orders from being written until it is let go. */
async function holdOrders(): Promise<() => Promise<void>> {
  const client = await chain.pool.connect();
  await client.query('BEGIN; LOCK TABLE pedidos IN SHARE MODE');
  return async () => {
    await client.query('ROLLBACK');
    client.release();
  };
}

function expectUnknown(answer: Awaited<ReturnType<typeof create>>): void {
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ codigo: 'OUTCOME_UNKNOWN' });
}

describe('an order whose connection is lost while it is written', () => {
  it('is there if it was written: the same request gives it', async () => {
    const before = await orders();
    const letGo = await holdOrders();
    const answer = create('escrito');
    await untilOneWaits();
    proxy.silence();
    await letGo();
    await vi.waitFor(async () => expect(await orders()).toHaveLength(before.length + 1), 10_000);
    await proxy.cut();
    expectUnknown(await answer);
    await proxy.mend();
    const again = await create('escrito');
    expect(again.statusCode).toBe(201);
    expect(await orders()).toEqual([...before, again.json<Pedido>().id]);
  });

  it('is not there if it was not written: the same request writes it', async () => {
    const before = await orders();
    const letGo = await holdOrders();
    const answer = create('perdido');
    await chain.pool.query('SELECT pg_terminate_backend($1)', [await untilOneWaits()]);
    expectUnknown(await answer);
    await letGo();
    expect(await orders()).toEqual(before);
    const again = await create('perdido');
    expect(again.statusCode).toBe(201);
    expect(await orders()).toEqual([...before, again.json<Pedido>().id]);
  });

  it('is written once if the same request comes while nobody can know yet', async () => {
    const before = await orders();
    const letGo = await holdOrders();
    const answer = create('pendiente');
    const first = await untilOneWaits();
    await proxy.cut();
    expectUnknown(await answer);
    await proxy.mend();
    const again = create('pendiente');
    await untilOneWaits(first);
    await letGo();
    expect((await again).statusCode).toBe(201);
    expect(await orders()).toEqual([...before, (await again).json<Pedido>().id]);
  });
});
