import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertMasters } from '../testing/masters.ts';
import { ensurePartitionsAhead, factTables } from '../index.ts';

const facts = factTables.map(({ table }) => table);
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await insertMasters(database.pool);
});
afterAll(() => database.drop());

async function ensure(session: pg.Pool | pg.PoolClient, from: string, to: string): Promise<number> {
  const { rows } = await session.query<{ made: number }>('SELECT fluxion.ensure_partitions($1, $2) AS made', [
    from,
    to,
  ]);
  return rows[0]?.made ?? -1;
}

async function partitionsOf(table: string, like: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
     WHERE i.inhparent = $1::text::regclass AND c.relname LIKE $2 ORDER BY 1`,
    [table, like],
  );
  return rows.map(({ name }) => name);
}

function sale(date: string): string {
  return `INSERT INTO ventas_raw (ubicacion_id, fecha, cantidad, monto_total) VALUES ('T1', '${date}', 1, 1)`;
}

describe('ensure_partitions', () => {
  it('makes the months of all fact tables, both ends included, and nothing the second time', async () => {
    expect(await ensure(database.pool, '2023-11-30', '2024-02-01')).toBe(4 * facts.length);
    expect(await ensure(database.pool, '2023-11-01', '2024-02-29')).toBe(0);
    for (const fact of facts) {
      expect(await partitionsOf(fact, `${fact}_202%`)).toEqual([
        `${fact}_2023_11`,
        `${fact}_2023_12`,
        `${fact}_2024_01`,
        `${fact}_2024_02`,
      ]);
    }
  });

  it('takes rows from the first to the last day of a month, and refuses a day of a month that is not there', async () => {
    await database.pool.query(`${sale('2023-11-01')}; ${sale('2024-02-29')}`);
    await expect(database.pool.query(sale('2024-03-01'))).rejects.toMatchObject({ code: '23514' });
    await expect(database.pool.query(sale('2023-10-31'))).rejects.toThrow(/no partition of relation "ventas_raw"/);
  });

  it.each([['1990-02-28'], ['2012-01-03'], ['2099-12-31'], ['1000-01-01'], ['2999-12-31']])(
    'makes the month of %s',
    async (date) => {
      expect(await ensure(database.pool, date, date)).toBe(facts.length);
      await database.pool.query(sale(date));
    },
  );

  it.each([
    ['2024-02-01', '2024-01-31', /is not a range/],
    ['2024-01-01', null, /is not a range/],
    ['-infinity', '2024-01-01', /is not a range/],
    ['1202-01-01', '2024-01-01', /more than 1200 months/],
    ['0202-01-01', '2024-01-01', /not within 1000-01-01 to 2999-12-31/],
    ['0999-12-31', '0999-12-31', /not within/],
    ['0044-03-15 BC', '0044-03-15 BC', /not within/],
    ['2999-12-31', '3000-01-01', /not within/],
    ['20240-01-01', '20240-01-01', /20240-01-01 to 20240-01-01 is not within/],
  ])('refuses %s to %s', async (from, to, reason) => {
    const asked = database.pool.query('SELECT fluxion.ensure_partitions($1::date, $2::date)', [from, to]);
    await expect(asked).rejects.toMatchObject({ code: '22023', message: expect.stringMatching(reason) });
  });

  it("takes no notice of the session's time zone and date style", async () => {
    const client = await database.pool.connect();
    await client.query(`SET TimeZone = 'Pacific/Kiritimati'; SET DateStyle = 'German, DMY'`);
    expect(await ensure(client, '2031-01-01', '2031-01-01')).toBe(facts.length);
    await client.query(`SET TimeZone = 'Pacific/Pago_Pago'`);
    expect(await ensure(client, '2031-01-31', '2031-02-01')).toBe(facts.length);
    await client.query(sale('2031-02-01'));
    client.release(true);
    expect(await partitionsOf('ventas_raw', 'ventas_raw_2031%')).toEqual(['ventas_raw_2031_01', 'ventas_raw_2031_02']);
  });

  it('makes each month once when many ask at the same time', async () => {
    const ranges = [1, 2, 3, 4, 5, 6, 7, 8].map((month) => [`2040-0${month}-15`, `2040-12-01`] as const);
    const made = await Promise.all(ranges.map(([from, to]) => ensure(database.pool, from, to)));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(12 * facts.length);
    for (const fact of facts) expect(await partitionsOf(fact, `${fact}_2040%`)).toHaveLength(12);
  });

  it('leaves the tables as they were if its transaction is rolled back', async () => {
    const client = await database.pool.connect();
    await client.query('BEGIN');
    expect(await ensure(client, '2041-01-01', '2041-01-01')).toBe(facts.length);
    await client.query('ROLLBACK');
    client.release();
    expect(await partitionsOf('ventas_raw', 'ventas_raw_2041%')).toEqual([]);
    expect(await ensure(database.pool, '2041-01-01', '2041-01-01')).toBe(facts.length);
  });

  it('says so if a table of the name is there but is not a partition', async () => {
    await ensure(database.pool, '2042-01-01', '2042-01-01');
    await database.pool.query('ALTER TABLE ventas_raw DETACH PARTITION ventas_raw_2042_01');
    await expect(ensure(database.pool, '2042-01-01', '2042-01-01')).rejects.toThrow(
      /"ventas_raw_2042_01" already exists/,
    );
  });
});

describe('while others work', () => {
  const write = (date: string) => `
    ${sale(date)};
    INSERT INTO facturas (id, ubicacion_id, fecha, numero_factura, fecha_hora) VALUES ('F', 'T1', '${date}', '1', now());
    INSERT INTO items_facturas (id, ubicacion_id, fecha, factura_id, numero_factura, fecha_hora, cantidad) VALUES ('I', 'T1', '${date}', 'F', '1', now(), 1);
    INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad) VALUES ('M', 'T1', '${date}', now(), 'P1', 'salida', 1);
    INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('${date}', '${date}', '', '');
    UPDATE ubicaciones SET nombre = '${date}' WHERE id = 'T2';
    SELECT count(*) FROM ventas_raw, facturas, items_facturas, movimientos_inventario`;
  let busy: pg.PoolClient;
  let maker: pg.PoolClient;

  beforeAll(async () => {
    await ensure(database.pool, '2050-01-01', '2050-01-01');
    busy = await database.pool.connect();
    maker = await database.pool.connect();
    // Fails the test instead of waiting for the other one; autovacuum, which may be at a table too, gives way after a second.
    for (const client of [busy, maker]) await client.query(`SET lock_timeout = '5s'`);
  });
  afterAll(() => {
    busy.release(true);
    maker.release(true);
  });

  it('waits for no load that is running', async () => {
    await busy.query(`BEGIN; ${write('2050-01-01')}`);
    expect(await ensure(maker, '2050-02-01', '2050-03-01')).toBe(2 * facts.length);
    await busy.query('COMMIT');
  });

  it('holds up no reader and no writer of the other months until it commits', async () => {
    await maker.query('BEGIN');
    expect(await ensure(maker, '2050-04-01', '2050-04-01')).toBe(facts.length);
    await busy.query(write('2050-01-02'));
    await maker.query('COMMIT');
    await busy.query(write('2050-04-01'));
  });
});

describe('what a partition has', () => {
  it("has its table's statement triggers, keys and indexes", async () => {
    await ensure(database.pool, '2024-01-01', '2024-01-01');
    for (const fact of facts) {
      const { rows } = await database.pool.query<{ whole: string[]; part: string[] }>(
        `SELECT array(SELECT tgname::text FROM pg_trigger WHERE tgrelid = $1::text::regclass AND NOT tgisinternal ORDER BY 1) AS whole,
           array(SELECT tgname::text FROM pg_trigger WHERE tgrelid = $2::text::regclass AND NOT tgisinternal ORDER BY 1) AS part`,
        [fact, `${fact}_2024_01`],
      );
      expect(rows[0]?.part).toEqual(rows[0]?.whole);
      expect(rows[0]?.whole.length).toBeGreaterThan(1);
    }
  });

  it('gets the triggers that a later migration gives its table', async () => {
    await database.pool.query(`
      CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
      CREATE TRIGGER later AFTER DELETE ON facturas REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION later();
      SELECT fluxion.equip_partitions(), fluxion.equip_partitions()`);
    const { rowCount } = await database.pool.query(
      `SELECT FROM pg_trigger WHERE tgname = 'later' AND tgrelid <> 'facturas'::regclass`,
    );
    expect(rowCount).toBe((await partitionsOf('facturas', '%')).length);
  });
});

describe('ensurePartitionsAhead', () => {
  it('makes the present month and three more, with a day to spare on both sides', async () => {
    expect(await ensurePartitionsAhead(database.pool, new Date('2060-03-31T23:30:00Z'))).toBe(5 * facts.length);
    expect(await partitionsOf('facturas', 'facturas_2060%')).toEqual(
      ['03', '04', '05', '06', '07'].map((month) => `facturas_2060_${month}`),
    );
    expect(await ensurePartitionsAhead(database.pool, new Date('2060-04-01T00:30:00Z'))).toBe(0);
  });

  it('makes the present ones unless told otherwise', async () => {
    await ensurePartitionsAhead(database.pool);
    const { rowCount } = await database.pool.query(
      `INSERT INTO ventas_raw (ubicacion_id, fecha) VALUES ('T3', (now() AT TIME ZONE 'Pacific/Auckland')::date)`,
    );
    expect(rowCount).toBe(1);
  });
});
