import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadHealth } from './load-health.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
});
afterAll(() => database.drop());

it('tells nothing of a ledger that is empty', async () => {
  expect(await loadHealth({ db: database.pool })).toEqual({ last: null, outcomes: [], rejected: 0, pending: 0 });
});

it('counts the loads of the last day, and tells when one last succeeded', async () => {
  await database.pool.query(
    `INSERT INTO cargas (fuente, fecha, iniciada, terminada, resultado, filas_leidas, filas_cargadas, filas_rechazadas, mensaje)
     VALUES ('productos', '2026-01-01', now() - interval '30 hours', now() - interval '29 hours', 'con_rechazos', 9, 2, 7, NULL),
            ('productos', '2026-01-02', now() - interval '3 hours', '2026-01-02T03:04:05Z'::timestamptz + (now() - '2026-01-02T04:04:05Z'), 'con_rechazos', 9, 4, 5, NULL),
            ('productos', '2026-01-03', now() - interval '2 hours', now(), 'fallida', 0, 0, 0, 'no answer')`,
  );
  const { last, outcomes, rejected } = await loadHealth({ db: database.pool });
  expect(outcomes).toEqual(
    expect.arrayContaining([
      { outcome: 'con_rechazos', loads: 1 },
      { outcome: 'fallida', loads: 1 },
    ]),
  );
  expect({ rejected, outcomes: outcomes.length }).toEqual({ rejected: 5, outcomes: 2 });
  // An hour ago: the failure since then brought nothing.
  expect(Date.now() - Date.parse(last ?? '')).toBeGreaterThan(3_500_000);
});
