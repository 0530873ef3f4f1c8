import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', '1', 'A', 'tienda'), ('T2', '2', 'B', 'tienda');
    SELECT fluxion.ensure_partitions('2024-03-01', '2024-04-30')`);
});
afterAll(() => database.drop());
beforeEach(() => database.pool.query('TRUNCATE facturas CASCADE; TRUNCATE tasas_cambio'));

type Receipt = readonly [store: string, day: string, rate: number | null];

/** Writes receipts, in one statement. */
function ring(...receipts: readonly Receipt[]): Promise<unknown> {
  return database.pool.query(ringSql, [JSON.stringify(receipts)]);
}

const ringSql = `
  INSERT INTO facturas (id, ubicacion_id, fecha, numero_factura, fecha_hora, tasa_cambio)
  SELECT gen_random_uuid(), r ->> 0, (r ->> 1)::date, '1', now(), (r ->> 2)::numeric FROM jsonb_array_elements($1) AS r`;

async function rates(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ rate: string }>(
    `SELECT to_char(fecha, 'MM-DD ') || trim_scale(bs_por_usd) || ' ' || fuente AS rate FROM tasas_cambio ORDER BY fecha`,
  );
  return rows.map(({ rate }) => rate);
}

const [monday, tuesday] = ['2024-03-04', '2024-03-05'];

describe('the rate of a day', () => {
  it('is the one that most of its receipts carry, in all stores; of equally many the highest', async () => {
    await ring(['T1', monday, 36], ['T1', monday, 36], ['T2', monday, 37], ['T1', tuesday, 36], ['T2', tuesday, 38]);
    expect(await rates()).toEqual(['03-04 36 facturas', '03-05 38 facturas']);
    await ring(['T2', monday, 37], ['T2', monday, 37], ['T2', '2024-04-01', null], ['T2', '2024-04-02', 0]);
    expect(await rates()).toEqual(['03-04 37 facturas', '03-05 38 facturas']);
  });

  it('follows its receipts wherever they go', async () => {
    await ring(['T1', monday, 36], ['T2', monday, 36], ['T2', monday, 37]);
    await database.pool.query(`UPDATE facturas SET tasa_cambio = 37 WHERE ubicacion_id = 'T1'`);
    expect(await rates()).toEqual(['03-04 37 facturas']);
    await database.pool.query(`UPDATE facturas SET fecha = '2024-04-09' WHERE tasa_cambio = 37`);
    expect(await rates()).toEqual(['03-04 36 facturas', '04-09 37 facturas']);
    await database.pool.query(`DELETE FROM facturas_2024_03`);
    expect(await rates()).toEqual(['04-09 37 facturas']);
    await database.pool.query('TRUNCATE facturas_2024_04 CASCADE');
    expect(await rates()).toEqual([]);
  });

  it('is what somebody has set, until they take it back', async () => {
    await database.pool.query(
      `INSERT INTO tasas_cambio VALUES ('${monday}', 40, 'manual'), ('${tuesday}', 41, 'manual')`,
    );
    await ring(['T1', monday, 36]);
    await database.pool.query('SELECT fluxion.rebuild_tasas()');
    expect(await rates()).toEqual(['03-04 40 manual', '03-05 41 manual']);
    const { rows } = await database.pool.query<{ given: boolean }>(
      `SELECT fluxion.quitar_tasa(d::date) AS given FROM unnest(ARRAY['${monday}', '${tuesday}', '2024-03-06']) AS d`,
    );
    expect(rows.map(({ given }) => given)).toEqual([true, true, false]);
    expect(await rates()).toEqual(['03-04 36 facturas']);
  });

  it('tells what a bolívar is worth to 18 decimals', async () => {
    await database.pool.query(
      `INSERT INTO tasas_cambio VALUES ('${monday}', 36.5, 'manual'), ('${tuesday}', 3, 'manual')`,
    );
    const { rows } = await database.pool.query('SELECT usd_por_bs FROM tasas_cambio ORDER BY fecha');
    expect(rows).toEqual([{ usd_por_bs: '0.027397260273972603' }, { usd_por_bs: '0.333333333333333333' }]);
    await expect(
      database.pool.query(`INSERT INTO tasas_cambio VALUES ('2024-03-06', 0, 'manual')`),
    ).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('is left alone by a bulk load until that is finished', async () => {
    await ring(['T1', tuesday, 30]);
    const client = await database.pool.connect();
    try {
      await client.query(`BEGIN; SET LOCAL fluxion.bulk_load = 'on'`);
      await client.query(ringSql, [JSON.stringify([['T1', monday, 36]])]);
      await client.query(`DELETE FROM facturas WHERE fecha = '${tuesday}'`);
      await client.query('TRUNCATE facturas_2024_04 CASCADE');
      const { rowCount } = await client.query(`SELECT FROM tasas_cambio WHERE fecha = '${monday}'`);
      expect(rowCount).toBe(0);
      await client.query('SELECT fluxion.finish_bulk_load(); COMMIT');
    } finally {
      client.release();
    }
    expect(await rates()).toEqual(['03-04 36 facturas']);
  });

  it.each(['a day with a rate', 'a new day'])('counts what stores load at the same time: %s', async (kind) => {
    if (kind === 'a day with a rate') await ring(['T1', monday, 30]);
    const [first, second] = [await database.pool.connect(), await database.pool.connect()];
    try {
      await first.query('BEGIN');
      await first.query(ringSql, [
        JSON.stringify([
          ['T1', monday, 36],
          ['T1', monday, 37],
          ['T1', monday, 37],
        ]),
      ]);
      const later = second.query(ringSql, [
        JSON.stringify([
          ['T2', monday, 36],
          ['T2', monday, 36],
        ]),
      ]);
      await eventually(async () => {
        const { rowCount } = await database.pool.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        expect(rowCount).toBe(1);
      });
      await first.query('COMMIT');
      await later;
    } finally {
      first.release();
      second.release();
    }
    expect(await rates()).toEqual(['03-04 36 facturas']);
  });
});
