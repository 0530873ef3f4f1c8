import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, withTransaction } from '../postgres/index.ts';
import { inexactDays } from './testing/daily-sales.ts';
import { insertMasters } from './testing/masters.ts';
import { chainProfile } from './index.ts';

let database: TestDatabase;
let client: pg.PoolClient;
beforeEach(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await insertMasters(database.pool);
  client = await database.pool.connect();
});
afterEach(async () => {
  client.release();
  await database.drop();
});

/** Runs the profile as a copy does: before, then the rows in a session with the settings, then after if they were committed. */
async function bulk(table: string, dates: readonly [string, string], insert: string): Promise<void> {
  const range = async (column: string) => (column === 'fecha' ? { min: dates[0], max: dates[1] } : undefined);
  await chainProfile.beforeCopy({ client, table, range });
  await chainProfile.loosen({ client, changes: [{ table }] });
  await withTransaction(database.pool, async (copying) => {
    for (const setting of chainProfile.sessionSettings) await copying.query(setting.replace('SET ', 'SET LOCAL '));
    await copying.query(insert);
  });
}

const finish = (...tables: string[]): Promise<void> =>
  chainProfile.afterCopy({ client, changes: tables.map((table) => ({ table })) });

async function linksOfReceipts(): Promise<number> {
  const { rowCount } = await database.pool.query(
    `SELECT FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text LIKE 'items\\_facturas\\_%'`,
  );
  return rowCount ?? 0;
}

const sales = `INSERT INTO ventas_raw (id, ubicacion_id, fecha, numero_factura, producto_id, cantidad, monto_total) VALUES
  (2000000041, 'T1', '2012-01-03', 'A', 'P1', 1, 2), (1, 'T2', '2013-12-31', 'A', 'new', 1, 3)`;
const receipts = `INSERT INTO facturas (id, ubicacion_id, fecha, numero_factura, fecha_hora) VALUES ('F', 'T1', '2012-01-03', '1', now())`;
const lines = (
  store: string,
) => `INSERT INTO items_facturas (id, ubicacion_id, fecha, factura_id, numero_factura, fecha_hora, cantidad, producto_id)
  VALUES ('I', '${store}', '2012-01-03', 'F', '1', now(), 1, 'from a line')`;

