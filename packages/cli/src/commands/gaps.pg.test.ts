import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fluxionHere } from '../testing/fluxion-here.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', '01', 'Centro', 'tienda'), ('T2', '02', 'Este', 'tienda');
    SELECT fluxion.ensure_partitions('2024-03-01', '2024-03-31');
    INSERT INTO ventas_raw (ubicacion_id, fecha, cantidad, monto_total)
      VALUES ('T1', '2024-03-01', 1, 1), ('T1', '2024-03-03', 1, 1), ('T2', '2024-03-03', 1, 1)`);
});
afterAll(() => database.drop());

const fluxion = (...args: string[]) => fluxionHere(args, { DATABASE_URL: database.url });

describe('fluxion gaps', () => {
  it('shows the calendar, and ends with 3 where something is missing', async () => {
    const { exitCode, stdout } = await fluxion('gaps', '--from', '2024-03-01', '--to', '2024-03-03');
    expect(exitCode).toBe(3);
    expect(stdout).toContain('01 Centro  .M.\n02 Este      .\n');
    expect(stdout).toContain('01 Centro  2024-03-02  missing');
  });

  it('ends with 0 where nothing is, and gives all of it as JSON', async () => {
    const { exitCode, stdout } = await fluxion('gaps', '--from', '2024-03-03', '--to', '2024-03-03', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      fecha_inicio: '2024-03-03',
      tiendas: [{ codigo: '01', huecos: 0, dias: [{ estado: 'cargada', lineas: 1 }] }, { codigo: '02' }],
      planificador: { ultima_vuelta: null, al_dia: false },
    });
  });

  it('refuses what is no range', async () => {
    const { exitCode, stderr } = await fluxion('gaps', '--from', 'ayer');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'fluxion: --from must be a date as YYYY-MM-DD, not "ayer"\n',
    });
  });
});

describe('fluxion recover', () => {
  it('says of each gap what became of it, and ends with 3 where one stays', async () => {
    const { exitCode, stdout, stderr } = await fluxion(
      'recover',
      '--from',
      '2024-03-01',
      '--to',
      '2024-03-03',
      '--store',
      '01',
    );
    const nothing = 'no source of the store, and no file that can be loaded again';
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 3,
      stdout: `1 store-day ${nothing}\n`,
      stderr: `2024-03-02  T1  ${nothing}\n`,
    });
  });

  it('has nothing to do where there are no gaps', async () => {
    const { exitCode, stdout } = await fluxion(
      'recover',
      '--from',
      '2024-03-01',
      '--to',
      '2024-03-03',
      '--store',
      'T2',
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'There are no gaps.\n' });
  });

  it('knows no store that is not there', async () => {
    const { exitCode, stderr } = await fluxion('recover', '--store', 'T9');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 4,
      stderr: 'fluxion: There is no store "T9", neither by id nor by code.\n',
    });
  });
});
