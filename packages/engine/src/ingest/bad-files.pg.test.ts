import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileDeliveries } from '../sources/index.ts';
import { load } from './load.ts';
import type { DeliveryReport, RejectedLine } from './report.ts';
import { badFiles, oldDay, storesSql, type BadFile } from './testing/bad-files/index.ts';
import { contradictionsOf } from './testing/contents.ts';

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-bad-'));
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(storesSql);
  await writeFile(
    join(folder, 'old.csv'),
    `tienda,fecha,factura,linea,producto,cantidad,precio\nC1,${oldDay.date},OLD,1,P1,1,1\n`,
  );
  await loaded([join(folder, 'old.csv')]);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await database.pool.query(
    `DELETE FROM ventas_raw WHERE fecha <> '${oldDay.date}'; DELETE FROM movimientos_inventario;
     DELETE FROM cargas WHERE fecha <> '${oldDay.date}'; DELETE FROM rechazos;
     DELETE FROM entregas WHERE id > 1;
     DELETE FROM productos WHERE es_provisional`,
  );
});

async function loaded(
  paths: readonly string[],
  {
    flags = { feed: 'ventas' },
    maxErrors,
    dryRun = false,
  }: Pick<BadFile, 'flags' | 'maxErrors'> & { dryRun?: boolean } = {},
): Promise<readonly DeliveryReport[]> {
  const { deliveries } = await fileDeliveries(paths, flags, { folder });
  return load({ pool: database.pool, folder, deliveries, maxErrors, dryRun });
}

/** Loads files of a folder of their own. @returns also that folder's name, as sentences have it */
async function loadedFiles(
  bad: BadFile,
): Promise<{ readonly reports: readonly DeliveryReport[]; readonly in: string }> {
  const path = join(await mkdtemp(join(folder, 'in-')), 'day');
  await mkdir(path);
  for (const [name, content] of Object.entries(bad.files)) await writeFile(join(path, name), content);
  try {
    return { reports: await loaded([path], bad), in: `${path}/` };
  } catch (error) {
    if (error instanceof Error) error.message = error.message.replaceAll(`${path}/`, '');
    throw error;
  }
}

const lines = async (sql: string) => (await database.pool.query<{ line: string }>(sql)).rows.map(({ line }) => line);
const sales = () =>
  lines(
    `SELECT concat_ws(' ', ubicacion_id, fecha, numero_factura, linea, producto_id, trim_scale(cantidad),
       trim_scale(monto_total), to_char(fecha_hora AT TIME ZONE 'UTC', 'HH24:MI')) AS line
     FROM ventas_raw WHERE fecha <> '${oldDay.date}' ORDER BY ubicacion_id, fecha, linea, abs(cantidad)`,
  );
const oldSales = () =>
  lines(
    `SELECT concat_ws(' ', ubicacion_id, fecha, numero_factura, linea, producto_id, trim_scale(cantidad), trim_scale(monto_total)) AS line
     FROM ventas_raw WHERE fecha = '${oldDay.date}'`,
  );
const ledgerOf = async () => {
  const [last] = await lines(
    `SELECT concat_ws(' ', resultado, filas_leidas, filas_cargadas, filas_rechazadas) AS line FROM entregas ORDER BY id DESC LIMIT 1`,
  );
  return last;
};

const countsOf = ({ read, loaded: good, rejected, repeated }: DeliveryReport) =>
  `${read} = ${good} + ${rejected} + ${repeated}`;
const rejectOf = ({ line, field, value, reason }: RejectedLine) =>
  [line, field, value === undefined ? undefined : `"${value}"`, reason].filter((part) => part !== undefined).join(' ');

