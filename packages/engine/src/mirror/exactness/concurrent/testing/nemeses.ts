import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase, Pool } from 'pg';
import { FluxionError } from '../../../../base/index.ts';
import { openPool } from '../../../../postgres/index.ts';
import type { Mirror } from '../../../index.ts';
import { prune } from '../../../notes/index.ts';
import { unitKey, type History } from './history.ts';
import { isInTheWay, transact, type Random, type Writing } from './transact.ts';
import { pick } from './units.ts';
import { partitionOf, partitions, spareUnits, units, visitColumns } from './world.ts';

interface Trouble {
  readonly url: string;
  readonly history: History;
  readonly random: Random;
  readonly signal: AbortSignal;
  readonly mirrors: readonly Mirror[];
  /** Between two of them, at most. */
  readonly pauseMs: number;
  /** Told when connections are being ended. */
  readonly onKill: () => void;
}

type Nemesis = (trouble: Trouble, at: { client: ClientBase; pool: Pool }) => Promise<unknown>;

/** All rows of a partition leave and come again in one transaction; its whole rows in a new version. */
async function reload({ client, history, random, writes }: Writing): Promise<void> {
  const partition = pick(random, partitions);
  await client.query(`SET LOCAL lock_timeout = '3s'; LOCK TABLE ${partition} IN ACCESS EXCLUSIVE MODE`);
  const version = history.nextVersion();
  await client.query(`CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT * FROM ${partition}`);
  await client.query('UPDATE kept SET version = $1 WHERE version IS NOT NULL', [version]);
  await client.query(`TRUNCATE ${partition}`);
  await sleep(random(100));
  await client.query(`INSERT INTO ${pick(random, ['visits', partition])} SELECT * FROM kept`);
  const { rows } = await client.query<{ key: string; rows: number }>(
    `SELECT concat_ws(' ', kind, site, day) AS key, count(*)::int AS rows FROM kept WHERE kind = 'whole' GROUP BY kind, site, day`,
  );
  const filled = new Map(rows.map((row) => [row.key, row.rows]));
  for (const key of units.filter((unit) => partitionOf(unit) === partition).map(unitKey)) {
    writes.push({ key, version, rows: filled.get(key) ?? 0 });
  }
}

const spareKeys = spareUnits.map(unitKey);
const attachSql = `ALTER TABLE visits ATTACH PARTITION visits_spare FOR VALUES FROM ('2024-04-01') TO ('2024-05-01')`;

