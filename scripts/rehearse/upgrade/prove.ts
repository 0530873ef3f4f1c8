import type { Pool } from '../lib/rehearsal.ts';
import { differences, stateOf, type DatabaseState } from '../lib/state.ts';
import type { Steps } from '../lib/steps.ts';

/** Of the tables that are brought over; of the schema `fluxion` each server has a list of its own migrations. */
function brought(state: DatabaseState): DatabaseState {
  const isBrought = (name: string) => /^(?:public|fluxion)\./.test(name) && !name.endsWith('migrations');
  return new Map([...state].filter(([name, digest]) => isBrought(name) && !digest.startsWith('0 rows')));
}

/** Holds two servers' tables to each other. */
export async function proveAlike(steps: Steps, old: Pool, fresh: Pool): Promise<void> {
  const compared = async () => differences(brought(await stateOf(old)), brought(await stateOf(fresh)));
  const differing = await steps.time('the digest of every table on both', compared);
  steps.check('every table is the same', differing.length === 0, differing.join(', ') || undefined);
  const { rows } = await fresh.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
  steps.check('on the new server', rows[0]?.version.startsWith('18') === true, rows[0]?.version);
}
