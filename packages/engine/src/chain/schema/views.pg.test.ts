import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertMasters } from '../testing/masters.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await insertMasters(database.pool);
});
afterAll(() => database.drop());

beforeEach(() => database.pool.query('TRUNCATE stock_actual, producto_ubicacion_config, categorias_config'));

type Values = Readonly<Record<string, string | number | boolean | null>>;

function insert(table: string, values: Values): Promise<unknown> {
  const columns = Object.keys(values);
  const parameters = columns.map((_, index) => `$${index + 1}`);
  return database.pool.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${parameters.join(', ')})`,
    Object.values(values),
  );
}

const key = { ubicacion_id: 'T1', producto_id: 'P1' };
const levels = { ...key, stock_minimo: 10, punto_reorden: 30, stock_maximo: 100 };

describe('productos_ubicacion_completa', () => {
  async function stateOf(config: Values, stock: Values | null): Promise<string | undefined> {
    await insert('producto_ubicacion_config', { ...levels, ...config });
    if (stock) await insert('stock_actual', { ...key, ...stock });
    const { rows } = await database.pool.query<{ estado: string }>('SELECT estado FROM productos_ubicacion_completa');
    expect(rows.length).toBeLessThan(2);
    return rows[0]?.estado;
  }

  it.each<[Values, Values | null, string]>([
    [{}, null, 'SIN_STOCK'],
    [{}, { cantidad: -5 }, 'CRITICO'],
    [{}, { cantidad: 0 }, 'CRITICO'],
    [{}, { cantidad: 10 }, 'CRITICO'],
    [{}, { cantidad: '10.0001' }, 'BAJO'],
    [{}, { cantidad: 30 }, 'BAJO'],
    [{}, { cantidad: '30.0001' }, 'NORMAL'],
    [{}, { cantidad: '99.9999' }, 'NORMAL'],
    [{}, { cantidad: 100 }, 'EXCESO'],
    [{ punto_reorden: null }, { cantidad: 11 }, 'NORMAL'],
    // The first that holds: a reorder point above the maximum makes an excess low.
    [{ punto_reorden: 500 }, { cantidad: 200 }, 'BAJO'],
    [{ punto_reorden: 5 }, { cantidad: 8 }, 'CRITICO'],
  ])('%j with stock %j is %s', async (config, stock, state) => {
    expect(await stateOf(config, stock)).toBe(state);
  });

  it('says 0 where there is no stock row', async () => {
    await insert('producto_ubicacion_config', levels);
    const { rows } = await database.pool.query(
      'SELECT cantidad, ubicacion, codigo, cantidad_disponible FROM productos_ubicacion_completa',
    );
    expect(rows).toEqual([{ cantidad: '0', ubicacion: 'Uno', codigo: 'C1', cantidad_disponible: null }]);
  });

  it('shows the active only: store, product and configuration; NULL is active', async () => {
    const count = async () => (await database.pool.query('SELECT FROM productos_ubicacion_completa')).rowCount;
    await insert('producto_ubicacion_config', { ...levels, activo: null });
    expect(await count()).toBe(1);
    for (const table of ['producto_ubicacion_config', 'productos', 'ubicaciones']) {
      await database.pool.query(`UPDATE ${table} SET activo = false`);
      expect(await count()).toBe(0);
      await database.pool.query(`UPDATE ${table} SET activo = true`);
      expect(await count()).toBe(1);
    }
  });
});

describe('alertas_inventario', () => {
  const today = `(now() AT TIME ZONE 'America/Caracas')::date`;

  async function alerts(stock: Values, config: Values = {}): Promise<unknown[]> {
    await insert('producto_ubicacion_config', { ...levels, ...config });
    await insert('stock_actual', { ...key, cantidad: 50, ...stock });
    return shown();
  }

  async function shown(): Promise<unknown[]> {
    const { rows } = await database.pool.query(
      'SELECT nivel, prioridad, tipo_alerta FROM alertas_inventario ORDER BY nivel',
    );
    return rows.map((row) => Object.values(row));
  }

  async function inDays(days: number, zone = 'America/Caracas'): Promise<string> {
    const { rows } = await database.pool.query<{ day: string }>(
      'SELECT (now() AT TIME ZONE $2)::date + $1::int AS day',
      [days, zone],
    );
    return rows[0]?.day ?? '';
  }

  const critical = [1, 'CRITICA', 'Stock crítico'];
  const expiring = [2, 'ALTA', 'Próximo a vencer'];
  const idle = [3, 'MEDIA', 'Sin movimiento'];
  const excess = [4, 'BAJA', 'Sobrestock'];

  it('raises none for a product that is well', async () => {
    expect(await alerts({ dias_sin_movimiento: 59, fecha_proximo_vencimiento: await inDays(31) })).toEqual([]);
  });

  it('raises every alert that applies', async () => {
    expect(
      await alerts({ cantidad: 10, dias_sin_movimiento: 60, fecha_proximo_vencimiento: await inDays(30) }),
    ).toEqual([critical, expiring, idle]);
  });

  it.each<[number, unknown[]]>([
    [-1, [critical]],
    [10, [critical]],
    [11, []],
    [99, []],
    [100, [excess]],
  ])('with %d in stock: %j', async (cantidad, expected) => {
    expect(await alerts({ cantidad })).toEqual(expected);
  });

  it('tells how long it is to the expiry, also when it has passed', async () => {
    expect(await alerts({ fecha_proximo_vencimiento: await inDays(-3) })).toEqual([expiring]);
    const { rows } = await database.pool.query(
      'SELECT dias_para_vencer, ubicacion, codigo, cantidad FROM alertas_inventario',
    );
    expect(rows).toEqual([{ dias_para_vencer: -3, ubicacion: 'Uno', codigo: 'C1', cantidad: '50.0000' }]);
  });

  it('raises nothing for a stock that nothing is known of', async () => {
    expect(await alerts({ dias_sin_movimiento: null, fecha_proximo_vencimiento: null })).toEqual([]);
    await database.pool.query('DELETE FROM stock_actual');
    expect(await shown()).toEqual([]);
  });

  it("heeds the product's alert flags; NULL is on; without movement has none", async () => {
    const everything = { cantidad: 10, dias_sin_movimiento: 60, fecha_proximo_vencimiento: await inDays(0) };
    expect(await alerts(everything, { generar_alerta_stock_bajo: null, generar_alerta_vencimiento: null })).toEqual([
      critical,
      expiring,
      idle,
    ]);
    await database.pool.query('UPDATE producto_ubicacion_config SET generar_alerta_stock_bajo = false');
    expect(await shown()).toEqual([expiring, idle]);
    await database.pool.query('UPDATE producto_ubicacion_config SET generar_alerta_vencimiento = false');
    expect(await shown()).toEqual([idle]);
    await database.pool.query('UPDATE stock_actual SET cantidad = 100');
    expect(await shown()).toEqual([idle, excess]);
    await database.pool.query('UPDATE producto_ubicacion_config SET generar_alerta_sobrestock = false');
    expect(await shown()).toEqual([idle]);
  });

  it("takes the days of the product's subcategory, else of its category, else 30 and 60", async () => {
    const due = { dias_sin_movimiento: 20, fecha_proximo_vencimiento: await inDays(40) };
    expect(await alerts(due)).toEqual([]);
    await insert('categorias_config', {
      categoria: 'Víveres',
      subcategoria: null,
      alerta_vencimiento_dias: 40,
      alerta_sin_movimiento_dias: 21,
    });
    expect(await shown()).toEqual([expiring]);
    await insert('categorias_config', {
      categoria: 'Víveres',
      subcategoria: 'Harinas',
      alerta_vencimiento_dias: 39,
      alerta_sin_movimiento_dias: 20,
    });
    expect(await shown()).toEqual([idle]);
    await insert('categorias_config', {
      categoria: 'Víveres',
      subcategoria: 'Otras',
      alerta_vencimiento_dias: 999,
      alerta_sin_movimiento_dias: 1,
    });
    expect(await shown()).toEqual([idle]);
    await database.pool.query(`UPDATE categorias_config SET activo = false WHERE subcategoria = 'Harinas'`);
    expect(await shown()).toEqual([expiring]);
    await database.pool.query(`UPDATE categorias_config SET subcategoria = '' WHERE subcategoria IS NULL`);
    expect(await shown()).toEqual([expiring]);
    await database.pool.query(
      `UPDATE categorias_config SET alerta_vencimiento_dias = NULL, alerta_sin_movimiento_dias = NULL`,
    );
    expect(await shown()).toEqual([]);
  });

  describe('days without movement', () => {
    const reported = { ...key, cantidad: 50, dias_sin_movimiento: 0 };

    /** An instant of the store's day so many days ago: the first or the last of it. */
    async function moment(days: number, time: '00:00:00' | '23:59:59'): Promise<string> {
      const { rows } = await database.pool.query<{ at: string }>(
        `SELECT (($1::date + $2::time) AT TIME ZONE 'America/Caracas')::text AS at`,
        [await inDays(-days), time],
      );
      return rows[0]?.at ?? '';
    }

    it.each(['ultima_entrada', 'ultima_salida', 'ultima_venta'])(
      'grow from %s on, whatever was last reported',
      async (column) => {
        expect(await alerts({ ...reported, [column]: await moment(60, '23:59:59') })).toEqual([idle]);
        for (const view of ['alertas_inventario', 'productos_ubicacion_completa']) {
          const { rows } = await database.pool.query(`SELECT dias_sin_movimiento AS days FROM ${view}`);
          expect(rows).toEqual([{ days: 60 }]);
        }
        await database.pool.query(`UPDATE stock_actual SET ${column} = $1`, [await moment(59, '00:00:00')]);
        expect(await shown()).toEqual([]);
      },
    );

    it('count from the latest movement, and never below zero', async () => {
      const old = await moment(400, '00:00:00');
      expect(await alerts({ ...reported, dias_sin_movimiento: 90, ultima_entrada: old, ultima_venta: old })).toEqual([
        idle,
      ]);
      await database.pool.query(`UPDATE stock_actual SET ultima_salida = now() + interval '3 days'`);
      expect(await shown()).toEqual([]);
      const { rows } = await database.pool.query(
        'SELECT dias_sin_movimiento AS days FROM productos_ubicacion_completa',
      );
      expect(rows).toEqual([{ days: 0 }]);
    });
  });

  it("counts from the store's today, not from the server's", async () => {
    // Auckland is at least 16 hours ahead of Caracas: for one of them the server's date is wrong more often than not.
    for (const [ubicacion_id, zone] of [
      ['T1', 'America/Caracas'],
      ['T3', 'Pacific/Auckland'],
    ] as const) {
      await insert('producto_ubicacion_config', { ...levels, ubicacion_id });
      await insert('stock_actual', {
        ...key,
        ubicacion_id,
        cantidad: 50,
        fecha_proximo_vencimiento: await inDays(30, zone),
      });
    }
    const { rows } = await database.pool.query(
      'SELECT ubicacion_id, dias_para_vencer FROM alertas_inventario ORDER BY 1',
    );
    expect(rows).toEqual([
      { ubicacion_id: 'T1', dias_para_vencer: 30 },
      { ubicacion_id: 'T3', dias_para_vencer: 30 },
    ]);
  });

  it('leaves out what is inactive', async () => {
    expect(await alerts({ cantidad: 0 })).toEqual([critical]);
    for (const table of ['producto_ubicacion_config', 'productos', 'ubicaciones']) {
      await database.pool.query(`UPDATE ${table} SET activo = false`);
      expect(await shown()).toEqual([]);
      await database.pool.query(`UPDATE ${table} SET activo = true`);
    }
    await database.pool.query(`UPDATE stock_actual SET fecha_proximo_vencimiento = ${today}`);
    expect(await shown()).toEqual([critical, expiring]);
  });
});

describe('ventas', () => {
  it('shows every line, with its labels where there are any', async () => {
    await database.pool.query(`
      SELECT fluxion.ensure_partitions('2024-01-01', '2024-01-01');
      INSERT INTO ventas_raw (id, ubicacion_id, fecha, producto_id, cantidad) VALUES
        (1, 'T1', '2024-01-01', 'P1', -1), (2, 'T1', '2024-01-01', NULL, 1), (3, 'T1', '2024-01-01', 'new', 1)`);
    const { rows } = await database.pool.query(
      'SELECT id, ubicacion, producto_codigo, descripcion, categoria, subcategoria FROM ventas ORDER BY id',
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['1', 'Uno', 'C1', 'Harina', 'Víveres', 'Harinas'],
      ['2', 'Uno', null, null, null, null],
      ['3', 'Uno', 'new', 'Producto sin catálogo new', 'SIN CATEGORIA', null],
    ]);
  });
});