async function detach({ client, history, writes }: Writing): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = '3s'; ALTER TABLE visits DETACH PARTITION visits_spare`);
  const version = history.nextVersion();
  for (const key of spareKeys) writes.push({ key, version, rows: 0 });
}

/** A partition comes with rows that it has got while it was none, or got from another table. */
async function attach({ client, history, random, writes }: Writing): Promise<void> {
  const version = history.nextVersion();
  const rows = 1 + random(30);
  const isNew = random(2) === 0;
  await client.query(
    isNew
      ? 'DROP TABLE visits_spare; CREATE TABLE visits_spare (LIKE visits INCLUDING ALL)'
      : 'DELETE FROM visits_spare',
  );
  for (const { site, day } of spareUnits) {
    await client.query(
      `INSERT INTO visits_spare ${visitColumns}
       SELECT 'whole', $1::text, $2::date, null, n, $3::bigint, $4::int, n FROM generate_series(1, $4::int) AS n`,
      [site, day, version, rows],
    );
  }
  await client.query(`SET LOCAL lock_timeout = '3s'; ${attachSql}`);
  for (const key of spareKeys) writes.push({ key, version, rows });
}

async function isAttached(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query(`SELECT FROM pg_inherits WHERE inhrelid = 'visits_spare'::regclass`);
  return rows.length > 0;
}

const comeAndGo: Nemesis = async ({ history, random }, { client }) =>
  transact({ client, history, random }, (await isAttached(client)) ? detach : attach);

/** A column comes, or goes again. */
async function changeColumns({ client, random }: Writing): Promise<void> {
  const tables = (await isAttached(client)) ? ['visits'] : ['visits', 'visits_spare'];
  await client.query(`SET LOCAL lock_timeout = '3s'; LOCK TABLE visits IN ACCESS EXCLUSIVE MODE`);
  const { rows } = await client.query(
    `SELECT FROM pg_attribute WHERE attrelid = 'visits'::regclass AND attname = 'extra' AND NOT attisdropped`,
  );
  const change = rows.length > 0 ? 'DROP COLUMN extra' : `ADD COLUMN extra int DEFAULT ${random(9)}`;
  await client.query(tables.map((table) => `ALTER TABLE ${table} ${change}`).join('; '));
}

/** Rows change while the triggers are off. */
async function unnoted(writing: Writing): Promise<void> {
  const { client, history, random, writes } = writing;
  const unit = pick(random, units);
  const partition = partitionOf(unit);
  await client.query(
    `SET LOCAL lock_timeout = '3s'; LOCK TABLE ${partition} IN ACCESS EXCLUSIVE MODE; ALTER TABLE ${partition} DISABLE TRIGGER USER`,
  );
  const version = history.nextVersion();
  const { rowCount } = await client.query(
    `UPDATE ${partition} SET version = $3 WHERE kind = 'whole' AND site = $1 AND day = $2`,
    [unit.site, unit.day, version],
  );
  await client.query(`ALTER TABLE ${partition} ENABLE TRIGGER USER`);
  writes.push({ key: unitKey(unit), version, rows: rowCount ?? 0 });
}

const killSql = `
  SELECT pg_terminate_backend(pid) FROM (
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND application_name IN ('fluxion-mirror', 'fluxion-analytics')
    ORDER BY random() LIMIT $1) AS victims`;

export const nemeses: Readonly<Record<string, Nemesis>> = {
  kill: async ({ random, onKill }, { client }) => {
    onKill();
    await client.query(killSql, [1 + random(8)]);
    onKill();
  },
  reload: ({ history, random }, { client }) => transact({ client, history, random }, reload),
  comeAndGo,
  rebuildTable: ({ mirrors, random }) => pick(random, mirrors).rebuild([pick(random, ['visits', 'totals'])]),
  prune: ({ random }, { pool }) => prune(pool, { most: pick(random, [20, 1_000_000, 1_000_000]) }),
  rewrite: ({ random }, { client }) => client.query(`VACUUM FULL ${pick(random, partitions)}`),
  column: ({ history, random }, { client }) => transact({ client, history, random }, changeColumns),
  unnoted: ({ history, random }, { client }) => transact({ client, history, random }, unnoted),
  rebuildAll: ({ mirrors, random }) => pick(random, mirrors).rebuild(),
};

/** After these PostgreSQL answers for a while: they come seldom, so that the mirror is asked too. */
const grave = ['rebuildAll', 'rebuildTable', 'column'];

function nextOf(turn: number, random: Random): string {
  const names = Object.keys(nemeses);
  const isSeldom = random(4) > 0;
  return names[turn] ?? pick(random, isSeldom ? names.filter((name) => !grave.includes(name)) : names);
}

/** Makes trouble until the signal is aborted, of each kind first. @returns how often it has been made, and how often it could not be */
export async function keepTroubling(trouble: Trouble): Promise<Record<string, number>> {
  const { url, random, signal, pauseMs } = trouble;
  const pool = openPool({ url, applicationName: 'nemesis', max: 2 });
  const client = await pool.connect();
  await client.query(`SET lock_timeout = '3s'`);
  const done: Record<string, number> = {};
  const count = (name: string) => void (done[name] = (done[name] ?? 0) + 1);
  try {
    for (let turn = 0; !signal.aborted; turn++) {
      await sleep(random(pauseMs), undefined, { signal }).catch(() => {});
      const name = nextOf(turn, random);
      try {
        const outcome = await nemeses[name]?.(trouble, { client, pool });
        count(outcome === false ? `${name} in vain` : name);
      } catch (error) {
        // A mirror that has just been opened anew knows no table yet.
        const isBehind = error instanceof FluxionError && ['MIRROR_BEHIND', 'NOT_FOUND'].includes(error.code);
        if (!isBehind && !isInTheWay(error)) throw error;
        count(`${name} in vain`);
      }
    }
    return done;
  } finally {
    client.release();
    await pool.end();
  }
}
