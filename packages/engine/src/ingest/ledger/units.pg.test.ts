import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withTransaction } from '../../postgres/index.ts';
import { lockUnits, noteLoaded } from './units.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', 'T1', 'Uno', 'tienda')`);
});
afterEach(() => database.drop());

const units = [{ ubicacionId: 'T1', fecha: '2024-05-06' }];

it('lets receipts wait for the sales of a store-day that nobody has loaded yet', async () => {
  await withTransaction(database.pool, async (sales) => {
    expect(await lockUnits(sales, 'ventas', units)).toMatchObject([{ digest: null, rows: 0, otherFeed: null }]);
    const receipts = withTransaction(database.pool, async (client) => {
      await client.query(`SET LOCAL lock_timeout = '100ms'`);
      return lockUnits(client, 'facturas', units);
    });
    await expect(receipts).rejects.toMatchObject({ code: '55P03' });
  });
  const { rows } = await database.pool.query('SELECT fuente FROM cargas');
  expect(rows).toEqual([{ fuente: 'ventas' }]);
});

it('takes the time of a load from the server, whatever the clock of this computer shows', async () => {
  const { rows } = await database.pool.query<{ id: string }>(
    `INSERT INTO entregas (fuente, origen, nombre, iniciada) VALUES ('ventas', 'archivo', 'x.csv', '2024-05-07 08:00Z') RETURNING id`,
  );
  await withTransaction(database.pool, async (client) => {
    const [entry] = await lockUnits(client, 'ventas', units);
    const delivery = { id: rows[0]?.id ?? '', name: 'x.csv', fingerprint: 'ab' };
    const noted = {
      id: entry?.id ?? '',
      outcome: 'vacia',
      digest: 'cd',
      loaded: 0,
      rejected: 0,
      sums: {},
      message: null,
    } as const;
    await noteLoaded(client, delivery, [noted]);
  });
  const { rows: noted } = await database.pool.query(
    'SELECT iniciada, terminada > now() - interval $$1 hour$$ AS ended FROM cargas',
  );
  expect(noted).toEqual([{ iniciada: '2024-05-07T08:00:00Z', ended: true }]);
});
