import { tmpdir } from 'node:os';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openScratch, smallRowsJson, type Scratch } from '../../duckdb/index.ts';
import { withTransaction } from '../../postgres/index.ts';
import { feedNames, feeds, type FeedName, type FieldType } from '../../sources/index.ts';
import { loadMasterRows } from './load-master-rows.ts';
import type { MasterCounts } from './master-load.ts';

let database: TestDatabase;
let scratch: Scratch;
beforeAll(async () => {
  [database, scratch] = await Promise.all([
    createTestDatabase({ template: 'fluxion' }),
    openScratch({ folder: tmpdir() }),
  ]);
});
afterAll(async () => {
  await scratch.close();
  await database.drop();
});
beforeEach(async () => {
  await database.pool.query(`
    TRUNCATE productos, ubicaciones, proveedores, categorias_config CASCADE;
    INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria) VALUES ('T1', '01', 'Uno', 'tienda', 'America/Lima');
    INSERT INTO productos (id, codigo, descripcion, categoria, unidades_por_bulto) VALUES ('P1', 'C1', 'Uno', 'A', 6);
    INSERT INTO proveedores (id, codigo, nombre) VALUES ('S1', 'ACME', 'Acme');`);
});

function duckType(type: FieldType): string {
  if (type.kind === 'decimal') return `DECIMAL(${type.precision}, ${type.scale})`;
  return {
    text: 'VARCHAR',
    integer: 'INTEGER',
    boolean: 'BOOLEAN',
    date: 'DATE',
    time: 'TIME',
    instant: 'TIMESTAMPTZ',
  }[type.kind];
}

interface Loaded extends MasterCounts {
  readonly rejects: readonly Record<string, unknown>[];
}

/** Loads lines, numbered from 2, of which each gives the values of `fields` in their order. */
async function load(
  name: FeedName,
  fields: string,
  lines: readonly (readonly (string | number | boolean | null)[])[],
): Promise<Loaded> {
  const duck = scratch.connection;
  const feed = feeds[name];
  const delivered = fields.split(' ');
  await duck.run(
    'CREATE OR REPLACE TABLE rejects (line BIGINT, field VARCHAR, value VARCHAR, reason VARCHAR, ubicacion_id VARCHAR, fecha DATE)',
  );
  await duck.run(
    `CREATE OR REPLACE TABLE rows (line BIGINT, ${feed.fields.map((field) => `"${field.name}" ${duckType(field.type)}`).join(', ')})`,
  );
  const literal = (value: string | number | boolean | null) =>
    typeof value === 'string' ? `'${value}'` : String(value);
  const values = lines.map((line, index) => `(${[index + 2, ...line].map(literal).join(', ')})`);
  await duck.run(
    `INSERT INTO rows (line, ${delivered.map((field) => `"${field}"`).join(', ')}) VALUES ${values.join(', ')}`,
  );
  const tables = { rows: 'rows', rejects: 'rejects' };
  const counts = await withTransaction(database.pool, (client) =>
    loadMasterRows({ client, duck, tables, feed, delivered: new Set(delivered) }),
  );
  const rejects = await smallRowsJson(
    duck,
    'SELECT line::INTEGER AS line, field, value, reason FROM rejects ORDER BY line',
  );
  const [left] = await smallRowsJson(duck, 'SELECT count(*)::INTEGER AS rows FROM rows');
  expect(left).toEqual({ rows: lines.length - counts.rejected });
  expect(counts.rejected).toBe(rejects.length);
  return { ...counts, rejects };
}

const none = { inserted: 0, changed: 0, same: 0, rejected: 0, repeated: 0, placeholders: 0, rejects: [] };

async function ask(sql: string): Promise<readonly Record<string, unknown>[]> {
  return (await database.pool.query<Record<string, unknown>>(sql)).rows;
}

it('writes what a delivery has, and touches only what it changes', async () => {
  const [before] = await ask(`SELECT updated_at FROM productos`);
  const fields = 'codigo descripcion categoria';
  const lines = [
    ['C1', 'Uno', 'A'],
    ['N1', 'Nuevo', 'B'],
  ];
  expect(await load('productos', fields, lines)).toEqual({ ...none, inserted: 1, same: 1 });
  expect(await load('productos', fields, lines)).toEqual({ ...none, same: 2 });
  expect(
    await ask(`SELECT id, codigo, descripcion, unidades_por_bulto AS b, activo FROM productos ORDER BY id`),
  ).toEqual([
    { id: 'N1', codigo: 'N1', descripcion: 'Nuevo', b: '1.0000', activo: true },
    { id: 'P1', codigo: 'C1', descripcion: 'Uno', b: '6.0000', activo: true },
  ]);
  expect(await ask(`SELECT updated_at FROM productos WHERE id = 'P1'`)).toEqual([before]);
  expect(await load('productos', fields, [['C1', 'Otro', 'A']])).toEqual({ ...none, changed: 1 });
  expect(await ask(`SELECT updated_at > created_at AS touched FROM productos WHERE id = 'P1'`)).toEqual([
    { touched: true },
  ]);
});

