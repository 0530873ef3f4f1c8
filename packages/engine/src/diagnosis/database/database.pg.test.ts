import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { openPool } from '../../postgres/index.ts';
import { certificatePath, openTlsFront } from '#testing/tls-front.ts';
import { lookAt } from '../look-at.ts';
import type { Check, Finding } from '../verdict.ts';
import { connections, encryption, privileges } from './access/index.ts';
import type { AskedDatabase } from './asked.ts';
import { databaseChecks } from './checks.ts';
import { loads, schema } from './content/index.ts';
import { settings, version } from './server/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
});
/** One database for all: what a test has taken away or set is put back. */
afterEach(() =>
  database.pool.query(`
    SET default_transaction_read_only = off; ALTER DATABASE ${name()} RESET ALL; ALTER DATABASE ${name()} CONNECTION LIMIT -1;
    GRANT CREATE, TEMPORARY ON DATABASE ${name()} TO CURRENT_USER; GRANT CREATE ON SCHEMA public TO pg_database_owner`),
);
afterAll(() => database.drop());

const { signal } = new AbortController();
const name = (): string => new URL(database.url).pathname.slice(1);

/** Looks with new connections: settings of a database are for those that come. */
async function look(checks: readonly Check<AskedDatabase>[], changed: Partial<AskedDatabase> = {}) {
  const url = changed.url ?? database.url;
  const pool = openPool({ url, applicationName: 'fluxion-test', max: 3 });
  const asked = { pool, url, target: undefined, processes: 1, sourceBytes: 0, storageBytes: undefined, ...changed };
  try {
    return await lookAt(checks, asked, signal);
  } finally {
    await pool.end();
  }
}

const told = (findings: readonly Finding[]) =>
  findings.filter(({ state }) => state !== 'ok').map((finding) => `${finding.name} ${finding.state}: ${finding.found}`);

it('finds nothing wrong with a database of ours but what the tests do without', async () => {
  // How long the way is, a busy machine says: its verdict is tried by itself.
  const findings = (await look(databaseChecks)).filter((finding) => finding.name !== 'latency');
  const wanting = told(findings).map((text) => text.slice(0, 30));
  expect(wanting.filter((text) => !/^settings (problem: (fsync|full_page)|warning: synchronous)/.test(text))).toEqual(
    [],
  );
  expect(new Set(findings.map((finding) => finding.name)).size).toBe(databaseChecks.length - 2);
});

it('keeps nothing of what it tries', async () => {
  const objects = `SELECT count(*)::int AS objects FROM pg_class`;
  const before = await database.pool.query(objects);
  const [finding] = await look([privileges]);
  expect(finding).toMatchObject({ state: 'ok', found: expect.stringContaining('cancel its own statements') });
  expect((await database.pool.query(objects)).rows).toEqual(before.rows);
});

it.each([
  [
    'schemas and all that is made in them',
    (): string => `REVOKE CREATE ON DATABASE ${name()} FROM CURRENT_USER`,
    ['make schemas'],
    /GRANT CREATE/,
  ],
  [
    'tables in public',
    (): string => 'REVOKE CREATE ON SCHEMA public FROM pg_database_owner',
    ['make tables in the schema public'],
    /SCHEMA public/,
  ],
  [
    'temporary tables',
    (): string => `REVOKE TEMPORARY ON DATABASE ${name()} FROM CURRENT_USER, PUBLIC`,
    ['make temporary tables'],
    /TEMPORARY ON DATABASE/,
  ],
] as const)('tells that the role may not make %s, and how it may', async (_what, revoke, expected, grant) => {
  await database.pool.query(revoke());
  const findings = await look([privileges]);
  expect(findings.map(({ found }) => /may not (.*?): permission denied/.exec(found)?.[1])).toEqual(expected);
  expect(findings[0]).toMatchObject({ state: 'problem', advice: expect.stringMatching(grant) });
});

