import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Verdict } from '../verdict.ts';
import { connectionsOfProcess, connectionsVerdict } from './access/connections.ts';
import { password } from './access/password.ts';
import { roleVerdicts } from './access/role.ts';
import { spaceVerdict } from './content/space.ts';
import { clockVerdict } from './distance/clock.ts';
import { latencyVerdict } from './distance/latency.ts';
import { settingsVerdicts } from './server/settings.ts';
import { textVerdict } from './server/text.ts';
import { versionVerdicts } from './server/version.ts';
import { waitsVerdicts } from './server/waits.ts';
import { wraparoundVerdict } from './server/wraparound.ts';

const states = (verdicts: readonly Verdict[]) => verdicts.map(({ state }) => state).join(' ');
const advice = (verdict: Verdict | undefined) =>
  verdict !== undefined && verdict.state !== 'ok' ? verdict.advice : '';

it.each([
  ['no', { standby: false, readOnly: false, managed: false }, undefined, 'ok'],
  ['RDS', { standby: false, readOnly: false, managed: true }, 'rds', 'ok'],
  ['no RDS where one is wanted', { standby: false, readOnly: false, managed: false }, 'rds', 'ok warning'],
  ['a standby', { standby: true, readOnly: true, managed: true }, 'rds', 'ok problem'],
  ['a server that only reads', { standby: false, readOnly: true, managed: false }, undefined, 'ok problem'],
] as const)('tells %s', (_what, server, target, found) => {
  expect(states(versionVerdicts({ version: '18.4', ...server }, target))).toBe(found);
});

it.each([
  ['an ordinary role', {}, 'rds', 'ok'],
  ['a superuser', { superuser: true }, undefined, 'ok warning'],
  ["RDS's administrator", { administrator: true, rights: ['CREATEROLE'] }, 'rds', 'ok warning'],
  ['one with rights that nothing needs', { rights: ['CREATEDB'] }, 'rds', 'ok warning'],
  ["the same on a server of one's own", { rights: ['CREATEDB'] }, undefined, 'ok'],
  ['one whose password ends soon', { days: 9 }, undefined, 'ok warning'],
  ['one whose password ends late', { days: 90 }, undefined, 'ok'],
] as const)('tells %s', (_what, some, target, found) => {
  const role = { name: 'app', owns: true, superuser: false, administrator: false, rights: [], days: null, ...some };
  expect(states(roleVerdicts(role, target))).toBe(found);
});

it.each([
  [
    'of a server of its default size, one process',
    { server: 100, reserved: 3, role: -1, database: -1, others: 2 },
    1,
    'ok',
  ],
  [
    'two tasks, which are four while new ones take over',
    { server: 100, reserved: 3, role: -1, database: -1, others: 2 },
    4,
    'problem',
  ],
  ['four on a t4g.medium', { server: 420, reserved: 6, role: -1, database: -1, others: 10 }, 4, 'ok'],
  ['a limit of the role', { server: 420, reserved: 6, role: 20, database: -1, others: 10 }, 1, 'problem'],
  ['a limit of the database', { server: 420, reserved: 6, role: -1, database: 0, others: 10 }, 1, 'problem'],
] as const)('counts connections: %s', (_what, limits, processes, found) => {
  expect(connectionsVerdict(limits, processes, 'rds').state).toBe(found);
});

const good: Record<string, string> = {
  autovacuum: 'on',
  track_counts: 'on',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  default_transaction_isolation: 'read committed',
  work_mem: `${16 * 2 ** 20}`,
  maintenance_work_mem: `${256 * 2 ** 20}`,
  max_wal_size: `${4096 * 2 ** 20}`,
  random_page_cost: '1.1',
  password_encryption: 'scram-sha-256',
  'rds.force_ssl': '1',
  shared_buffers: `${1024 * 2 ** 20}`,
  effective_cache_size: `${2048 * 2 ** 20}`,
};
const settingsWith = (changed: Record<string, string>) =>
  settingsVerdicts(
    Object.entries({ ...good, ...changed }).map(([name, value]) => ({ name, value })),
    'rds',
  );

it('finds nothing wrong with settings that are right, and shows the sizes', () => {
  expect(settingsWith({})).toEqual([{ state: 'ok', found: expect.stringContaining('work_mem 16 MB') }]);
});