it('takes an empty cell for the default of its column, else for no value, as often as it is loaded', async () => {
  const fields = 'id codigo descripcion categoria unidades_por_bulto marca activo';
  const lines = [
    ['P1', 'C1', 'Uno', 'A', null, null, null],
    ['P2', 'C2', 'Dos', 'A', null, null, null],
  ];
  await database.pool.query(`UPDATE productos SET marca = 'Marca', activo = false`);
  expect(await load('productos', fields, lines)).toEqual({ ...none, inserted: 1, changed: 1 });
  expect(await load('productos', fields, lines)).toEqual({ ...none, same: 2 });
  expect(await ask(`SELECT DISTINCT unidades_por_bulto::int AS b, marca, activo FROM productos`)).toEqual([
    { b: 1, marca: null, activo: true },
  ]);
  // A store without a zone would have no business day: it keeps the one it has.
  const stores = [
    ['01', 'Uno', 'tienda', null],
    ['02', 'Dos', 'cedi', null],
  ];
  expect(await load('ubicaciones', 'codigo nombre tipo zona_horaria', stores)).toEqual({
    ...none,
    inserted: 1,
    same: 1,
  });
  expect(await ask('SELECT id, zona_horaria AS zona FROM ubicaciones ORDER BY id')).toEqual([
    { id: '02', zona: 'America/Caracas' },
    { id: 'T1', zona: 'America/Lima' },
  ]);
});

it('completes placeholders', async () => {
  await database.pool.query(`SELECT fluxion.insert_placeholder_products(ARRAY['C1', 'X', 'Y']);
    UPDATE productos SET codigo = 'C0' WHERE id = 'P1';
    INSERT INTO ubicaciones (id, codigo, nombre, tipo, es_provisional) VALUES ('T9', 'T9', 'T9', 'tienda', true)`);
  // 'C1' got a code of its own, because P1 had it; Y's code is another product's in the catalogue.
  const lines = [
    [null, 'C1', 'Uno otra vez', 'A'],
    ['X', 'X1', 'Equis', 'A'],
    ['Z', 'Y', 'Zeta', 'A'],
  ];
  expect(await load('productos', 'id codigo descripcion categoria', lines)).toEqual({
    ...none,
    inserted: 1,
    changed: 2,
  });
  expect(await ask('SELECT id, codigo, es_provisional AS p FROM productos ORDER BY id')).toEqual([
    { id: 'C1', codigo: 'C1', p: false },
    { id: 'P1', codigo: 'C0', p: false },
    { id: 'X', codigo: 'X1', p: false },
    { id: 'Y', codigo: expect.stringMatching(/^PROV-/), p: true },
    { id: 'Z', codigo: 'Y', p: false },
  ]);
  expect(await load('ubicaciones', 'codigo nombre tipo', [['T9', 'Nueve', 'tienda']])).toEqual({ ...none, changed: 1 });
  expect(await ask('SELECT nombre FROM ubicaciones WHERE es_provisional')).toEqual([]);
});

it('rejects what the tables would refuse, each line with its reason', async () => {
  await database.pool.query(
    `INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('P2', 'C2', 'Dos', 'A')`,
  );
  const products = [
    ['P9', 'C1', 'x', 'A', 1],
    [null, 'P2', 'x', 'A', 1],
    ['P5', 'C5', 'x', 'A', 0],
    ['P6', 'C6', 'x', 'A', 1],
    ['P7', 'C6', 'x', 'A', 1],
  ];
  expect(await load('productos', 'id codigo descripcion categoria unidades_por_bulto', products)).toMatchObject({
    inserted: 1,
    rejects: [
      { line: 2, field: 'codigo', value: 'C1', reason: 'is the code of P1 already' },
      { line: 3, field: 'codigo', value: 'P2', reason: 'is the id of another row, whose code is C2' },
      { line: 4, field: 'unidades_por_bulto', value: '0.0000', reason: 'is not above 0' },
      { line: 5, field: 'codigo', value: 'C6', reason: 'is given again in line 6' },
    ],
  });
  const stores = [
    ['01', 'Uno', 'tienda', 'America/Lima'],
    ['02', 'Dos', 'tienda', 'VET'],
    ['03', 'Tres', 'tienda', 'Mars/Base'],
  ];
  expect(await load('ubicaciones', 'codigo nombre tipo zona_horaria', stores)).toMatchObject({
    same: 1,
    rejects: [
      { line: 3, value: 'VET' },
      { line: 4, value: 'Mars/Base', reason: 'is not a time zone such as America/Caracas' },
    ],
  });
  expect(
    await load('proveedores', 'codigo nombre calificacion_precio', [
      ['ACME', 'Acme', 6],
      ['B', 'B', 5],
    ]),
  ).toMatchObject({
    inserted: 1,
    rejects: [{ line: 2, field: 'calificacion_precio', value: '6', reason: 'is not between 1 and 5' }],
  });
});

