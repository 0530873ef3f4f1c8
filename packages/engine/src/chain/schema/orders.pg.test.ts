import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertMasters } from '../testing/masters.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await insertMasters(database.pool);
});
afterAll(() => database.drop());

async function historyOf(order: string): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    `SELECT operacion, estado_anterior, estado_nuevo, usuario_id, antes ->> 'cantidad_solicitada' AS antes, despues ->> 'cantidad_solicitada' AS despues
     FROM pedidos_historial WHERE pedido_id = $1 ORDER BY id`,
    [order],
  );
  return rows.map((row) => Object.values(row));
}

describe("an order's history", () => {
  it('tells each change of the order and of its lines, and who made it', async () => {
    const client = await database.pool.connect();
    await client.query(`INSERT INTO pedidos (id, ubicacion_id, fecha) VALUES ('O1', 'T1', '2024-01-01')`);
    await client.query(`BEGIN; SET LOCAL fluxion.usuario_id = 'ana';
      INSERT INTO pedidos_detalle (pedido_id, producto_id, cantidad_solicitada) VALUES ('O1', 'P1', 12);
      UPDATE pedidos_detalle SET cantidad_solicitada = 24 WHERE pedido_id = 'O1'; COMMIT`);
    await client.query(
      `UPDATE pedidos SET estado = 'solicitado' WHERE id = 'O1'; DELETE FROM pedidos_detalle WHERE pedido_id = 'O1'`,
    );
    client.release();
    expect(await historyOf('O1')).toEqual([
      ['crear', null, 'borrador', null, null, null],
      ['crear', null, null, 'ana', null, '12.0000'],
      ['cambiar', null, null, 'ana', '12.0000', '24.0000'],
      ['cambiar', 'borrador', 'solicitado', null, null, null],
      ['quitar', null, null, null, '24.0000', null],
    ]);
  });

  it('keeps the order from being deleted', async () => {
    await database.pool.query(`INSERT INTO pedidos (id, ubicacion_id, fecha) VALUES ('O2', 'T1', '2024-01-01')`);
    await expect(database.pool.query(`DELETE FROM pedidos WHERE id = 'O2'`)).rejects.toMatchObject({ code: '23503' });
    expect(await historyOf('O2')).toHaveLength(1);
  });

  it('gives each order a number that people can quote', async () => {
    const { rows } = await database.pool.query<{ numero: string }>(
      `INSERT INTO pedidos (ubicacion_id, fecha) VALUES ('T1', '2024-01-01'), ('T1', '2024-01-01') RETURNING numero`,
    );
    expect(new Set(rows.map(({ numero }) => numero)).size).toBe(2);
  });
});

describe('updated_at', () => {
  const aged = `now() - interval '1 day'`;

  it('is set in every table that has it, whatever the writer says', async () => {
    const { rows } = await database.pool.query<{ table: string; kept: boolean }>(
      `SELECT c.table_name AS table, EXISTS (SELECT FROM pg_trigger WHERE tgname = 'touch' AND tgrelid = c.table_name::regclass) AS kept
       FROM information_schema.columns AS c WHERE c.table_schema = 'public' AND c.column_name = 'updated_at'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ kept }) => !kept)).toEqual([]);
    await database.pool.query(`UPDATE ubicaciones SET nombre = 'Otra', updated_at = '2001-01-01' WHERE id = 'T1'`);
    const { rows: changed } = await database.pool.query(
      `SELECT updated_at > ${aged} AS fresh FROM ubicaciones WHERE id = 'T1'`,
    );
    expect(changed).toEqual([{ fresh: true }]);
  });

  it('stays what a copied row brings, and where nothing changes', async () => {
    await database.pool.query(`
      INSERT INTO productos (id, codigo, descripcion, categoria, updated_at) VALUES ('OLD', 'OLD', 'x', 'x', '2001-01-01');
      UPDATE productos SET descripcion = 'x' WHERE id = 'OLD'`);
    const { rows } = await database.pool.query(`SELECT updated_at FROM productos WHERE id = 'OLD'`);
    expect(rows).toEqual([{ updated_at: '2001-01-01T00:00:00Z' }]);
  });
});