describe('of a bad file', () => {
  it.for(badFiles.filter(({ expected }) => expected.outcome !== 'stopped').map((bad) => [bad.kind, bad] as const))(
    'nothing is lost, and it is said what is wrong: %s',
    async ([, bad]) => {
      const { expected } = bad;
      const { reports, in: where } = await loadedFiles(bad);
      const last = reports.at(-1);
      if (!last) throw new Error('nothing was loaded');
      expect({
        outcome: last.outcome,
        error: last.error,
        says: last.message?.replaceAll(where, '') ?? null,
        counts: countsOf(last),
        rejects: last.rejects.map(rejectOf),
        placeholders: last.placeholders,
        sales: await sales(),
        oldSales: await oldSales(),
        contradictions: (await contradictionsOf(database.pool)).filter((line) => !/^0 (?:vacia|fallida)$/.test(line)),
      }).toEqual({
        outcome: expected.outcome,
        error: expected.error ?? null,
        says: expected.says ?? null,
        counts: expected.counts ?? '0 = 0 + 0 + 0',
        rejects: expected.rejects ?? [],
        placeholders: expected.placeholders ?? 0,
        sales: expected.sales ?? [],
        oldSales: [oldDay.sale],
        contradictions: [],
      });
      // Of what is loaded no line is lost; of what is refused as a whole nothing is loaded.
      for (const { outcome, read, loaded: good, rejected, repeated, same } of reports)
        expect(outcome === 'fallida' ? good : read).toBe(outcome === 'fallida' ? 0 : good + rejected + repeated + same);
      expect(await ledgerOf()).toBe([last.outcome, last.read, last.loaded, last.rejected].join(' '));
      expect(await lines('SELECT concat_ws($$ $$, linea, razon, texto) AS line FROM rechazos ORDER BY numero')).toEqual(
        last.rejects.map(({ line, reason, text }) => `${line} ${reason} ${text}`),
      );
      requireTexts(bad, last.rejects);
      // What is wrong with the file itself is known beforehand, and says the same.
      if (last.error === null || last.units.length > 0) return;
      const described = await loaded([where], { ...bad, dryRun: true });
      expect(described.at(-1)).toMatchObject({ error: last.error, message: last.message, rejects: last.rejects });
    },
  );

  it.for(badFiles.filter(({ expected }) => expected.outcome === 'stopped').map((bad) => [bad.kind, bad] as const))(
    'nothing is begun: %s',
    async ([, bad]) => {
      const { error: code, says: message } = bad.expected;
      await expect(loadedFiles(bad)).rejects.toMatchObject({ code, message });
      expect(await sales()).toEqual([]);
    },
  );
});

/** Each rejected line is told as it stands in its file, as far as that is text. */
function requireTexts({ files }: BadFile, rejects: readonly RejectedLine[]): void {
  const [content] = Object.values(files);
  for (const { line, text } of rejects) {
    expect(text).not.toBe('');
    if (typeof content !== 'string' || content.startsWith('[')) continue;
    const there = content.split('\n')[line - 1]?.replaceAll('\0', '␀');
    expect(there?.slice(0, text.length)).toBe(text);
  }
}

describe('a path', () => {
  const path = (name: string) => join(folder, name);

  it.each([
    ['that does not exist', 'none.csv', 'SOURCE_NOT_FOUND', 'There is no file or folder none.csv.'],
    ['of an empty folder', 'empty', 'SOURCE_NOT_FOUND', 'empty holds no file that could be loaded.'],
    ['of a folder with a description only', 'lone', 'SOURCE_NOT_FOUND', 'lone holds no file that could be loaded.'],
    ['below a file', 'old.csv/day.csv', 'SOURCE_NOT_FOUND', 'There is no file or folder old.csv/day.csv.'],
  ])('%s stops everything', async (_, name, code, sentence) => {
    await mkdir(path('empty'), { recursive: true });
    await mkdir(path('lone'), { recursive: true });
    await writeFile(path('lone/feed.json'), '{ "feed": "ventas" }');
    const message = sentence.replaceAll(name, path(name));
    await expect(loaded([path('old.csv'), path(name)])).rejects.toMatchObject({ code, message });
  });

  it('of a folder that is called as a file is one of a folder', async () => {
    await mkdir(path('folder.csv'));
    await writeFile(path('folder.csv/day.csv'), '');
    expect(await loaded([path('folder.csv')])).toMatchObject([{ name: path('folder.csv/day.csv') }]);
  });

  it('of something that is no file fails by itself', async () => {
    await mkdir(path('links'));
    await symlink(path('nowhere'), path('links/gone.csv'));
    await symlink(path('links'), path('links/round'));
    expect(await loaded([path('links'), '/dev/null'])).toMatchObject([
      { error: 'SOURCE_NOT_FOUND', message: `There is no file ${path('links/gone.csv')}. Check the path.` },
      {
        error: 'SOURCE_UNREADABLE',
        message: '/dev/null is a pipe or a device, which cannot be read twice. Save it as a file.',
      },
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is told as such', async () => {
    await mkdir(path('closed'));
    await writeFile(path('closed.csv'), 'x');
    await chmod(path('closed.csv'), 0);
    await chmod(path('closed'), 0);
    const message = `${path('closed.csv')} may not be read by this user. Check its permissions.`;
    expect(await loaded([path('closed.csv')])).toMatchObject([{ error: 'SOURCE_UNREADABLE', message }]);
    await expect(loaded([path('closed')])).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
    await chmod(path('closed'), 0o700);
  });
});
