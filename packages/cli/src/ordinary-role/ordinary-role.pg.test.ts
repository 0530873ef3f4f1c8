import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoChain } from '@fluxion/engine/demo';
import { openPool, prepareRole } from '@fluxion/engine/postgres';
import { startManagedServer, type ManagedServer } from '#testing/managed-server.ts';
import { certificatePath, openTlsFront, type TlsFront } from '#testing/tls-front.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fluxionHere } from '../testing/fluxion-here.ts';
import { startFluxion } from '../testing/fluxion.ts';

// A server of its own, and several programs, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let server: ManagedServer;
let front: TlsFront;
let url: string;
let home: string;
let file: string;

/** As on Amazon RDS: an administrator who is no superuser, a database sorted as a dictionary, and a role that only owns it. */
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fluxion-role-'));
  file = join(home, 'chain.duckdb');
  await createDemoChain({ file, rows: 500 });
  server = await startManagedServer();
  const administrator = openPool({ url: server.administratorUrl, applicationName: 'administrator', max: 1 });
  await administrator.query(
    `CREATE DATABASE cadena TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`,
  );
  // By this RDS is told from other servers.
  await administrator.query('CREATE ROLE rds_superuser');
  await administrator.end();
  const owner = openPool({ url: server.administratorUrl, applicationName: 'administrator', max: 2 });
  url = server.url('aplicacion', 'clave de la aplicacion', 'cadena');
  await prepareRole({ administrator: owner, url });
  await owner.end();
  front = await openTlsFront(url);
});
afterAll(async () => {
  await front.close();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

const environment = () => ({ DATABASE_URL: url, FLUXION_HOME: home });
const run = (...args: string[]) => fluxionHere(args, environment());

async function ask<Row extends object>(sql: string): Promise<readonly Row[]> {
  const pool = openPool({ url, applicationName: 'fluxion-test', max: 1 });
  try {
    return (await pool.query<Row>(sql)).rows;
  } finally {
    await pool.end();
  }
}

interface Found {
  readonly name: string;
  readonly state: string;
  readonly found: string;
}

/** The address that a task on AWS has: encrypted, the certificate checked; and with what RDS's parameter group sets. */
function encryptedUrl(): string {
  const address = new URL(url);
  address.host = `localhost:${front.port}`;
  const tls = { sslmode: 'verify-full', sslrootcert: certificatePath('ca') };
  address.search = new URLSearchParams({ ...tls, options: '-c rds.force_ssl=1' }).toString();
  return address.href;
}

async function doctor(): Promise<readonly Found[]> {
  const args = ['doctor', '--target', 'rds', '--source', file, '--storage', '100', '--json'];
  const { stdout } = await fluxionHere(args, { ...environment(), DATABASE_URL: encryptedUrl() });
  return JSON.parse(stdout).findings;
}

const statesOf = (findings: readonly Found[], ...names: string[]) =>
  findings.filter(({ name }) => names.includes(name)).map(({ name, state }) => `${name} ${state}`);

it('owns its database, and has no other right', async () => {
  const rights = `SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
      (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships,
      (SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'public') AS public
    FROM pg_roles AS r WHERE rolname = current_user`;
  expect(await ask(rights)).toEqual([
    {
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolbypassrls: false,
      memberships: 0,
      public: 'pg_database_owner',
    },
  ]);
});

it.each([
  'CREATE ROLE otro',
  'CREATE DATABASE otra',
  'CREATE EXTENSION file_fdw',
  `ALTER SYSTEM SET work_mem = '64MB'`,
  `COPY (SELECT 1) TO '/tmp/filtrado'`,
  'SET session_replication_role = replica',
  'CREATE EVENT TRIGGER todo ON ddl_command_end EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()',
  'CHECKPOINT',
  'SELECT pg_read_file($$postgresql.conf$$)',
])('may not: %s', async (sql) => {
  await expect(ask(sql)).rejects.toMatchObject({ code: '42501' });
});

it('is found fit for everything before anything is there', async () => {
  const findings = await doctor();
  // What the tests' server does without, and what the machine is like, is none of the role's.
  const others = ['latency', 'memory', 'disk', 'secrets'];
  const wanting = findings.filter(({ name, state }) => state !== 'ok' && !others.includes(name));
  expect(wanting.map(({ name, found }) => `${name}: ${found.slice(0, 21)}`)).toEqual([
    'password: It is in the address:',
    'settings: fsync is off: a crash',
  ]);
  expect(findings).toContainEqual(
    expect.objectContaining({ name: 'encryption', found: expect.stringMatching(/is checked/) }),
  );
  // Of what the trials have made, nothing is left.
  expect(await ask(`SELECT relname FROM pg_class WHERE relname LIKE 'fluxion_trial%' OR relname = 'days'`)).toEqual([]);
});

it('takes a chain over, proves it, and brings it back', async () => {
  // The schema first: into a database without it a migration brings the file's tables as they are.
  expect((await run('token')).exitCode).toBe(0);
  const migrated = await run('migrate', file, '--json');
  expect(migrated.exitCode).toBe(0);
  expect((await run('verify', file)).exitCode).toBe(0);
  expect((await run('export', join(home, 'back.duckdb'), '--json')).exitCode).toBe(0);
});

it("loads a store's day twice, replaces it, and tells the gaps", async () => {
  const [store] = await ask<{ id: string; day: string }>(
    'SELECT ubicacion_id AS id, max(fecha)::text AS day FROM ventas_raw GROUP BY 1 ORDER BY 1 LIMIT 1',
  );
  const day = join(home, `${store?.id}.csv`);
  const lines = (amount: string) =>
    `ubicacion_id,fecha,numero_factura,linea,producto_id,cantidad,precio_unitario,monto_total\n${store?.id},${store?.day},F1,1,P1,1,${amount},${amount}\n`;
  await writeFile(day, lines('7.50'));
  expect((await run('load', day)).exitCode).toBe(0);
  await writeFile(day, lines('8.25'));
  expect((await run('load', day)).exitCode).toBe(0);
  const sold = `SELECT monto_total::float8 AS amount FROM ventas_raw WHERE ubicacion_id = '${store?.id}' AND fecha = '${store?.day}'`;
  expect(await ask(sold)).toEqual([{ amount: 8.25 }]);
  expect([0, 3]).toContain((await run('gaps')).exitCode);
});

/** What a question is answered, and by what. */
async function answer(origin: string, cookie: string, path: string) {
  const [last] = await ask<{ day: string }>('SELECT max(fecha)::text AS day FROM ventas_raw');
  const range = `fecha_inicio=2020-01-01&fecha_fin=${last?.day}`;
  const response = await fetch(`${origin}${path}?${range}`, { headers: { cookie } });
  const body: unknown = await response.json();
  expect({ path, status: response.status, body }).toMatchObject({ status: 200 });
  return [path, response.headers.get('x-fluxion-engine'), body] as const;
}

const questions = [
  '/ventas/por/tienda',
  '/ventas/por/categoria',
  '/ventas/por/producto',
  '/ventas/por/hora',
  '/productos/abc-xyz',
];
const answers = (origin: string, cookie: string) => Promise.all(questions.map((path) => answer(origin, cookie, path)));

it('serves, signs a person in, and answers alike from the mirror and from PostgreSQL', async () => {
  const added = await run('user', 'add', 'ana@cadena.example', '--role', 'gerente_general', '--json');
  const { link } = JSON.parse(added.stdout);
  const clave = 'una clave bastante larga';
  const headers = { 'content-type': 'application/json' };
  const sign = (origin: string, path: string, body: object) =>
    fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

  const mirrored = startFluxion(['up', '--port', '0', '--json'], environment());
  const [line] = await mirrored.printed(/^\{.*\}$/m);
  const { address } = JSON.parse(line);
  expect((await sign(address, '/sesion/enlace', { enlace: link, clave })).status).toBe(204);
  const session = await sign(address, '/sesion', { correo: 'ana@cadena.example', clave });
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  await vi.waitFor(
    async () => {
      const [, engine] = await answer(address, cookie, '/ventas/por/tienda');
      expect(engine).toBe('mirror');
    },
    { timeout: 60_000, interval: 200 },
  );
  const fromMirror = await answers(address, cookie);
  expect((await run('mirror', 'status', '--check')).exitCode).toBe(0);
  const findings = await doctor();
  expect(statesOf(findings, 'privileges', 'schema', 'loads', 'migrations', 'mirror')).toEqual([
    'privileges ok',
    'schema ok',
    'loads ok',
    'migrations ok',
    'mirror ok',
  ]);
  mirrored.signal('SIGINT');
  expect((await mirrored.ended).exitCode).toBe(0);

  const plain = startFluxion(['up', '--port', '0', '--json', '--no-mirror'], environment());
  const [other] = await plain.printed(/^\{.*\}$/m);
  const fromPostgres = await answers(JSON.parse(other).address, cookie);
  plain.signal('SIGINT');
  await plain.ended;
  expect(new Set(fromMirror.map(([, engine]) => engine))).toEqual(new Set(['mirror']));
  expect(new Set(fromPostgres.map(([, engine]) => engine))).toEqual(new Set([expect.stringContaining('postgres')]));
  expect(fromPostgres.map(([path, , body]) => [path, body])).toEqual(fromMirror.map(([path, , body]) => [path, body]));
});
