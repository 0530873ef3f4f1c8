import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryReport, Outcome } from '../../ingest/index.ts';
import type { LoadTask } from '../queue/index.ts';
import { recover } from './recover.ts';

let database: TestDatabase;
let folder: string;
let tasks: LoadTask[];

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  folder = await mkdtemp(join(tmpdir(), 'fluxion-recover-'));
  for (const name of ['semana.csv', 'vieja.csv', 'diario.csv']) await writeFile(join(folder, name), 'x');
  await database.pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES
      ('T1', '01', 'Centro', 'tienda'), ('T2', '02', 'Este', 'tienda'), ('T3', '03', 'Oeste', 'tienda');
    INSERT INTO fuentes (nombre, definicion, activo) VALUES
      ('lineas', '{"feed": "ventas", "stores": ["T1", "T2"]}', true), ('recibos', '{"feed": "facturas", "stores": ["02"]}', true),
      ('vieja', '{"feed": "ventas"}', false), ('conteos', '{"feed": "inventario"}', true);
    INSERT INTO entregas (id, fuente, origen, nombre, huella, unidades, resultado, terminada)
    SELECT id, 'ventas', 'archivo', '${folder}/' || archivo || '.csv', huella, unidades, resultado, now()
    FROM (VALUES (1, 'semana', 'a', 2, 'cargada'), (2, 'borrado', 'b', 1, 'cargada'), (3, 'vieja', 'c', 2, 'cargada'),
      (4, 'vieja', 'c', 0, 'igual'), (5, 'diario', 'd', 1, 'cargada'), (6, 'diario', 'e', 1, 'cargada'))
      AS v (id, archivo, huella, unidades, resultado);
    INSERT INTO cargas (fuente, ubicacion_id, fecha, entrega_id, archivo, resultado, terminada, filas_leidas, filas_cargadas)
    SELECT 'ventas', 'T3', fecha, entrega, '${folder}/' || archivo || '.csv', 'cargada', now(), 1, 1
    FROM (VALUES (DATE '2024-03-01', 1, 'semana'), ('2024-03-02', 1, 'semana'), ('2024-03-03', 2, 'borrado'),
      ('2024-03-04', 3, 'vieja'), ('2024-03-05', 5, 'diario')) AS v (fecha, entrega, archivo)`);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});
beforeEach(() => {
  tasks = [];
});

const unit = (ubicacion_id: string, fecha = '2024-03-01', lineas = 0) => ({ ubicacion_id, fecha, lineas });

function report(outcome: Outcome, units: DeliveryReport['units'] = [], message: string | null = null): DeliveryReport {
  const sums = { read: {}, loaded: {}, rejected: {} };
  const counts = { read: 0, loaded: 0, rejected: 0, repeated: 0, same: 0, placeholders: 0, seconds: 0 };
  const rest = { rejects: [], understanding: null, error: null };
  return { name: 'x', feed: 'ventas', outcome, ...counts, sums, units, message, ...rest };
}

/** A loader that brings 10 rows of the day of each task to its store. */
const brings = async (task: LoadTask): Promise<readonly DeliveryReport[]> => {
  tasks.push(task);
  if (task.kind === 'file') {
    const dates = ['2024-03-01', '2024-03-02'];
    const units = dates.map(
      (fecha) => ({ ubicacionId: 'T3', fecha, outcome: 'cargada', rows: 5, sums: {}, message: null }) as const,
    );
    return [report('cargada', units)];
  }
  const units = [
    { ubicacionId: task.store, fecha: task.date, outcome: 'cargada', rows: 10, sums: {}, message: null },
  ] as const;
  return [report('cargada', units)];
};

describe('recover', () => {
  it('asks the store’s source, for receipts rather than lines, and else takes the file that is still there', async () => {
    const units = [unit('T1'), unit('T2'), unit('T3'), unit('T3', '2024-03-02', 7), unit('T3', '2024-03-03')];
    const recovered = await recover({ db: database.pool, units, load: brings });
    expect(
      recovered.map(({ ubicacion_id, resultado, origen, filas }) => [ubicacion_id, resultado, origen, filas]),
    ).toEqual([
      ['T1', 'cargada', 'lineas: T1 2024-03-01', 10],
      ['T2', 'cargada', 'recibos: T2 2024-03-01', 10],
      ['T3', 'cargada', join(folder, 'semana.csv'), 5],
      ['T3', 'cargada', join(folder, 'semana.csv'), 5],
      ['T3', 'sin_origen', null, 0],
    ]);
    // The file, which holds two of them, is read once; of one of the two nothing is left.
    expect(tasks).toHaveLength(3);
    expect(tasks).toContainEqual({ kind: 'file', path: join(folder, 'semana.csv'), force: true });
  });

  it('leaves a file alone that holds a day which another has brought since', async () => {
    // Of the second, whose day another has brought, the ledger knows only that an earlier file of its name held other days.
    const units = [unit('T3', '2024-03-04'), unit('T3', '2024-03-05')];
    const recovered = await recover({ db: database.pool, units, load: brings });
    expect(recovered.map(({ resultado }) => resultado)).toEqual(['sin_origen', 'sin_origen']);
  });

  it('overrides the ledger only where nothing of a day is left', async () => {
    await recover({ db: database.pool, units: [unit('T1'), unit('T2', '2024-03-01', 5)], load: brings, atOnce: 1 });
    expect(tasks.map(({ force }) => force)).toEqual([true, false]);
  });

  it('goes on after one that fails, and says why', async () => {
    const load = async (task: LoadTask) => {
      if (task.kind === 'source' && task.store === 'T1') throw new Error('no answer');
      return task.kind === 'source' ? [report('fallida', [], 'it is an error page')] : brings(task);
    };
    const seen: string[] = [];
    const units = [unit('T1'), unit('T2'), unit('T3')];
    const recovered = await recover({
      db: database.pool,
      units,
      load,
      atOnce: 1,
      onUnit: ({ ubicacion_id }) => seen.push(ubicacion_id),
    });
    expect(recovered.map(({ resultado, mensaje }) => [resultado, mensaje])).toEqual([
      ['fallida', 'no answer'],
      ['fallida', 'it is an error page'],
      ['cargada', null],
    ]);
    expect(seen).toEqual(['T1', 'T2', 'T3']);
  });

  it('tells what is there already from what is not in the delivery', async () => {
    const answers = { T1: report('igual', [], 'loaded before'), T2: report('cargada') };
    const load = async (task: LoadTask) => [task.kind === 'source' && task.store === 'T1' ? answers.T1 : answers.T2];
    const recovered = await recover({ db: database.pool, units: [unit('T1'), unit('T2')], load });
    expect(recovered.map(({ resultado, mensaje }) => [resultado, mensaje])).toEqual([
      ['igual', 'loaded before'],
      ['fallida', 'It does not hold this day.'],
    ]);
  });

  it('loads only so many at the same time, and stops at the signal', async () => {
    const units = Array.from({ length: 12 }, (_, index) => unit('T1', `2024-03-${String(index + 1).padStart(2, '0')}`));
    const stop = new AbortController();
    let running = 0;
    let most = 0;
    let loads = 0;
    const load = async (task: LoadTask) => {
      most = Math.max(most, ++running);
      await database.pool.query('SELECT 1');
      running--;
      if (++loads === 5) stop.abort(new Error('stopped'));
      return brings(task);
    };
    await expect(recover({ db: database.pool, units, load, atOnce: 3, signal: stop.signal })).rejects.toThrow(
      'stopped',
    );
    expect(most).toBe(3);
    expect(loads).toBeLessThan(9);
  });
});
