import fc from 'fast-check';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCopyIn } from '../../postgres/index.ts';
import { inexactDays } from '../testing/daily-sales.ts';
import { insertMasters, sessionOf, waitsForLock } from '../testing/masters.ts';
import { writing, writingOrEmptying } from '../testing/sales-statements.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await insertMasters(database.pool);
  await database.pool.query(`SELECT fluxion.ensure_partitions('2024-01-01', '2024-02-01')`);
});
afterAll(() => database.drop());

function sale(receipt: string): string {
  return `INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, cantidad, monto_total) VALUES ('T1', '2024-01-31', '${receipt}', 1, 10)`;
}

async function dayOfT1(): Promise<unknown> {
  const { rows } = await database.pool.query(
    `SELECT lineas, total_facturas, venta_total FROM ventas_diarias WHERE ubicacion_id = 'T1' AND fecha = '2024-01-31'`,
  );
  return rows[0];
}

describe('ventas_diarias equals what its lines add up to', () => {
  it('after any statement, in the transaction itself', async () => {
    const client = await database.pool.connect();
    await fc.assert(
      fc.asyncProperty(fc.array(writingOrEmptying, { minLength: 1, maxLength: 8 }), async (statements) => {
        await client.query('TRUNCATE ventas_raw');
        for (const statement of statements) {
          await client.query(statement);
          expect(await inexactDays(client)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    client.release();
  });

  it('after savepoints and transactions that were rolled back', async () => {
    const client = await database.pool.connect();
    const step = fc.record({ statement: writingOrEmptying, kept: fc.boolean() });
    const transaction = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 4 }), kept: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { minLength: 1, maxLength: 4 }), async (transactions) => {
        await client.query('TRUNCATE ventas_raw');
        for (const { steps, kept } of transactions) {
          await client.query('BEGIN');
          for (const { statement, kept: released } of steps) {
            await client.query(`SAVEPOINT s; ${statement}`);
            await client.query(released ? 'RELEASE s' : 'ROLLBACK TO s');
          }
          await client.query(kept ? 'COMMIT' : 'ROLLBACK');
          expect(await inexactDays(client)).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
    client.release();
  });

  it.each(['ventas_raw', 'ventas_raw_2024_01'])('after a COPY into %s', async (table) => {
    const client = await database.pool.connect();
    await client.query('TRUNCATE ventas_raw');
    const copy = openCopyIn(
      client,
      `COPY ${table} (ubicacion_id, fecha, numero_factura, producto_id, cantidad, monto_total) FROM STDIN`,
      undefined,
    );
    for (let row = 0; row < 3000; row += 1) {
      await copy.write(
        Buffer.from(`T${1 + (row % 3)}\t2024-01-${10 + (row % 20)}\tF${row % 700}\tP${row % 50}\t-1.5\t${row}.25\n`),
      );
    }
    await copy.end();
    client.release();
    expect((await database.pool.query('SELECT FROM ventas_diarias')).rowCount).toBe(60);
    expect(await inexactDays(database.pool)).toEqual([]);
  });

  it('after a rebuild, whatever somebody wrote into it', async () => {
    await database.pool.query(`${sale('A')}; ${sale('B')}`);
    const { rows: before } = await database.pool.query('SELECT * FROM ventas_diarias ORDER BY ubicacion_id, fecha');
    const client = await database.pool.connect();
    await client.query(
      `SET fluxion.bulk_load = 'on'; UPDATE ventas_diarias SET venta_total = 0; INSERT INTO ventas_diarias VALUES ('2020-01-01', 'T2', 1, 1, 1, 1, 1)`,
    );
    client.release(true);
    expect(await inexactDays(database.pool)).not.toEqual([]);
    await database.pool.query('SELECT fluxion.rebuild_ventas_diarias()');
    expect((await database.pool.query('SELECT * FROM ventas_diarias ORDER BY ubicacion_id, fecha')).rows).toEqual(
      before,
    );
  });
});

describe('ventas_diarias', () => {
  it.each([
    'UPDATE ventas_diarias SET venta_total = 0',
    'DELETE FROM ventas_diarias',
    `INSERT INTO ventas_diarias VALUES ('2020-01-01', 'T2', 1, 1, 1, 1, 1)`,
    `SELECT fluxion.rebuild_ventas_diarias(); DELETE FROM ventas_diarias`,
  ])('cannot be written by hand: %s', async (statements) => {
    await expect(database.pool.query(statements)).rejects.toMatchObject({ code: '55000' });
  });

  it('cannot be emptied while there are lines', async () => {
    await database.pool.query(sale('A'));
    await expect(database.pool.query('TRUNCATE ventas_diarias')).rejects.toMatchObject({ code: '23503' });
    await database.pool.query('BEGIN; TRUNCATE ventas_diarias, ventas_raw; ROLLBACK');
  });

  it('is rebuilt without a change of the setting for bulk loads', async () => {
    const client = await database.pool.connect();
    for (const setting of ['', 'on']) {
      await client.query(`SET fluxion.bulk_load = '${setting}'`);
      await client.query('SELECT fluxion.rebuild_ventas_diarias()');
      expect((await client.query('SHOW fluxion.bulk_load')).rows).toEqual([{ 'fluxion.bulk_load': setting }]);
    }
    client.release(true);
  });
});

describe('several writers at once', () => {
  /** A write that PostgreSQL aborted because of concurrent ones, and that can be retried, is not a failure. */
  async function attempt(client: pg.PoolClient, isolation: string, statements: readonly string[]): Promise<void> {
    try {
      await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
      for (const statement of statements) await client.query(statement);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      const isConflict =
        error instanceof Error && 'code' in error && ['40001', '40P01', '23505', '21000'].includes(String(error.code));
      if (!isConflict) throw error;
    }
  }

  it('leave it exact, whatever they write and however strictly they are isolated', async () => {
    // Few runs: PostgreSQL takes a second to detect each deadlock.
    const isolation = fc.constantFrom('READ COMMITTED', 'READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE');
    const transaction = fc.tuple(isolation, fc.array(writing, { minLength: 1, maxLength: 3 }));
    const writer = fc.array(transaction, { minLength: 1, maxLength: 4 });
    const clients = await Promise.all([1, 2, 3, 4].map(() => database.pool.connect()));
    await fc.assert(
      fc.asyncProperty(fc.array(writer, { minLength: 4, maxLength: 4 }), async (writers) => {
        await Promise.all(
          clients.map(async (client, index) => {
            for (const [level, statements] of writers[index] ?? []) await attempt(client, level, statements);
          }),
        );
        expect(await inexactDays(database.pool)).toEqual([]);
      }),
      { numRuns: 12 },
    );
    for (const client of clients) client.release();
  });

  async function twoSessions<T>(work: (first: pg.PoolClient, second: pg.PoolClient) => Promise<T>): Promise<T> {
    await database.pool.query('TRUNCATE ventas_raw');
    const [first, second] = [await database.pool.connect(), await database.pool.connect()];
    try {
      return await work(first, second);
    } finally {
      first.release(true);
      second.release(true);
    }
  }

  it.each([
    ['inserts', sale('A'), sale('B'), { lineas: 3, total_facturas: 3, venta_total: '30.000000' }],
    [
      'delete and insert',
      `DELETE FROM ventas_raw WHERE ubicacion_id = 'T1'`,
      sale('B'),
      { lineas: 1, total_facturas: 1, venta_total: '10.000000' },
    ],
    [
      'insert and update',
      sale('A'),
      `UPDATE ventas_raw SET monto_total = 5`,
      { lineas: 2, total_facturas: 2, venta_total: '15.000000' },
    ],
    ['delete and delete', `DELETE FROM ventas_raw`, `DELETE FROM ventas_raw_2024_01`, undefined],
  ])('of one unit wait for each other and then see each other: %s', async (_, one, other, expected) => {
    await twoSessions(async (first, second) => {
      await database.pool.query(sale('before'));
      const pid = await sessionOf(second);
      await first.query(`BEGIN; ${one}`);
      const waiting = second.query(other);
      await eventually(async () => expect(await waitsForLock(database.pool, pid)).toBe(true));
      await first.query('COMMIT');
      await waiting;
      expect(await dayOfT1()).toEqual(expected);
      expect(await inexactDays(database.pool)).toEqual([]);
    });
  });

  it('of different units of one month do not wait', async () => {
    await twoSessions(async (first, second) => {
      await first.query(`BEGIN; ${sale('A')}`);
      await second.query(`SET lock_timeout = '1ms'`);
      await second.query(
        `INSERT INTO ventas_raw (ubicacion_id, fecha) VALUES ('T2', '2024-01-31'), ('T1', '2024-01-30')`,
      );
      await first.query('COMMIT');
      expect(await inexactDays(database.pool)).toEqual([]);
    });
  });

  it('are refused if their snapshot does not show what the other has committed', async () => {
    await twoSessions(async (first, second) => {
      await second.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await second.query('SELECT FROM ventas_raw');
      await first.query(sale('A'));
      await expect(second.query(sale('B'))).rejects.toMatchObject({ code: '40001' });
      await second.query('ROLLBACK');
      expect(await dayOfT1()).toMatchObject({ lineas: 1 });
    });
  });

  it('wait for a rebuild, which waits for them', async () => {
    await twoSessions(async (first, second) => {
      const pid = await sessionOf(second);
      await first.query(`BEGIN; ${sale('A')}`);
      const rebuilt = second.query('BEGIN; SELECT fluxion.rebuild_ventas_diarias()');
      await eventually(async () => expect(await waitsForLock(database.pool, pid)).toBe(true));
      await first.query('COMMIT');
      await rebuilt;
      const writer = await sessionOf(first);
      const written = first.query(sale('B'));
      await eventually(async () => expect(await waitsForLock(database.pool, writer)).toBe(true));
      await second.query('COMMIT');
      await written;
      expect(await dayOfT1()).toMatchObject({ lineas: 2 });
      expect(await inexactDays(database.pool)).toEqual([]);
    });
  });

  it('are the only ones that a rebuild can be sure of: it wants READ COMMITTED', async () => {
    await twoSessions(async (first) => {
      await first.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await expect(first.query('SELECT fluxion.rebuild_ventas_diarias()')).rejects.toMatchObject({ code: '0A000' });
    });
  });
});
