import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { ventasPorCuarto, ventasPorDia } from '../../rollups/index.ts';
import { createAwkwardSales } from '../../testing/awkward-sales.ts';
import { openBothEngines, type BothEngines } from '../../testing/parity.ts';
import { salesByDay } from './by-day.ts';

let database: TestDatabase;
let engines: BothEngines;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await createAwkwardSales(database.pool);
  engines = await openBothEngines({
    pool: database.pool,
    tables: ['ventas_raw', 'productos', 'ubicaciones'],
    rollups: [ventasPorDia, ventasPorCuarto],
  });
});

afterAll(async () => {
  await engines.close();
  await database.drop();
});

describe('what was sold by day', () => {
  it('is the same in both engines', async () => {
    expect(await engines.ask(salesByDay, { stores: 'all', from: '2023-01-01', to: '2024-12-31' })).toHaveLength(13);
    const leapDay = { stores: ['T1'], products: ['P1'], from: '2024-02-29', to: '2024-02-29' };
    expect(await engines.ask(salesByDay, leapDay)).toMatchObject([{ fecha: '2024-02-29', unidades: '0.333333' }]);
  });
});