it.each([
  ['autovacuum', 'off', 'problem'],
  ['track_counts', 'off', 'problem'],
  ['fsync', 'off', 'problem'],
  ['full_page_writes', 'off', 'problem'],
  ['synchronous_commit', 'off', 'warning'],
  ['default_transaction_isolation', 'serializable', 'problem'],
  ['work_mem', '65536', 'warning'],
  ['maintenance_work_mem', '1048576', 'warning'],
  ['max_wal_size', `${2 ** 30}`, 'warning'],
  ['random_page_cost', '4', 'warning'],
  ['password_encryption', 'md5', 'warning'],
  ['rds.force_ssl', '0', 'problem'],
  ['rds.force_ssl', '', 'warning'],
  ['shared_buffers', `${128 * 2 ** 20}`, 'warning'],
])('finds %s = %s, and nothing else', (name, value, state) => {
  expect(settingsWith({ [name]: value })).toEqual([
    { state, found: expect.stringContaining(name), advice: expect.any(String) },
  ]);
});

it.each([
  [0.4, 'ok'],
  [-1.9, 'ok'],
  [5, 'warning'],
  [-45, 'problem'],
  [Number.NaN, 'ok'],
])('judges a clock that is %s s ahead', (ahead, state) => expect(clockVerdict(ahead).state).toBe(state));

it.each([
  [0.3, 'ok'],
  [40, 'warning'],
])('judges a way of %s ms', (ms, state) => expect(latencyVerdict(ms).state).toBe(state));

const gibibyte = 2 ** 30;
it.each([
  ['nothing to come, nothing told', 0, undefined, 'ok'],
  ['a migration, and nobody told what there is', 16, undefined, 'warning'],
  ["the plan's 16 GB into 100 GB", 16, 100, 'ok'],
  ['nearly too much', 22, 100, 'warning'],
  ['too much', 25, 100, 'problem'],
])('judges space: %s', (_what, sourceGiB, storageGiB, state) => {
  const storage = storageGiB === undefined ? undefined : storageGiB * gibibyte;
  expect(spaceVerdict({ used: gibibyte, log: 8 * gibibyte }, sourceGiB * gibibyte, storage).state).toBe(state);
});

it.each([
  [250_000_000, 'ok'],
  [1_200_000_000, 'warning'],
  [1_900_000_000, 'problem'],
])('judges a database whose oldest row is %s transactions old', (age, state) =>
  expect(wraparoundVerdict(age).state).toBe(state),
);

it('tells an order of texts that has changed below the indexes', () => {
  const text = { encoding: 'UTF8', provider: 'libc', locale: 'en_US.UTF-8', made: '2.26', now: '2.26' };
  expect(textVerdict(text).state).toBe('ok');
  expect(textVerdict({ ...text, made: null, now: null }).state).toBe('ok');
  const verdict = textVerdict({ ...text, now: '2.34' });
  expect([verdict.state, advice(verdict)]).toEqual(['problem', expect.stringContaining('REINDEX DATABASE')]);
});

it('tells each thing that holds others up, and what it may not see', () => {
  const none = { long: [], waiting: 0, blockers: [], prepared: [], slots: [], hidden: 0 };
  expect(waitsVerdicts(none)).toEqual([{ state: 'ok', found: 'Nothing is held up.' }]);
  expect(waitsVerdicts({ ...none, hidden: 3 })[0]?.found).toContain('3 sessions of other roles');
  const all = {
    ...none,
    long: ['process 7 (idle in transaction, 12 min)'],
    waiting: 2,
    blockers: [7],
    prepared: ['x'],
    slots: ['old'],
  };
  expect(states(waitsVerdicts(all))).toBe('warning warning warning warning');
});

it.each([
  ['postgres://app:secreto@h/d', 'warning'],
  ['postgres://app@h/d?sslmode=require&password=secreto', 'warning'],
  ['postgresql://app:secreto@/d?host=/run', 'warning'],
  ['postgresql://app@/d?host=/run', 'ok'],
  ['postgres://app@h/d?passwordsecret=arn', 'ok'],
  ['postgres://app@h/d', 'ok'],
])('looks where the password of %s comes from', async (url, state) => {
  const asked = { url, target: 'rds' } as Parameters<typeof password.look>[0];
  const [verdict] = await password.look(asked);
  expect(verdict?.state).toBe(state);
  expect(JSON.stringify(verdict)).not.toContain('secreto');
  expect(await password.look({ ...asked, target: undefined })).toEqual([]);
});

it('counts the connections that docs/operation.md tells', async () => {
  const text = await readFile(new URL('../../../../../docs/operation.md', import.meta.url), 'utf8');
  const figures = [...text.matchAll(/^\| `fluxion[\w-]*` +\| (\d+) /gm)].map(([, figure]) => Number(figure));
  expect(figures.length).toBeGreaterThan(5);
  expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(connectionsOfProcess);
});
