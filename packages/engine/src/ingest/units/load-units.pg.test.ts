import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openScratch, type Scratch } from '../../duckdb/index.ts';
import { feeds } from '../../sources/index.ts';
import type { UnitReport } from '../report.ts';
import { loadUnits } from './load-units.ts';
import { batchesOf, planUnits } from './plan-units.ts';
import type { PlannedUnit } from './unit.ts';

const feed = feeds.ventas;
const duckTypes = {
  text: 'VARCHAR',
  decimal: 'DECIMAL(18,6)',
  integer: 'INTEGER',
  date: 'DATE',
  instant: 'TIMESTAMPTZ',
};
const columns = feed.fields.map(({ name, type }) => `"${name}" ${duckTypes[type.kind as keyof typeof duckTypes]}`);

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-load-units-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', 'T1', 'Uno', 'tienda'), ('T2', 'T2', 'Dos', 'tienda')`,
  );
});
afterEach(() => database.drop());

interface Loading {
  /** Rows as (store, date, invoice, product, quantity, amount). */
  readonly rows: string;
  readonly force?: boolean;
  readonly broughtBy?: string;
  readonly empty?: readonly PlannedUnit[];
}

/** Loads rows as a delivery of their own. */
async function loading({ rows, force = false, broughtBy, empty }: Loading): Promise<readonly UnitReport[]> {
  const scratch = await openScratch({ folder });
  try {
    return await written(scratch, rows, { force, broughtBy, empty });
  } finally {
    await scratch.close();
  }
}

async function written(
  { connection: duck }: Scratch,
  rows: string,
  {
    force,
    broughtBy,
    empty,
  }: { force: boolean; broughtBy: string | undefined; empty: readonly PlannedUnit[] | undefined },
): Promise<readonly UnitReport[]> {
  await duck.run(`CREATE TABLE "staged" (line BIGINT, ${columns.join(', ')});
    CREATE TABLE "refused" (line BIGINT, field VARCHAR, value VARCHAR, reason VARCHAR, ubicacion_id VARCHAR, fecha DATE)`);
  if (rows !== '') {
    await duck.run(`INSERT INTO "staged" BY NAME SELECT row_number() OVER () + 1 AS line, * FROM (VALUES ${rows})
      AS v (ubicacion_id, fecha, numero_factura, producto_id, cantidad, monto_total)`);
  }
  const tables = { rows: '"staged"', rejects: '"refused"' };
  const reports: UnitReport[] = [];
  await loadUnits(
    {
      pool: database.pool,
      duck,
      feed: 'ventas',
      tables,
      delivery: { id: await delivery(), name: 'test.csv', fingerprint: 'ab' },
      force,
      partial: false,
      broughtBy: () => broughtBy,
      signal: undefined,
      onUnits: (_, more) => reports.push(...more),
    },
    batchesOf(empty ?? (await planUnits(duck, tables, feed))),
  );
  return reports;
}

async function delivery(): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    `INSERT INTO entregas (fuente, origen, nombre) VALUES ('ventas', 'archivo', 'test.csv') RETURNING id`,
  );
  return rows[0]?.id ?? '';
}

const query = async (sql: string) => (await database.pool.query(sql)).rows;
const sales = () =>
  query(`SELECT ubicacion_id || ' ' || fecha || ' ' || id || ' ' || numero_factura || ' ' || producto_id || ' ' || trim_scale(monto_total) AS sale
    FROM ventas_raw ORDER BY ubicacion_id, fecha, id`).then((rows) => rows.map(({ sale }) => sale));

const day = `('T1', '2024-05-06', 'A', 'P1', 2, 3.5), ('T1', '2024-05-06', 'A', 'P1', 2, 3.5), ('T1', '2024-05-06', 'B', 'P2', -1, -1)`;

