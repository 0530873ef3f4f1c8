import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectFor } from './source-selects.ts';

let connection: DuckDBConnection;

beforeEach(async () => {
  const instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
});
afterEach(() => connection.closeSync());

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson();
}

async function columnsOf(table: string): Promise<Map<string, string>> {
  const found = await rows(
    `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = '${table}'`,
  );
  return new Map(found.map(({ name, type }) => [String(name), String(type)]));
}

/** What the built-in select reads from the table, or undefined if there is none. */
async function selected(table: string): Promise<Record<string, unknown>[] | undefined> {
  const select = selectFor(table, await columnsOf(table));
  return select === undefined ? undefined : rows(`SELECT * FROM (${select}) AS selected ORDER BY id`);
}

const stores = `
  CREATE TABLE ubicaciones (id VARCHAR, zona_horaria VARCHAR, created_at TIMESTAMP);
  INSERT INTO ubicaciones VALUES ('CCS', 'America/Caracas', '2024-01-01 08:00'), ('CHI', 'America/Chicago', NULL),
    ('CC2', 'America/Caracas', NULL), ('NIL', NULL, NULL);`;

describe('instants', () => {
  it("takes a fact's naive timestamps for the store's own time, winter and summer", async () => {
    await connection.run(`${stores}
      CREATE TABLE movimientos_inventario (id VARCHAR, ubicacion_id VARCHAR, fecha DATE, fecha_hora TIMESTAMP);
      INSERT INTO movimientos_inventario VALUES ('1', 'CCS', '2024-07-01', '2024-07-01 22:30'), ('2', 'CHI', '2024-07-01', '2024-07-01 22:30'),
        ('3', 'CHI', '2024-01-01', '2024-01-01 22:30'), ('4', 'NIL', '2024-07-01', '2024-07-01 22:30'),
        ('5', 'gone', '2024-07-01', '2024-07-01 22:30'), ('6', 'CCS', '2024-07-01', NULL)`);
    const instants = (await selected('movimientos_inventario'))?.map((row) => row.fecha_hora);
    expect(instants).toEqual([
      '2024-07-02 02:30:00+00',
      '2024-07-02 03:30:00+00',
      '2024-01-02 04:30:00+00',
      '2024-07-02 02:30:00+00',
      '2024-07-02 02:30:00+00',
      null,
    ]);
  });

  it("takes the server's own timestamps for UTC, in masters and in facts", async () => {
    await connection.run(`${stores}
      CREATE TABLE facturas (id VARCHAR, ubicacion_id VARCHAR, fecha DATE, fecha_hora TIMESTAMP, created_at TIMESTAMP);
      INSERT INTO facturas VALUES ('1', 'CCS', '2024-07-01', '2024-07-01 10:00', '2024-07-01 10:00')`);
    expect((await selected('ubicaciones'))?.find(({ id }) => id === 'CCS')?.created_at).toBe('2024-01-01 08:00:00+00');
    expect(await selected('facturas')).toMatchObject([
      { fecha_hora: '2024-07-01 14:00:00+00', created_at: '2024-07-01 10:00:00+00' },
    ]);
  });

  it('leaves instants that have a zone, and tables that fit, as they are', async () => {
    const typed = new Map([
      ['id', 'VARCHAR'],
      ['ubicacion_id', 'VARCHAR'],
      ['fecha', 'DATE'],
      ['fecha_hora', 'TIMESTAMP WITH TIME ZONE'],
    ]);
    expect(selectFor('ventas_raw', typed)).toBeUndefined();
    expect(selectFor('conjuntos_sustituibles', new Map([['id', 'VARCHAR']]))).toBeUndefined();
  });

  it("leaves other people's tables, and types that would lose digits, as they are", () => {
    expect(selectFor('clientes', new Map([['alta', 'TIMESTAMP']]))).toBeUndefined();
    expect(selectFor('productos', new Map([['created_at', 'TIMESTAMP_NS']]))).toBeUndefined();
  });

  it('takes stores without a zona_horaria column for stores of the default zone', async () => {
    await connection.run(`
      CREATE TABLE ubicaciones (id VARCHAR); INSERT INTO ubicaciones VALUES ('A');
      CREATE TABLE ventas_raw (id BIGINT, ubicacion_id VARCHAR, fecha DATE, fecha_hora TIMESTAMP_S);
      INSERT INTO ventas_raw VALUES (1, 'A', '2024-07-01', '2024-07-01 10:00')`);
    expect(await selected('ventas_raw')).toMatchObject([{ fecha_hora: '2024-07-01 14:00:00+00' }]);
  });
});