it('tells settings of the database that Fluxion cannot work with, and a limit of its connections', async () => {
  await database.pool.query(`
    ALTER DATABASE ${name()} SET work_mem = '1MB'; ALTER DATABASE ${name()} SET random_page_cost = 4;
    ALTER DATABASE ${name()} SET default_transaction_isolation = 'repeatable read';
    ALTER DATABASE ${name()} CONNECTION LIMIT 30`);
  const found = told(await look([settings, connections])).join('\n');
  expect(found).toMatch(/problem: default_transaction_isolation is repeatable read/);
  expect(found).toMatch(/warning: work_mem is 1 MB/);
  expect(found).toMatch(/warning: random_page_cost is 4/);
  expect(found).toMatch(/connections problem: 30 of 200 are left/);
});

it('tells a database that only reads, and goes on', async () => {
  await database.pool.query(`ALTER DATABASE ${name()} SET default_transaction_read_only = on`);
  const found = told(await look([version, privileges])).join('\n');
  expect(found).toMatch(/^server problem: Transactions only read/);
  expect(found).toMatch(/make schemas: cannot execute CREATE SCHEMA in a read-only transaction/);
});

it('tells loads whose process died', async () => {
  expect(await look([loads])).toMatchObject([{ state: 'ok' }]);
  await database.pool.query(`
    INSERT INTO entregas (origen, nombre, iniciada) VALUES ('archivo', 'a.csv', now() - interval '3 hours'), ('archivo', 'b.csv', now())`);
  expect(await look([loads])).toMatchObject([{ state: 'warning', found: expect.stringMatching(/^1 loads have not/) }]);
});

it('tells how the connection is encrypted, and whether anybody looked whose certificate it is', async () => {
  const front = await openTlsFront(inject('postgresUrl'));
  const addressed = (host: string, port: string, parameters: Record<string, string>) => {
    const url = new URL(database.url);
    url.hostname = host;
    url.port = port;
    url.search = new URLSearchParams(parameters).toString();
    return url.href;
  };
  const { port } = new URL(database.url);
  const verified = { sslmode: 'verify-full', sslrootcert: certificatePath('ca') };
  const cases = [
    [
      addressed('localhost', String(front.port), verified),
      /^ok: TLSv1\.[23] with TLS_\w+; the server's certificate is checked/,
    ],
    [addressed('localhost', String(front.port), { sslmode: 'require' }), /^problem: TLSv1.* nobody checks/],
    [addressed('127.0.0.1', port, { sslmode: 'disable' }), /^problem: The connection is not encrypted/],
  ] as const;
  for (const [url, expected] of cases) {
    const [finding] = await look([encryption], { url, target: 'rds' });
    expect(`${finding?.state}: ${finding?.found}`).toMatch(expected);
  }
  expect(await look([encryption])).toMatchObject([{ state: 'ok' }]);
  await front.close();
});

it('takes an address that only the driver can read, as those of sockets, for one of this machine', async () => {
  const { username, password: secret, port } = new URL(database.url);
  const hostless = `postgresql://${username}:${secret}@/${name()}?host=127.0.0.1&port=${port}`;
  expect(await look([encryption], { url: hostless })).toMatchObject([{ state: 'ok' }]);
});

it('tells a check that fails as one, and goes on', async () => {
  const failing: Check<AskedDatabase> = { name: 'broken', look: () => Promise.reject(new Error('no such thing')) };
  expect(await look([failing, version])).toMatchObject([
    { name: 'broken', state: 'problem', found: 'This could not be looked at: no such thing' },
    { name: 'server', state: 'ok' },
  ]);
});

it("tells whose Fluxion's the schema is", async () => {
  const stateAfter = async (sql: string) => {
    await database.pool.query(sql);
    const [finding] = await look([schema]);
    return `${finding?.state}: ${finding?.found}`;
  };
  expect(await stateAfter('SELECT')).toMatch(/^ok: It is this/);
  expect(await stateAfter(`INSERT INTO fluxion.migrations (name, run_on) VALUES ('9999_later', now())`)).toMatch(
    /^problem: It is of a newer/,
  );
  expect(await stateAfter(`DELETE FROM fluxion.migrations WHERE name > '0019'`)).toMatch(/^warning: It is of an older/);
  expect(await stateAfter('DROP TABLE fluxion.migrations')).toMatch(/^problem: There are tables of a chain, but not/);
});
