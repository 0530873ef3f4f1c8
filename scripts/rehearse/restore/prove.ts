import { verify } from '@fluxion/engine/transfer';
import { followWithCopy } from '../lib/copy-of-service.ts';
import { loadDeliveries, missingOf, salesOf, type Delivery } from '../lib/deliveries.ts';
import type { Pool } from '../lib/rehearsal.ts';
import { differences, stateOf } from '../lib/state.ts';
import type { Before } from './disaster.ts';
import type { Scene } from './scene.ts';

/** Holds the database that was restored to just before the mistake to what is known of that moment, and makes it whole. */
export async function proveMoment(
  { copyFolder, deliveries, steps }: Scene,
  before: Before,
  pool: Pool,
  url: string,
): Promise<void> {
  const compared = async () => differences(before.state, await stateOf(pool));
  const differing = await steps.time('the digest of every table, again', compared);
  steps.check('every table is as it was at that moment', differing.length === 0, differing.join(', ') || undefined);
  const verified = () => verify({ file: before.file, pool, schema: 'public' });
  const proof = await steps.time('fluxion verify of the file that was exported', verified);
  steps.check('fluxion verify finds no difference', proof.equal, `${proof.rows} rows`);
  const followed = () => followWithCopy(url, copyFolder);
  const copy = await steps.time('the columnar copy, which had followed the mistake, is made anew', followed);
  steps.check('it is equal to the restored database', copy.equal);
  const late = [...deliveries.afterMistake, ...deliveries.notArchived];
  const missing = await missingOf(pool, late);
  steps.check('what was delivered after that moment is missing', missing.length === late.length, daysOf(missing));
  await steps.time('it is loaded again from its files', () => loadDeliveries(pool, missing));
  steps.check('every one of its lines is there again', (await salesOf(pool, late)) === before.lateSales);
}

/** Holds the database that was restored as far as the archive goes to what the archive had got. */
export async function proveLatest({ deliveries, steps }: Scene, pool: Pool): Promise<void> {
  const missing = daysOf(await missingOf(pool, Object.values(deliveries).flat()));
  steps.check('lost is only what the archive had not got', missing === daysOf(deliveries.notArchived), missing);
}

const daysOf = (deliveries: readonly Delivery[]) => deliveries.map(({ store, day }) => `${store} ${day}`).join(', ');