describe('keys that Fluxion adds', () => {
  const receipts = `${stores}
    CREATE TABLE facturas (id VARCHAR, ubicacion_id VARCHAR);
    CREATE TABLE items_facturas (id VARCHAR, factura_id VARCHAR, fecha DATE, fecha_hora TIMESTAMP, "de más" INTEGER);
    INSERT INTO facturas VALUES ('F1', 'CCS'), ('F2', 'CHI');
    INSERT INTO items_facturas VALUES ('1', 'F1', '2024-07-01', '2024-07-01 10:00', 7), ('2', 'F2', '2024-07-01', '2024-07-01 10:00', 8);`;

  it("gives a receipt line its receipt's store, and keeps every column of the file", async () => {
    await connection.run(receipts);
    expect(await selected('items_facturas')).toMatchObject([
      { id: '1', factura_id: 'F1', ubicacion_id: 'CCS', fecha_hora: '2024-07-01 14:00:00+00', 'de más': 7 },
      { id: '2', factura_id: 'F2', ubicacion_id: 'CHI', fecha_hora: '2024-07-01 15:00:00+00', 'de más': 8 },
    ]);
  });

  it('keeps a line without a receipt, with no store, so that the target refuses it', async () => {
    await connection.run(
      `${receipts} INSERT INTO items_facturas VALUES ('3', 'none', '2024-07-01', '2024-07-01 10:00', 9)`,
    );
    expect((await selected('items_facturas'))?.at(2)).toMatchObject({ id: '3', ubicacion_id: null });
  });

  it('fails where two receipts have one id, instead of doubling the line', async () => {
    await connection.run(`${receipts} INSERT INTO facturas VALUES ('F1', 'CHI')`);
    await expect(selected('items_facturas')).rejects.toThrow(/more than one row/i);
  });

  it('does not ask the receipts where the line says its store', async () => {
    await connection.run(`${stores}
      CREATE TABLE items_facturas (id VARCHAR, factura_id VARCHAR, ubicacion_id VARCHAR, fecha DATE, fecha_hora TIMESTAMP);
      INSERT INTO items_facturas VALUES ('1', 'F1', 'CHI', '2024-07-01', '2024-07-01 10:00')`);
    expect(await selected('items_facturas')).toMatchObject([
      { ubicacion_id: 'CHI', fecha_hora: '2024-07-01 15:00:00+00' },
    ]);
  });

  it("derives a business date that the file does not have from the instant, in the store's zone", async () => {
    await connection.run(`${stores}
      CREATE TABLE facturas (id VARCHAR, ubicacion_id VARCHAR, fecha_hora TIMESTAMPTZ);
      INSERT INTO facturas VALUES ('1', 'CCS', '2024-07-02 03:59:59+00'), ('2', 'CCS', '2024-07-02 04:00:00+00');
      CREATE TABLE movimientos_inventario (id VARCHAR, ubicacion_id VARCHAR, fecha_hora TIMESTAMP);
      INSERT INTO movimientos_inventario VALUES ('1', 'CCS', '2024-07-01 23:59:59')`);
    expect((await selected('facturas'))?.map(({ fecha }) => fecha)).toEqual(['2024-07-01', '2024-07-02']);
    expect(await selected('movimientos_inventario')).toMatchObject([{ fecha: '2024-07-01' }]);
  });
});
