import { ok, warning, type Check, type Verdict } from '@fluxion/engine/diagnosis';
import { askMirrors, type MirrorReply } from '@fluxion/engine/mirror';
import { administratorCanSignIn, storedFactors, type FactorKeys } from '@fluxion/engine/operations';
import { schemaState } from '@fluxion/engine/postgres';
import { unfinishedRuns } from '@fluxion/engine/transfer';
import type { Database } from '../database/index.ts';
import { reportIn, whoText } from '../mirror/index.ts';
import { factorVerdicts } from './factor-verdicts.ts';

/** What is asked of the rooms that know nothing of each other. */
export interface AskedWork extends Pick<Database, 'pool'> {
  /** What secrets are encrypted with here. */
  readonly factorKeys: FactorKeys;
  readonly signal: AbortSignal;
}

const migrations: Check<AskedWork> = {
  name: 'migrations',
  async look({ pool }) {
    const runs = await unfinishedRuns(pool);
    if (runs.length === 0) return [ok('None has broken off.')];
    return runs.map(({ source: file }) =>
      warning(
        `A migration of ${file} has not come to its end.`,
        `Unless it is running now, go on with it: fluxion migrate ${file} --resume; or take it back with --replace.`,
      ),
    );
  },
};

function mirrorVerdicts(reply: MirrorReply): readonly Verdict[] {
  const who = whoText(reply);
  if ('failure' in reply) {
    return [warning(`The mirror of ${who} does not answer: ${reply.failure}.`, 'See its log, or start it again.')];
  }
  const { status } = reportIn(reply);
  const failures = status.tables.flatMap(({ table, failure }) =>
    failure === undefined ? [] : [`${table}: ${failure}`],
  );
  const troubles = [...(status.problem === null ? [] : [status.problem]), ...failures];
  if (troubles.length === 0) return [ok(`That of ${who} is ${status.state}.`)];
  return troubles.map((trouble) =>
    warning(
      `That of ${who}: ${trouble}`,
      'PostgreSQL answers meanwhile, more slowly; docs/mirror.md says what mends it.',
    ),
  );
}

const mirror: Check<AskedWork> = {
  name: 'mirror',
  async look({ pool, signal }) {
    const { rows } = await pool.query<{ there: boolean }>(
      `SELECT to_regclass('fluxion_mirror.requests') IS NOT NULL AS there`,
    );
    if (rows[0]?.there !== true) return [ok('There is none yet; `fluxion up` makes it.')];
    const replies = await askMirrors(pool, { verb: 'status', tables: [], check: false }, { signal });
    return replies.length === 0 ? [ok('No process has one open.')] : replies.flatMap(mirrorVerdicts);
  },
};

const people: Check<AskedWork> = {
  name: 'people',
  async look({ pool }) {
    if ((await schemaState(pool)) !== 'current') return [];
    if (await administratorCanSignIn({ ctx: { db: pool } })) return [ok('An administrator can sign in.')];
    return [
      warning(
        'No administrator can sign in with a password.',
        'fluxion user add MAIL --role super_admin prints a link to choose one.',
      ),
    ];
  },
};

const factors: Check<AskedWork> = {
  name: 'factors',
  async look({ pool, factorKeys }) {
    if ((await schemaState(pool)) !== 'current') return [];
    return factorVerdicts(await storedFactors({ ctx: { db: pool, factorKeys } }), factorKeys.length > 0);
  },
};

/** What is looked at beside the database itself: what Fluxion has under way there. */
export const workChecks: readonly Check<AskedWork>[] = [migrations, mirror, people, factors];