describe('a store-day', () => {
  it('is loaded with its twin lines, its placeholders and its totals', async () => {
    const reports = await loading({ rows: day });
    expect(reports).toEqual([
      {
        ubicacionId: 'T1',
        fecha: '2024-05-06',
        outcome: 'cargada',
        rows: 3,
        sums: { cantidad: '3.000000', monto_total: '6.000000' },
        message: null,
      },
    ]);
    expect(await sales()).toEqual(['T1 2024-05-06 1 A P1 3.5', 'T1 2024-05-06 2 A P1 3.5', 'T1 2024-05-06 3 B P2 -1']);
    expect(await query('SELECT venta_total, lineas, lineas_devueltas, total_facturas FROM ventas_diarias')).toEqual([
      { venta_total: '6.000000', lineas: 3, lineas_devueltas: 1, total_facturas: 2 },
    ]);
    expect(await query('SELECT id FROM productos WHERE es_provisional ORDER BY id')).toEqual([
      { id: 'P1' },
      { id: 'P2' },
    ]);
    expect(
      await query(
        'SELECT fuente, filas_leidas, filas_cargadas, resultado, v.carga_id = c.id AS own FROM cargas AS c, ventas_raw AS v WHERE v.id = 1',
      ),
    ).toEqual([{ fuente: 'ventas', filas_leidas: '3', filas_cargadas: '3', resultado: 'cargada', own: true }]);
  });

  it('is replaced whole, and its neighbours are not', async () => {
    await loading({ rows: `${day}, ('T2', '2024-05-06', 'A', 'P1', 1, 1), ('T1', '2024-05-07', 'A', 'P1', 1, 1)` });
    await loading({ rows: `('T1', '2024-05-06', 'C', 'P9', 1, 9)` });
    expect(await sales()).toEqual(['T1 2024-05-06 1 C P9 9', 'T1 2024-05-07 1 A P1 1', 'T2 2024-05-06 1 A P1 1']);
    expect(await query(`SELECT venta_total FROM ventas_diarias ORDER BY ubicacion_id, fecha`)).toEqual([
      { venta_total: '9.000000' },
      { venta_total: '1.000000' },
      { venta_total: '1.000000' },
    ]);
  });

  it('that is there already is left alone, in whatever order its lines come, unless forced or changed since', async () => {
    await loading({ rows: day });
    const before = await query('SELECT xmin::text FROM ventas_raw');
    const turned = day
      .split(', (')
      .map((row) => row.replace(/^\(?/, '('))
      .toReversed()
      .join(', ');
    expect(await loading({ rows: turned })).toMatchObject([{ outcome: 'igual', rows: 3 }]);
    expect(await query('SELECT xmin::text FROM ventas_raw')).toEqual(before);
    expect(await loading({ rows: turned, force: true })).toMatchObject([{ outcome: 'cargada' }]);
    for (const change of [
      `DELETE FROM ventas_raw WHERE id = 2`,
      `UPDATE ventas_raw SET monto_total = 99 WHERE id = 2`,
    ]) {
      await database.pool.query(change);
      expect(await loading({ rows: day })).toMatchObject([{ outcome: 'cargada', rows: 3 }]);
      expect(await sales()).toContain('T1 2024-05-06 2 A P1 3.5');
    }
  });

  it('of two loads at once is in the end one of them', async () => {
    const other = `('T1', '2024-05-06', 'Z', 'P1', 1, 1)`;
    const results = await Promise.all([loading({ rows: day }), loading({ rows: other }), loading({ rows: day })]);
    expect(results.flat().map(({ outcome }) => outcome)).not.toContain('fallida');
    expect([1, 3]).toContain((await sales()).length);
    expect(await query('SELECT count(*)::int AS n FROM cargas')).toEqual([{ n: 1 }]);
  });

  it('brings its lines together that are spread over the file, and crosses months and years', async () => {
    const stores = ['T1', 'T2'];
    const dates = ['2023-12-31', '2024-01-01', '2024-02-29'];
    const rows = Array.from({ length: 60 }, (_, n) => `('${stores[n % 2]}', '${dates[n % 3]}', '${n}', 'P', 1, ${n})`);
    const reports = await loading({ rows: rows.join(', ') });
    expect(reports.map(({ rows: count }) => count)).toEqual([10, 10, 10, 10, 10, 10]);
    expect(
      await query(
        `SELECT count(DISTINCT (ubicacion_id, fecha))::int AS units, max(id)::int AS last, sum(monto_total)::int AS total FROM ventas_raw`,
      ),
    ).toEqual([{ units: 6, last: 10, total: (59 * 60) / 2 }]);
  });

  it('with receipts is not replaced by bare sales lines', async () => {
    await query(`INSERT INTO cargas (fuente, ubicacion_id, fecha, filas_leidas, filas_cargadas, resultado, terminada)
      VALUES ('facturas', 'T1', '2024-05-06', 2, 2, 'cargada', now())`);
    expect(await loading({ rows: day, force: true })).toMatchObject([
      { outcome: 'fallida', message: expect.stringContaining('load the facturas feed') },
    ]);
    expect(await sales()).toEqual([]);
    expect(await query(`SELECT resultado, intento IS NOT NULL AS tried FROM cargas WHERE fuente = 'ventas'`)).toEqual([
      { resultado: 'fallida', tried: true },
    ]);
  });

  it('that another file of the same call has brought is not replaced, nor is one with sales emptied', async () => {
    await loading({ rows: day });
    expect(await loading({ rows: `('T1', '2024-05-06', 'A', 'P1', 1, 1)`, broughtBy: 'other.csv' })).toMatchObject([
      { outcome: 'fallida', message: expect.stringContaining('other.csv') },
    ]);
    const nothing = {
      ubicacionId: 'T1',
      fecha: '2024-05-06',
      rows: 0,
      sums: {},
      digest: '0',
      first: 0,
      last: 0,
      rejected: 0,
    };
    expect(await loading({ rows: '', empty: [nothing] })).toMatchObject([
      { outcome: 'fallida', message: 'The delivery has no line, and the day has 3: --force takes them away.' },
    ]);
    expect(await sales()).toHaveLength(3);
    expect(await query('SELECT resultado, filas_cargadas, intento IS NOT NULL AS tried FROM cargas')).toEqual([
      { resultado: 'cargada', filas_cargadas: '3', tried: true },
    ]);
    expect(await loading({ rows: '', empty: [nothing], force: true })).toMatchObject([{ outcome: 'vacia', rows: 0 }]);
    expect(await sales()).toEqual([]);
    expect(await query('SELECT resultado, filas_cargadas, intento FROM cargas')).toEqual([
      { resultado: 'vacia', filas_cargadas: '0', intento: null },
    ]);
  });
});
