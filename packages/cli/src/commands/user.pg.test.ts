import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fluxionHere } from '../testing/fluxion-here.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', '01', 'Centro', 'tienda')`,
  );
});
afterAll(() => database.drop());

function user(...args: string[]) {
  return fluxionHere(['user', ...args], { DATABASE_URL: database.url });
}

async function json(...args: string[]) {
  const { stdout } = await user(...args, '--json');
  return JSON.parse(stdout);
}

it('adds people with a link, lists them, and gives them another link', async () => {
  expect((await user()).stdout).toBe('There is nobody yet.\n');
  const added = await user('add', 'Luis@Cadena.example', '--role', 'gerente_tienda', '--name', 'Luis', '--store', '01');
  expect({ exitCode: added.exitCode, stderr: added.stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(added.stdout).toMatch(/^ {2}\/app\/#enlace=fe_[\w-]{43}$/m);
  expect((await user()).stdout).toBe('luis@cadena.example  Luis: gerente_tienda; stores T1; no password yet\n');
  const { link, mail } = await json('link', 'luis@cadena.example');
  expect([link, mail]).toEqual([expect.stringMatching(/^fe_/), 'luis@cadena.example']);
  expect(added.stdout).not.toContain(link);
});

it('refuses what cannot be, in one line', async () => {
  const refusals = [
    await user('add', 'luis@cadena.example', '--role', 'visualizador'),
    await user('add', 'eva@cadena.example'),
    await user('add', 'eva@cadena.example', '--role', 'gerente_tienda', '--store', 'no hay'),
    await user('link', 'nadie@cadena.example'),
  ];
  expect(refusals.map(({ exitCode }) => exitCode)).toEqual([2, 2, 4, 4]);
  expect(refusals.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
    expect.stringContaining('is there already'),
    expect.stringContaining('needs a --role'),
    expect.stringContaining('There is no store "no hay"'),
    expect.stringContaining('There is nobody with the mail address "nadie@cadena.example"'),
  ]);
});

it('disables anybody but the last administrator, and tells the audit log', async () => {
  await user('add', 'root@cadena.example', '--role', 'super_admin');
  expect((await user('disable', 'root@cadena.example')).stderr).toContain('the last administrator');
  expect(await json('disable', 'luis@cadena.example')).toMatchObject({ active: false });
  expect((await user('link', 'luis@cadena.example')).stderr).toContain('is disabled');
  expect(await json('enable', 'luis@cadena.example')).toMatchObject({ active: true });
  expect(await json('reset', 'luis@cadena.example')).toMatchObject({ link: expect.stringMatching(/^fe_/) });
  const { rows } = await database.pool.query(
    'SELECT accion, usuario_id, detalle FROM fluxion.auditoria ORDER BY id DESC LIMIT 4',
  );
  expect(rows.map(({ accion }) => accion)).toEqual(['enlace', 'segundo_factor', 'usuario', 'usuario']);
  for (const row of rows) expect(row).toMatchObject({ usuario_id: null, detalle: { con: 'fluxion user' } });
});
