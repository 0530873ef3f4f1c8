import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainProfile } from '@fluxion/engine/chain';
import { createDemoChain } from '@fluxion/engine/demo';
import { migrate } from '@fluxion/engine/transfer';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { runInDuckFile } from '#testing/duck-file.ts';
import { expect, it, onTestFinished } from 'vitest';

/** Nothing here leads to them. */
const exclude = ['cargas', 'categorias_config', 'conjuntos_sustituibles', 'productos_abc_v2_historico'];
const lastPass = { resume: true, changed: true };

/** Every table's rows, but for numbers and instants that the database gives by itself. */
async function stateOf({ pool }: TestDatabase): Promise<Record<string, unknown>> {
  const tables = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
  );
  const state: Record<string, unknown> = {};
  for (const { name } of tables.rows) {
    const given = { pedidos: 'numero', pedidos_historial: 'id,momento,antes,despues' }[name] ?? '';
    const { rows } = await pool.query<{ row: string }>(
      `SELECT (to_jsonb(t) - '{created_at,updated_at}'::text[] - '{${given}}'::text[])::text AS row FROM ${name} AS t ORDER BY 1`,
    );
    state[name] = rows.map(({ row }) => row);
  }
  const links = await pool.query(
    `SELECT conrelid::regclass::text AS of, conname FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2`,
  );
  return { ...state, links: links.rows };
}

const aDay = (place: number) =>
  `(SELECT fecha FROM (SELECT DISTINCT fecha FROM ventas_raw ORDER BY fecha) LIMIT 1 OFFSET ${place})`;
const first = (table: string) => `(SELECT min(id) FROM ${table})`;

it('leaves, by passes over what has changed, the state that --replace makes anew', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-cut-over-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'chain.duckdb');
  await createDemoChain({ file, rows: 300 });
  await runInDuckFile(file, `UPDATE ventas_raw SET producto_id = 'LATER' WHERE id % 7 = 0`);
  const database = await createTestDatabase({ template: 'fluxion' });
  onTestFinished(() => database.drop());
  const run = (more = {}) =>
    migrate({ file, pool: database.pool, schema: 'public', profile: chainProfile, exclude, verify: false, ...more });
  await run();
  // What sums, orders, stock and settings refer to by keys: with it all sums are made anew, and not with what follows.
  await runInDuckFile(file, `UPDATE ubicaciones SET nombre = 'another' WHERE id = ${first('ubicaciones')}`);
  await database.pool.query('ALTER TABLE pedidos ADD CONSTRAINT not_now CHECK (false) NOT VALID');
  await expect(run(lastPass)).rejects.toThrow(/not_now/);
  await database.pool.query('ALTER TABLE pedidos DROP CONSTRAINT not_now');
  await run(lastPass);
  const passes = [
    // Products, of which one had a placeholder, and one gets one; and an order.
    [
      `INSERT INTO productos SELECT * REPLACE ('LATER' AS id, 'LATER' AS codigo) FROM productos LIMIT 1`,
      `UPDATE productos SET descripcion = 'another' WHERE id = ${first('productos')}`,
      `UPDATE ventas_raw SET producto_id = 'UNKNOWN' WHERE id = ${first('ventas_raw')}`,
      `UPDATE pedidos SET fecha = fecha - 1 WHERE id = ${first('pedidos')}`,
    ],
    // Facts: a row that goes to another day, a day that vanishes, one that is new, and what others follow from.
    [
      `UPDATE ventas_raw SET fecha = ${aDay(5)} WHERE id = (SELECT min(id) FROM ventas_raw WHERE fecha = ${aDay(9)})`,
      `DELETE FROM ventas_raw WHERE fecha = ${aDay(12)}`,
      `INSERT INTO ventas_raw SELECT * REPLACE (9000000 AS id, fecha + 400 AS fecha) FROM ventas_raw WHERE id = ${first('ventas_raw')}`,
      `UPDATE facturas SET tasa_cambio = tasa_cambio + 1 WHERE fecha = (SELECT max(fecha) FROM facturas)`,
    ],
    [`DELETE FROM ventas_raw WHERE id % 3 = 0`],
  ];
  for (const statements of passes) {
    await runInDuckFile(file, statements);
    await run(lastPass);
  }
  const state = await stateOf(database);
  await run({ replace: true });
  expect(state).toEqual(await stateOf(database));
});
