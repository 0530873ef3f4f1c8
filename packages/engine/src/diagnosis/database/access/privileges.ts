import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { quoteQualified, messageOf } from '../../../base/index.ts';
import { openCopyIn } from '../../../postgres/index.ts';
import type { AskedDatabase } from '../asked.ts';
import { ok, problem, type Check, type Verdict } from '../../verdict.ts';
import { abilities, type Ability, type Place } from './abilities.ts';
import { cancelsItself } from './cancels-itself.ts';

async function placeOf(client: pg.PoolClient): Promise<Place> {
  const { rows } = await client.query<{ database: string; role: string }>(
    'SELECT current_database()::text AS database, current_user::text AS role',
  );
  const { database = '', role = '' } = rows[0] ?? {};
  return { database, role, name: `fluxion_trial_${randomBytes(6).toString('hex')}` };
}

/** Undefined: it worked. The transaction goes on as if it had not been tried, if it failed. */
async function refusalOf(client: pg.PoolClient, trial: () => Promise<unknown>): Promise<string | undefined> {
  await client.query('SAVEPOINT trial');
  try {
    await trial();
    await client.query('RELEASE trial');
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK TO trial');
    return messageOf(error);
  }
}

function refused(place: Place, what: string, reason: string, advice: string): Verdict {
  return problem(`${place.role} may not ${what}: ${reason}.`, advice);
}

/** Tries everything in one transaction, of which nothing is kept. */
async function tryAbilities(client: pg.PoolClient, place: Place): Promise<readonly Verdict[]> {
  const failed = new Set<string>();
  const verdicts: Verdict[] = [];
  const attempt = async ({ what, after, sql, grant }: Ability) => {
    if (after !== undefined && failed.has(after)) return void failed.add(what);
    const refusal = await refusalOf(client, () => client.query(sql(place)));
    if (refusal === undefined) return;
    failed.add(what);
    verdicts.push(refused(place, what, refusal, grant(place)));
  };
  await client.query('BEGIN');
  try {
    // The settings of ours that allow nothing but a failure at once: nobody is made to wait for a trial.
    await client.query(`SET LOCAL lock_timeout = '2s'; SET LOCAL client_min_messages = error`);
    for (const ability of abilities) await attempt(ability);
    verdicts.push(...(await tryCopy(client, place, failed)));
  } finally {
    await client.query('ROLLBACK');
  }
  return verdicts;
}

/** A bulk copy into a table of the same transaction, as a migration does it. */
async function tryCopy(client: pg.PoolClient, place: Place, failed: ReadonlySet<string>): Promise<readonly Verdict[]> {
  if (failed.has('make schemas')) return [];
  const table = quoteQualified(place.name, 'copied');
  const copy = async () => {
    await client.query(`CREATE TABLE ${table} (id int, note text)`);
    const stream = openCopyIn(client, `COPY ${table} FROM STDIN (FREEZE)`, undefined);
    await stream.write(Buffer.from('1\tone\n2\tother\n'));
    await stream.end();
  };
  const reason = await refusalOf(client, copy);
  const advice = 'Sign in directly or through a pooler that lets COPY pass.';
  return reason === undefined ? [] : [refused(place, 'copy rows into its tables', reason, advice)];
}

/** It may not be done below a savepoint. */
async function tryExportedSnapshot(client: pg.PoolClient, place: Place): Promise<readonly Verdict[]> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    await client.query('SELECT pg_export_snapshot()');
    return [];
  } catch (error) {
    return [
      refused(place, 'share a snapshot between sessions', messageOf(error), 'Sign in directly, not through a pooler.'),
    ];
  } finally {
    await client.query('ROLLBACK');
  }
}

async function tryCancelling(pool: pg.Pool, place: Place): Promise<readonly Verdict[]> {
  const reason = await cancelsItself(pool);
  if (reason === undefined) return [];
  return [
    refused(place, 'cancel its own statements', reason, 'GRANT EXECUTE ON FUNCTION pg_cancel_backend(int) to it.'),
  ];
}

/**
 * What the role may do, by doing it. Whether it owns what is there already is not tried: the schema's check tells of that
 * what matters.
 */
export const privileges: Check<AskedDatabase> = {
  name: 'privileges',
  async look({ pool }) {
    const client = await pool.connect();
    let broken = true;
    try {
      const place = await placeOf(client);
      const found = [
        ...(await tryAbilities(client, place)),
        ...(await tryExportedSnapshot(client, place)),
        ...(await tryCancelling(pool, place)),
      ];
      broken = false;
      if (found.length > 0) return found;
      const all = abilities.map(({ what }) => what);
      return [
        ok(`All that was tried works: ${all.join('; ')}; copy rows, share snapshots, cancel its own statements.`),
      ];
    } finally {
      client.release(broken);
    }
  },
};
