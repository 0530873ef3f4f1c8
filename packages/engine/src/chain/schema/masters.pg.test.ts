import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertMasters, sessionOf, waitsForLock } from '../testing/masters.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await insertMasters(database.pool);
  await database.pool.query(`SELECT fluxion.ensure_partitions('2024-01-01', '2024-02-01')`);
});
afterAll(() => database.drop());

async function placeholders(): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>(
    'SELECT id FROM productos WHERE es_provisional ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

function sell(
  session: pg.Pool | pg.PoolClient,
  products: readonly (string | null)[],
  table = 'ventas_raw',
): Promise<unknown> {
  return session.query(
    `INSERT INTO ${table} (ubicacion_id, fecha, producto_id, cantidad, monto_total) SELECT 'T1', '2024-01-05', p, 1, 1 FROM unnest($1::text[]) AS p`,
    [products],
  );
}

describe('products that facts name', () => {
  it('get a placeholder, once, if the catalogue does not have them', async () => {
    await sell(database.pool, ['P1', 'N1', 'N1', null, 'N2']);
    await sell(database.pool, ['N2', 'N3'], 'ventas_raw_2024_01');
    expect(await placeholders()).toEqual(['N1', 'N2', 'N3']);
    const { rows } = await database.pool.query(
      `SELECT codigo, descripcion, categoria, activo FROM productos WHERE id = 'N1'`,
    );
    expect(rows).toEqual([
      { codigo: 'N1', descripcion: 'Producto sin catálogo N1', categoria: 'SIN CATEGORIA', activo: true },
    ]);
  });

  it('get one from receipt lines, from movements and from a changed line, too', async () => {
    await database.pool.query(`
      INSERT INTO facturas (id, ubicacion_id, fecha, numero_factura, fecha_hora) VALUES ('F', 'T1', '2024-01-05', '1', now());
      INSERT INTO items_facturas (id, ubicacion_id, fecha, factura_id, numero_factura, fecha_hora, cantidad, producto_id) VALUES ('I', 'T1', '2024-01-05', 'F', '1', now(), 1, 'N4');
      INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad) VALUES ('M', 'T1', '2024-01-05', now(), 'N5', 'entrada', 1);
      UPDATE ventas_raw SET producto_id = 'N6' WHERE producto_id IS NULL`);
    expect(await placeholders()).toEqual(['N1', 'N2', 'N3', 'N4', 'N5', 'N6']);
  });

  it('get one of another code if a product has theirs', async () => {
    await sell(database.pool, ['C1']);
    const { rows } = await database.pool.query<{ codigo: string }>(`SELECT codigo FROM productos WHERE id = 'C1'`);
    expect(rows[0]?.codigo).toMatch(/^PROV-/);
  });

  it('are put in once when two loads bring them at the same time', async () => {
    const [first, second] = [await database.pool.connect(), await database.pool.connect()];
    const pid = await sessionOf(second);
    await first.query('BEGIN');
    await sell(first, ['Z2', 'Z1']);
    const waiting = sell(second, ['Z1', 'Z2', 'Z3']);
    await eventually(async () => expect(await waitsForLock(database.pool, pid)).toBe(true));
    await first.query('COMMIT');
    await waiting;
    first.release();
    second.release();
    expect(await placeholders()).toEqual(expect.arrayContaining(['Z1', 'Z2', 'Z3']));
  });

  it('cannot be deleted, nor change their id', async () => {
    await expect(database.pool.query(`DELETE FROM productos WHERE id IN ('P3', 'P1')`)).rejects.toMatchObject({
      code: '23503',
    });
    await expect(database.pool.query(`DELETE FROM productos WHERE id = 'N4'`)).rejects.toThrow(
      /N4 is named in items_facturas/,
    );
    await expect(database.pool.query(`DELETE FROM productos WHERE id = 'N5'`)).rejects.toThrow(
      /N5 is named in movimientos_inventario/,
    );
    await expect(database.pool.query(`UPDATE productos SET id = 'other' WHERE id = 'P1'`)).rejects.toMatchObject({
      code: '23503',
    });
  });

  it('can be deleted, and changed otherwise, if no fact names them', async () => {
    await database.pool.query(`UPDATE productos SET id = id, codigo = 'C9' WHERE id = 'P2'`);
    expect((await database.pool.query(`DELETE FROM productos WHERE id = 'P2'`)).rowCount).toBe(1);
  });
});

describe('a delete while a load is running', () => {
  it('waits for the load, and is refused if it brought the product', async () => {
    await database.pool.query(
      `INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('D1', 'D1', 'D', 'D')`,
    );
    const [load, person] = [await database.pool.connect(), await database.pool.connect()];
    const pid = await sessionOf(person);
    await load.query('BEGIN');
    await sell(load, ['D1']);
    const deleted = person.query(`DELETE FROM productos WHERE id = 'D1'`).catch((error: unknown) => error);
    await eventually(async () => expect(await waitsForLock(database.pool, pid)).toBe(true));
    await load.query('COMMIT');
    expect(await deleted).toMatchObject({ code: '23503' });
    load.release();
    person.release();
  });

  it('holds up the loads that come after, which then bring a placeholder', async () => {
    await database.pool.query(
      `INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('D2', 'D2', 'D', 'D')`,
    );
    const [load, person] = [await database.pool.connect(), await database.pool.connect()];
    const pid = await sessionOf(load);
    await person.query(`BEGIN; DELETE FROM productos WHERE id = 'D2'`);
    const sold = sell(load, ['D2']);
    await eventually(async () => expect(await waitsForLock(database.pool, pid)).toBe(true));
    await person.query('COMMIT');
    await sold;
    load.release();
    person.release();
    expect(await placeholders()).toContain('D2');
  });

  it('is refused under a snapshot that would not show the load', async () => {
    const person = await database.pool.connect();
    await person.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await expect(person.query(`DELETE FROM productos WHERE id = 'P3'`)).rejects.toMatchObject({ code: '0A000' });
    await person.query('ROLLBACK');
    person.release();
  });
});

describe('stores that facts name', () => {
  it('must be in ubicaciones, whichever way the rows come; every unknown one is told', async () => {
    for (const table of ['ventas_raw', 'ventas_raw_2024_01']) {
      const sold = database.pool.query(
        `INSERT INTO ${table} (ubicacion_id, fecha) VALUES ('T1', '2024-01-05'), ('T9', '2024-01-05')`,
      );
      await expect(sold).rejects.toMatchObject({ code: '23503', detail: expect.stringContaining('T9') });
    }
    const moved = database.pool
      .query(`INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad)
      SELECT s, s, '2024-01-05', now(), 'P1', 'salida', 1 FROM unnest(ARRAY['T9', 'T1', 'T8']) AS s`);
    await expect(moved).rejects.toMatchObject({ code: '23503', message: expect.stringMatching(/: T8, T9$/) });
    await expect(database.pool.query(`UPDATE facturas SET ubicacion_id = 'T9'`)).rejects.toMatchObject({
      code: '23503',
    });
  });

  it('cannot be deleted, nor change their id', async () => {
    await database.pool
      .query(`INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad)
      VALUES ('M', 'T2', '2024-01-05', now(), 'P1', 'entrada', 1)`);
    await expect(database.pool.query(`DELETE FROM ubicaciones WHERE id = 'T1'`)).rejects.toMatchObject({
      code: '23503',
    });
    await expect(database.pool.query(`DELETE FROM ubicaciones WHERE id = 'T2'`)).rejects.toThrow(
      /T2 is named in movimientos_inventario/,
    );
    await expect(database.pool.query(`UPDATE ubicaciones SET id = 'T7' WHERE id = 'T2'`)).rejects.toMatchObject({
      code: '23503',
    });
    expect((await database.pool.query(`DELETE FROM ubicaciones WHERE id = 'T3'`)).rowCount).toBe(1);
  });
});

describe('a receipt with lines', () => {
  it('cannot be deleted or moved to another day without them; with them it can', async () => {
    await database.pool.query(`
      INSERT INTO facturas (id, ubicacion_id, fecha, numero_factura, fecha_hora) VALUES ('R', 'T1', '2024-01-31', '1', now());
      INSERT INTO items_facturas (id, ubicacion_id, fecha, factura_id, numero_factura, fecha_hora, cantidad) VALUES ('R', 'T1', '2024-01-31', 'R', '1', now(), 1)`);
    await expect(database.pool.query(`DELETE FROM facturas WHERE id = 'R'`)).rejects.toMatchObject({ code: '23503' });
    await expect(database.pool.query(`UPDATE facturas SET fecha = '2024-02-01' WHERE id = 'R'`)).rejects.toMatchObject({
      code: '23503',
    });
    await database.pool.query(`DELETE FROM items_facturas WHERE id = 'R'; DELETE FROM facturas WHERE id = 'R'`);
  });
});

describe('TRUNCATE of a master', () => {
  const masters = 'ubicaciones, productos';
  const facts = 'ventas_raw, facturas, items_facturas, movimientos_inventario';

  it.each(['ubicaciones', 'productos', masters, `${masters}, facturas, items_facturas, movimientos_inventario`])(
    'is refused while facts have rows: %s',
    async (tables) => {
      const emptied = database.pool.query(`TRUNCATE ${tables} CASCADE`);
      await expect(emptied).rejects.toMatchObject({
        code: '23503',
        message: expect.stringMatching(/ cannot be emptied while \w+ has rows/),
      });
    },
  );

  it('waits for a running load, and then sees what it brought', async () => {
    const [load, person] = [await database.pool.connect(), await database.pool.connect()];
    const pid = await sessionOf(person);
    await load.query(`BEGIN; TRUNCATE ${facts}`);
    await sell(load, ['P1']);
    const emptied = person.query('TRUNCATE productos CASCADE').catch((error: unknown) => error);
    await eventually(async () => expect(await waitsForLock(database.pool, pid)).toBe(true));
    await load.query('COMMIT');
    expect(await emptied).toMatchObject({ code: '23503' });
    load.release();
    person.release();
  });

  it('is refused under a snapshot that would not show the load', async () => {
    const person = await database.pool.connect();
    await person.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await expect(person.query('TRUNCATE productos CASCADE')).rejects.toMatchObject({ code: '0A000' });
    await person.query('ROLLBACK');
    person.release();
  });

  it('empties it together with the facts, in one statement, whichever comes first', async () => {
    const person = await database.pool.connect();
    for (const tables of [`${masters}, ${facts}`, `${facts}, ${masters}`]) {
      await person.query(`BEGIN; TRUNCATE ${tables} CASCADE`);
      const { rows } = await person.query('SELECT FROM ventas_raw UNION ALL SELECT FROM ventas_diarias');
      expect(rows).toEqual([]);
      await person.query('ROLLBACK');
    }
    await person.query(`BEGIN; TRUNCATE ${facts}; TRUNCATE ${masters} CASCADE; ROLLBACK`);
    person.release();
  });
});
