import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fluxion, startFluxion } from '../testing/fluxion.ts';

const shell = promisify(execFile);
const hasCurl = spawnSync('curl', ['--version']).status === 0;

/** What the printed line answers when it is pasted into a shell; without curl on this machine, what it would ask for. */
async function pasted(line: string): Promise<unknown> {
  if (hasCurl) return JSON.parse((await shell('sh', ['-c', line])).stdout);
  const [, authorization = '', url = ''] = /-H 'Authorization: ([^']*)' '([^']*)'$/.exec(line) ?? [];
  return (await fetch(url, { headers: { authorization } })).json();
}

const address = /running on (http:\/\/localhost:(\d+))/;

describe('fluxion up on a given database', () => {
  let database: TestDatabase;
  let home: string;
  beforeAll(async () => {
    database = await createTestDatabase({ template: 'empty' });
    home = await mkdtemp(join(tmpdir(), 'fluxion-up-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(home, { recursive: true, force: true });
  });

  const up = (...args: string[]) =>
    startFluxion(['up', '--port', '0', ...args], { DATABASE_URL: database.url, FLUXION_HOME: home });

  it('prints a link that signs in and a curl line that works when pasted, and stops at Ctrl-C', async () => {
    const running = up();
    const [, origin = ''] = await running.printed(address);
    const [curl] = await running.printed(/curl -s .*/);
    const [, dashboard = ''] = await running.printed(/^ {2}(http:\/\/localhost:\d+\/app\/)#token=fx_/m);
    expect((await fetch(dashboard)).status).toBe(200);
    expect((await fetch(`${origin}/ubicaciones`)).status).toBe(401);
    expect(await pasted(curl)).toEqual({ datos: [] });
    running.signal('SIGINT');
    expect(await running.ended).toMatchObject({ exitCode: 0, stderr: 'Stopping ...\n' });
    await expect(fetch(origin)).rejects.toThrow('fetch failed');
    const { rows } = await database.pool.query('SELECT revocado IS NOT NULL AS ended FROM tokens');
    expect(rows).toEqual([{ ended: true }]);
  });

  it('asks for the month of the last sales where there are some', async () => {
    await database.pool.query(
      `INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', 'T1', 'Tienda 1', 'tienda');
       SELECT fluxion.ensure_partitions('2026-02-01', '2026-02-28');
       INSERT INTO ventas_raw (id, ubicacion_id, fecha, numero_factura, cantidad, precio_unitario, monto_total)
       VALUES (1, 'T1', '2026-02-17', 'F1', 2, 5.25, 10.50)`,
    );
    const running = up('--json');
    const [line] = await running.printed(/^\{.*\}$/m);
    const { curl, lastDate } = JSON.parse(line);
    expect(lastDate).toBe('2026-02-17');
    expect(await pasted(curl)).toMatchObject({
      rango: { fecha_inicio: '2026-02-01', fecha_fin: '2026-02-17' },
      totales: { facturas: 1, lineas: 1 },
    });
    running.signal('SIGTERM');
    expect((await running.ended).exitCode).toBe(0);
  });

  it('prints a link for the first administrator’s password, and no secret once it is set', async () => {
    const running = up('--json');
    const [line] = await running.printed(/^\{.*\}$/m);
    const { address: origin, password } = JSON.parse(line);
    const body = JSON.stringify({ enlace: password.split('#enlace=')[1], clave: 'caballo pila grapa' });
    const headers = { 'content-type': 'application/json' };
    const { status, headers: answered } = await fetch(`${origin}/sesion/enlace`, { method: 'POST', headers, body });
    expect(status).toBe(204);
    const cookie = String(answered.get('set-cookie')).replace(/;.*/, '');
    const shown = await fetch(`${origin}/sesion`, { headers: { cookie } });
    expect(await shown.json()).toMatchObject({
      usuario: { correo: 'admin@localhost', rol: 'super_admin' },
      segundo_factor: 'pendiente',
    });
    running.signal('SIGINT');
    await running.ended;
    const again = up('--json');
    const [next] = await again.printed(/^\{.*\}$/m);
    expect(JSON.parse(next)).toMatchObject({ password: null, token: null, curl: null });
    again.signal('SIGINT');
    await again.ended;
    await database.pool.query('DELETE FROM fluxion.credenciales');
  });

  it('gives up a question to the database that takes too long', async () => {
    const running = up('--json', '--query-timeout', '1');
    const [line] = await running.printed(/^\{.*\}$/m);
    const { address: origin, token } = JSON.parse(line);
    const holding = await database.pool.connect();
    await holding.query('BEGIN; LOCK TABLE ubicaciones IN ACCESS EXCLUSIVE MODE');
    const { status } = await fetch(`${origin}/ubicaciones`, { headers: { authorization: `Bearer ${token}` } });
    await holding.query('ROLLBACK');
    holding.release();
    expect(status).toBe(504);
    running.signal('SIGINT');
    expect((await running.ended).exitCode).toBe(0);
  });

  it('explains a port that is in use before it does anything else', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen({ host: '127.0.0.1', port: 0 }, resolve));
    const taken = other.address();
    const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
    // A database that cannot be reached would be the next to be complained of.
    const ending = await fluxion(['up'], { PORT: String(port), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    other.close();
    expect(ending).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `fluxion: Another program listens on port ${port}. Stop it, or choose another port: PORT=${port + 1}.\n`,
    });
  });
});