describe('a bulk copy', () => {
  it('makes the partitions of the whole range, over the years', async () => {
    await bulk('ventas_raw', ['2012-01-03', '2014-02-01'], sales);
    const { rowCount } = await database.pool.query(`SELECT FROM pg_inherits WHERE inhparent = 'ventas_raw'::regclass`);
    expect(rowCount).toBe(26);
  });

  it('is spared the triggers, and is made up for at the end', async () => {
    await bulk('ventas_raw', ['2012-01-03', '2013-12-31'], sales);
    expect((await database.pool.query('SELECT FROM ventas_diarias')).rowCount).toBe(0);
    await finish('ventas_raw');
    expect(await inexactDays(database.pool)).toEqual([]);
    expect((await database.pool.query(`SELECT FROM productos WHERE es_provisional AND id = 'new'`)).rowCount).toBe(1);
    const { rows } = await database.pool.query(
      `INSERT INTO ventas_raw (ubicacion_id, fecha) VALUES ('T1', '2012-01-03') RETURNING id`,
    );
    expect(rows).toEqual([{ id: '2000000042' }]);
    expect(await inexactDays(database.pool)).toEqual([]);
  });

  it('takes receipt lines in any order, without a key until the end', async () => {
    await bulk('items_facturas', ['2012-01-03', '2012-02-01'], lines('T1'));
    expect(await linksOfReceipts()).toBe(0);
    await bulk('facturas', ['2012-01-03', '2012-03-01'], receipts);
    expect(await linksOfReceipts()).toBe(0);
    await finish('items_facturas', 'facturas');
    expect(await linksOfReceipts()).toBe(3);
    await expect(database.pool.query(`DELETE FROM facturas`)).rejects.toMatchObject({ code: '23503' });
  });

  it('fails at the end, and changes nothing, if a line has no receipt', async () => {
    await bulk('items_facturas', ['2012-01-03', '2012-01-03'], lines('T2'));
    await bulk('facturas', ['2012-01-03', '2012-01-03'], receipts);
    await expect(finish('items_facturas', 'facturas')).rejects.toMatchObject({ code: '23503' });
    expect((await database.pool.query('SELECT FROM productos WHERE es_provisional')).rowCount).toBe(0);
    await database.pool.query('TRUNCATE items_facturas');
    await finish('facturas');
    expect(await linksOfReceipts()).toBe(1);
  });

  it.each([
    ['ventas_raw', `INSERT INTO ventas_raw (ubicacion_id, fecha) VALUES ('T9', '2012-01-03')`],
    ['facturas', receipts.replace('T1', 'T9')],
    [
      'movimientos_inventario',
      `INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad) VALUES ('M', 'T9', '2012-01-03', now(), 'P1', 'salida', 1)`,
    ],
  ])('fails at the end if %s has rows of an unknown store', async (table, insert) => {
    await bulk(table, ['2012-01-03', '2012-01-03'], insert);
    await expect(finish(table)).rejects.toMatchObject({ code: '23503' });
  });

  describe('of some days, into what is whole', () => {
    /** @returns how many months had their key meanwhile */
    const change = async (days: readonly string[], statement: string): Promise<number> => {
      const changes = ['ventas_raw', 'facturas', 'items_facturas'].map((table) => ({ table, days }));
      await chainProfile.loosen({ client, changes });
      const links = await linksOfReceipts();
      await inTransaction(client, async () => {
        await client.query(`SET LOCAL fluxion.bulk_load = 'on'; ${statement}; SET LOCAL fluxion.bulk_load = 'off'`);
        await chainProfile.afterCopy({ client, changes });
      });
      return links;
    };
    beforeEach(async () => {
      await bulk('ventas_raw', ['2012-01-03', '2013-12-31'], sales);
      await bulk('facturas', ['2012-01-03', '2012-03-01'], receipts);
      await bulk('items_facturas', ['2012-01-03', '2012-03-01'], lines('T1'));
      await finish('ventas_raw', 'facturas', 'items_facturas');
    });

    it('brings up to date what follows from those, and leaves the keys of other months', async () => {
      const of = `INSERT INTO ventas_raw (id, ubicacion_id, fecha, numero_factura, producto_id, cantidad, monto_total) VALUES`;
      const links = await change(
        ['2012-01-03', '2012-01-05'],
        `DELETE FROM ventas_raw WHERE fecha = '2012-01-03'; ${of} (2000000099, 'T2', '2012-01-05', 'B', 'newer', 1, 9)`,
      );
      // One for each month of two years; without that of January 2012 until the end.
      expect([links, await linksOfReceipts()]).toEqual([23, 24]);
      expect(await inexactDays(database.pool)).toEqual([]);
      const { rows } = await database.pool.query(
        `SELECT ubicacion_id, venta_total::int AS total, nextval('ventas_raw_id_seq') AS next,
           (SELECT es_provisional FROM productos WHERE id = 'newer') AS newer FROM ventas_diarias WHERE fecha < '2013-01-01'`,
      );
      expect(rows).toEqual([{ ubicacion_id: 'T2', total: 9, next: '2000000100', newer: true }]);
    });

    it.each([
      ['a line without its receipt', 'DELETE FROM facturas'],
      ['a receipt of an unknown store', receipts.replace('T1', 'T9')],
    ])('refuses %s', async (_, statement) => {
      await expect(change(['2012-01-03'], statement)).rejects.toMatchObject({ code: '23503' });
    });

    it('looks at all facts again where a master has changed', async () => {
      const changes = [{ table: 'productos' }];
      await client.query('ALTER TABLE productos DISABLE TRIGGER USER');
      await client.query(`DELETE FROM productos WHERE id = 'new'`);
      await client.query('ALTER TABLE productos ENABLE TRIGGER USER');
      await chainProfile.loosen({ client, changes });
      await inTransaction(client, () => chainProfile.afterCopy({ client, changes }));
      const { rowCount } = await client.query(`SELECT FROM productos WHERE id = 'new' AND es_provisional`);
      expect(rowCount).toBe(1);
    });
  });

  it('prepares nothing for a table that is no fact, and for a fact without rows no partition', async () => {
    const range = async (): Promise<undefined> => undefined;
    for (const table of ['productos', 'facturas', 'unknown']) await chainProfile.beforeCopy({ client, table, range });
    expect(
      (await database.pool.query(`SELECT FROM pg_inherits WHERE inhparent = 'ventas_raw'::regclass`)).rowCount,
    ).toBe(0);
  });

  it('says so if the dates are no dates of a chain', async () => {
    await expect(bulk('ventas_raw', ['-infinity', 'infinity'], sales)).rejects.toThrow(/is not a range of dates/);
    await expect(bulk('ventas_raw', ['0044-03-15 (BC)', '2024-01-01'], sales)).rejects.toThrow(
      /(more than 1200 months|not within 1000-01-01 to 2999-12-31)/,
    );
    await expect(bulk('ventas_raw', ['1024-01-01', '2024-01-01'], sales)).rejects.toThrow(
      /(more than 1200 months|not within 1000-01-01 to 2999-12-31)/,
    );
    await expect(bulk('ventas_raw', ['2024-01-01', '20240-01-01'], sales)).rejects.toThrow(
      /(more than 1200 months|not within 1000-01-01 to 2999-12-31)/,
    );
  });

  describe('of orders', () => {
    const orders = `INSERT INTO pedidos (id, ubicacion_id, fecha, estado) VALUES ('O1', 'T1', '2024-01-01', 'solicitado'), ('O2', 'T1', '2024-01-01', 'borrador');
      INSERT INTO pedidos_detalle (id, pedido_id, producto_id, cantidad_solicitada) VALUES ('L1', 'O1', 'P1', 3)`;
    const histories = () =>
      database.pool
        .query(`SELECT pedido_id, detalle_id, operacion, estado_nuevo, coalesce(despues ->> 'cantidad_solicitada', '') AS cantidad
        FROM pedidos_historial ORDER BY id`);

    it('keeps the history that comes with them, and adds nothing to it', async () => {
      await bulk('pedidos', ['', ''], orders);
      const history = `INSERT INTO pedidos_historial (id, pedido_id, operacion, estado_nuevo) VALUES (1, 'O1', 'crear', 'borrador')`;
      await bulk('pedidos_historial', ['', ''], history);
      await finish('pedidos', 'pedidos_detalle', 'pedidos_historial');
      expect((await histories()).rows).toMatchObject([{ pedido_id: 'O1', detalle_id: null, estado_nuevo: 'borrador' }]);
    });

    it('begins a history for those that come without, once', async () => {
      await bulk('pedidos', ['', ''], orders);
      await finish('pedidos', 'pedidos_detalle');
      await finish('pedidos', 'pedidos_detalle');
      const order = { detalle_id: null, operacion: 'crear' };
      expect((await histories()).rows).toMatchObject([
        { ...order, pedido_id: 'O1', estado_nuevo: 'solicitado' },
        { ...order, pedido_id: 'O2', estado_nuevo: 'borrador' },
        { pedido_id: 'O1', detalle_id: 'L1', operacion: 'crear', estado_nuevo: null, cantidad: '3.0000' },
      ]);
    });
  });

  it('lets the numbers of orders, loads and lines go on after those that were copied', async () => {
    await database.pool.query(`
      INSERT INTO pedidos (numero, ubicacion_id, fecha) VALUES (500, 'T1', '2024-01-01');
      INSERT INTO cargas (id, fuente, ubicacion_id, fecha) VALUES ('77', 'x', 'T1', '2024-01-01'), ('abc', 'y', 'T1', '2024-01-01')`);
    await finish('pedidos', 'cargas');
    await finish('pedidos', 'cargas');
    const { rows } = await database.pool.query(
      `INSERT INTO pedidos (ubicacion_id, fecha) VALUES ('T1', '2024-01-01') RETURNING numero`,
    );
    const { rows: loads } = await database.pool.query(
      `INSERT INTO cargas (fuente, ubicacion_id, fecha) VALUES ('z', 'T1', '2024-01-01') RETURNING id`,
    );
    expect([...rows, ...loads]).toEqual([{ numero: '501' }, { id: '78' }]);
  });
});