it('sets a product up in a store, and prices only what is set up', async () => {
  const settings = [
    ['01', 'P1', 5, 10],
    ['T1', 'NUEVO', 5, 10],
    ['T7', 'P1', 5, 10],
    ['T1', 'P1', 10, 10],
  ];
  expect(await load('configuracion', 'ubicacion_id producto_id stock_minimo stock_maximo', settings)).toMatchObject({
    inserted: 2,
    placeholders: 1,
    rejects: [
      { line: 4, field: 'ubicacion_id', value: 'T7', reason: 'is not in ubicaciones, neither as an id nor as a code' },
      { line: 5, field: 'stock_maximo', value: '10.0000', reason: 'is not above stock_minimo' },
    ],
  });
  expect(await ask('SELECT id FROM productos WHERE es_provisional')).toEqual([{ id: 'NUEVO' }]);
  const prices = [
    ['01', 'P1', 2.5],
    ['T1', 'P1', 2.5],
    ['T1', 'NUEVO', 1],
    ['T1', 'NUEVO', 3],
    ['T1', 'OTRO', 9],
  ];
  expect(await load('precios', 'ubicacion_id producto_id precio_venta', prices)).toMatchObject({
    changed: 2,
    repeated: 1,
    placeholders: 0,
    rejects: [
      { line: 4, field: 'producto_id', value: 'NUEVO', reason: 'is given again in line 5' },
      { line: 6, value: 'OTRO', reason: 'has no configuration in the store yet: load the feed configuracion first' },
    ],
  });
  expect(
    await ask(
      'SELECT producto_id AS p, precio_venta AS v, stock_minimo::int AS m FROM producto_ubicacion_config ORDER BY 1',
    ),
  ).toEqual([
    { p: 'NUEVO', v: '3.0000', m: 5 },
    { p: 'P1', v: '2.5000', m: 5 },
  ]);
  expect(await load('precios', 'ubicacion_id producto_id precio_venta', prices.slice(0, 1))).toEqual({
    ...none,
    same: 1,
  });
});

it('keeps suppliers of products and settings of categories', async () => {
  const suppliers = [
    ['P1', 'ACME', 4],
    ['P8', 'S1', 4],
    ['P1', 'Nadie', 4],
  ];
  expect(await load('producto_proveedor', 'producto_id proveedor_id precio_compra', suppliers)).toMatchObject({
    inserted: 2,
    placeholders: 1,
    rejects: [{ line: 4, value: 'Nadie', reason: 'is not in proveedores, neither as an id nor as a code' }],
  });
  await database.pool.query(
    `INSERT INTO categorias_config (categoria, subcategoria, dias_cobertura_min) VALUES ('A', '', 1)`,
  );
  const categories = [
    ['A', null, 3],
    ['A', 'a', 4],
    ['B', null, 5],
    ['B', null, 5],
  ];
  const fields = 'categoria subcategoria dias_cobertura_min';
  expect(await load('categorias', fields, categories)).toEqual({ ...none, inserted: 2, changed: 1, repeated: 1 });
  expect(await load('categorias', fields, categories)).toEqual({ ...none, same: 3, repeated: 1 });
  expect(await load('categorias', 'categoria', [['A'], ['C']])).toEqual({ ...none, inserted: 1, same: 1 });
});

const example = {
  text: 'X',
  decimal: 2.5,
  integer: 3,
  boolean: true,
  date: '2024-02-29',
  time: '08:30:00',
  instant: '2024-02-29 08:30:00+00',
} as const;
const particular: Readonly<Record<string, string | number>> = {
  ubicacion_id: 'T1',
  producto_id: 'P1',
  proveedor_id: 'S1',
  zona_horaria: 'Europe/Madrid',
  tipo: 'cedi',
  abc_classification: 'A',
  xyz_classification: 'Z',
  moneda: 'USD',
  stock_minimo: 1,
};

it('has a column for every field of every feed', async () => {
  // In this order, so that a product is set up before it is priced.
  for (const name of feedNames.toSorted()) {
    const feed = feeds[name];
    if (feed.unit !== 'row') continue;
    const line = feed.fields.map((field) => particular[field.name] ?? example[field.type.kind]);
    const fields = feed.fields.map((field) => field.name).join(' ');
    const first = await load(name, fields, [line]);
    expect([name, first.inserted + first.changed]).toEqual([name, 1]);
    expect([name, await load(name, fields, [line])]).toEqual([name, { ...none, same: 1 }]);
  }
  expect(await ask(`SELECT horario_apertura AS a, latitud AS l FROM ubicaciones WHERE id = 'X'`)).toEqual([
    { a: '08:30:00', l: '2.500000' },
  ]);
});
