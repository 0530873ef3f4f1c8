import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { openBothEngines, type BothEngines } from '../../testing/parity.ts';
import type { StoreDate } from './alerts.ts';
import { alertCounts, stockAlerts, type AlertKey, type StockAlert } from './stock-alerts.ts';
import { stockSummary } from './summary.ts';

let database: TestDatabase;
let engines: BothEngines;

/** Of a number, so many different values, of which some are NULL. */
const some = (values: readonly string[], step: number) =>
  `(ARRAY[${values.join(', ')}])[1 + n / ${step} % ${values.length}]`;

/** Stores of the farthest zones, one inactive; 240 products that differ in all that alerts and states depend on. */
const stockSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria, activo) VALUES
    ('O', 'O', 'Oeste', 'tienda', 'Pacific/Pago_Pago', NULL), ('E', 'E', 'Este', 'cedi', 'Pacific/Kiritimati', true),
    ('X', 'X', 'Cerrada', 'tienda', 'UTC', false);
  INSERT INTO categorias_config (categoria, subcategoria, alerta_vencimiento_dias, alerta_sin_movimiento_dias, activo) VALUES
    ('Frutas', NULL, 1, 2, true), ('Frutas', '', 3, NULL, true), ('Frutas', 'Rojas', NULL, 5, true),
    ('Víveres', NULL, 10, 20, true), ('Víveres', 'Secos', 0, 0, false), ('Otra', 'Rojas', 1, 1, true);
  INSERT INTO productos (id, codigo, descripcion, categoria, subcategoria, activo)
  SELECT 'p' || n, 'c' || n, 'Producto ' || n, ${some(["'Frutas'", "'Víveres'", "'Otra'", "'Sin filas'"], 1)},
    ${some(["'Rojas'", 'NULL', "''", "'Secos'"], 4)}, ${some(['true', 'NULL', 'true', 'true', 'false'], 16)}
  FROM generate_series(0, 239) AS n;
  INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo, punto_reorden, activo,
    generar_alerta_stock_bajo, generar_alerta_vencimiento, generar_alerta_sobrestock)
  SELECT u, 'p' || n, 5, 20, ${some(['10', 'NULL', '5'], 3)}, ${some(['true', 'NULL', 'true', 'false'], 7)},
    ${some(['true', 'false', 'NULL'], 2)}, ${some(['true', 'NULL', 'false'], 5)}, ${some(['true', 'false'], 3)}
  FROM generate_series(0, 239) AS n, unnest(ARRAY['O', 'E', 'X']) AS u WHERE (n + length(u)) % 11 <> 0;
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, ultima_entrada, ultima_salida, ultima_venta, dias_sin_movimiento,
    fecha_proximo_vencimiento)
  SELECT u, 'p' || n, ${some(['5', '-1.5', '5.0001', '10', '19.9999', '20', '0'], 1)},
    now() - ${some(['NULL', "interval '3 days'", "interval '70 days'"], 2)}, now() - ${some(['NULL', 'NULL', "interval '19 days'"], 3)},
    now() + ${some(['NULL', "interval '-60 days'", "interval '2 days'", "interval '-1 day'"], 5)}, ${some(['NULL', '0', '90'], 2)},
    current_date + ${some(['NULL', '-2', '0', '1', '3', '10', '30', '31'], 3)}::int
  FROM generate_series(0, 239) AS n, unnest(ARRAY['O', 'E', 'X']) AS u WHERE n % 13 <> 0`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(stockSql);
  engines = await openBothEngines({
    pool: database.pool,
    tables: ['stock_actual', 'producto_ubicacion_config', 'productos', 'ubicaciones', 'categorias_config'],
    rollups: [],
  });
});

afterAll(async () => {
  await engines.close();
  await database.drop();
});

interface Moment {
  readonly today: readonly StoreDate[];
  readonly view: readonly StockAlert[];
}

/** The stores' dates and what the view says, at one moment: within a transaction the clock stands still. */
async function look(client: pg.PoolClient): Promise<Moment> {
  await client.query('BEGIN');
  const { rows: stores } = await client.query<StoreDate>(
    'SELECT id AS ubicacion_id, zona_horaria, (now() AT TIME ZONE zona_horaria)::date AS hoy FROM ubicaciones',
  );
  const { rows: view } = await client.query<StockAlert>(`
    SELECT ubicacion_id, ubicacion, producto_id, codigo, descripcion, categoria, prioridad, tipo_alerta, nivel,
      trim_scale(cantidad) AS cantidad, trim_scale(stock_minimo) AS stock_minimo, trim_scale(punto_reorden) AS punto_reorden,
      trim_scale(stock_maximo) AS stock_maximo, dias_sin_movimiento, fecha_proximo_vencimiento, dias_para_vencer
    FROM alertas_inventario ORDER BY nivel, ubicacion_id COLLATE "C", codigo COLLATE "C"`);
  await client.query('COMMIT');
  return { today: stores, view };
}

async function now(): Promise<Moment> {
  const client = await database.pool.connect();
  try {
    return await look(client);
  } finally {
    client.release();
  }
}

describe('alerts', () => {
  it('are those of the view, in pages of any size', async () => {
    const { today, view } = await now();
    expect(new Set(view.map(({ nivel }) => nivel))).toEqual(new Set([1, 2, 3, 4]));
    for (const limit of [1000, 37]) {
      const found: StockAlert[] = [];
      let after: AlertKey | undefined;
      do {
        const page = await engines.ask(stockAlerts, { stores: 'all', today, limit, after });
        found.push(...page);
        after = page.length < limit ? undefined : page.at(-1);
      } while (after !== undefined);
      expect(found).toEqual(view);
    }
  });

  it('of some stores, categories, products and kinds are those of the view that match', async () => {
    const { today, view } = await now();
    const page = await engines.ask(stockAlerts, {
      stores: ['O', 'X'],
      today,
      categories: ['Frutas', 'Otra'],
      text: 'PRODUCTO 1',
      priorities: ['CRITICA', 'MEDIA', 'BAJA'],
      kinds: ['Stock crítico', 'Sin movimiento', 'Próximo a vencer'],
      limit: 1000,
    });
    const expected = view.filter((alert) => {
      const isProduct = alert.descripcion.includes('1') && ['Frutas', 'Otra'].includes(alert.categoria);
      return alert.ubicacion_id === 'O' && isProduct && [1, 3].includes(alert.nivel);
    });
    expect(expected.length).toBeGreaterThan(5);
    expect(page).toEqual(expected);
  });

  it('are none without a store or its date', async () => {
    const { today } = await now();
    expect(await engines.ask(stockAlerts, { stores: [], today, limit: 10 })).toEqual([]);
    expect(await engines.ask(stockAlerts, { stores: 'all', today: [], limit: 10 })).toEqual([]);
  });

  it('are counted by store and kind', async () => {
    const { today, view } = await now();
    const counts = await engines.ask(alertCounts, { stores: 'all', today });
    const counted = counts.map(({ ubicacion_id, tipo_alerta, alertas }) => [ubicacion_id, tipo_alerta, alertas]);
    const expected = ['E', 'O'].flatMap((store) =>
      ['Stock crítico', 'Próximo a vencer', 'Sin movimiento', 'Sobrestock'].map((kind) => {
        return [store, kind, view.filter((a) => a.ubicacion_id === store && a.tipo_alerta === kind).length];
      }),
    );
    expect(counted).toEqual(expected);
  });
});

const statesSql = (key: string) => `
  SELECT ${key} AS clave, count(*)::int AS configurados, count(*) FILTER (WHERE estado = 'SIN_STOCK')::int AS sin_stock,
    count(*) FILTER (WHERE estado = 'CRITICO')::int AS criticos, count(*) FILTER (WHERE estado = 'BAJO')::int AS bajos,
    count(*) FILTER (WHERE estado = 'NORMAL')::int AS normales, count(*) FILTER (WHERE estado = 'EXCESO')::int AS excesos
  FROM productos_ubicacion_completa WHERE $1::text[] IS NULL OR ubicacion_id = ANY ($1) GROUP BY 1 ORDER BY 1`;

describe('the summary of stock', () => {
  it.each([
    ['store', 'ubicacion_id', 'all'],
    ['store', 'ubicacion_id', ['E']],
    ['category', 'categoria', 'all'],
    ['category', 'categoria', ['O', 'X']],
  ] as const)('counts by %s (%s) the states that the view says, of %s', async (by, key, stores) => {
    const rows = await engines.ask(stockSummary, { by, stores });
    const parameters = [stores === 'all' ? null : stores];
    const { rows: expected } = await database.pool.query<{ clave: string }>(statesSql(key), parameters);
    const counted = rows
      .map(({ clave, configurados, sin_stock, criticos, bajos, normales, excesos }) => {
        return { clave, configurados, sin_stock, criticos, bajos, normales, excesos };
      })
      .filter(({ configurados }) => configurados > 0);
    expect(counted.toSorted((a, b) => (a.clave < b.clave ? -1 : 1))).toEqual(
      expected.toSorted((a, b) => (a.clave < b.clave ? -1 : 1)),
    );
  });

  it('also has what is not configured, and what has no stock', async () => {
    await database.pool.query(`
      INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('N', 'N', 'Nueva', 'tienda'), ('S', 'S', 'Suelta', 'tienda');
      INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, valor_inventario) VALUES ('S', 'p1', 4, 12.5);
      INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo) VALUES ('N', 'p1', 1, 2)`);
    await engines.refresh();
    const [stock, none] = await engines.ask(stockSummary, { by: 'store', stores: ['N', 'S'] });
    expect(stock).toMatchObject({
      clave: 'S',
      nombre: 'Suelta',
      valor: '12.50',
      porcentaje: '100.00',
      configurados: 0,
    });
    expect(none).toMatchObject({ clave: 'N', valor: '0.00', porcentaje: '0.00', configurados: 1, sin_stock: 1 });
  });
});
