import { planObjects } from '../ddl/objects.ts';
import { setUpLedger } from '../ledger/index.ts';
import type { MigrateOptions } from '../options.ts';
import { buildPlan } from '../plan/build-plan.ts';
import type { Session } from '../session.ts';
import { decideApproach, refuseOtherPlan } from './earlier/approach.ts';
import { claimTarget } from './earlier/claim.ts';
import type { Migration } from './migration.ts';

/**
 * Claims the target and decides everything; nothing is written but the ledger's tables.
 * @throws FluxionError TARGET_MISFIT, DATABASE_UNSUITABLE, SOURCE_CHANGED, USAGE
 */
export async function decide(session: Session, given: MigrateOptions): Promise<Migration> {
  await claimTarget(session.client, 0);
  if (!given.dryRun) await setUpLedger(session.client);
  const approach = await decideApproach(session, given);
  const options = { ...given, onLoss: given.onLoss ?? approach.run?.onLoss ?? 'fail' };
  const plan = await buildPlan({ ...session, options }, approach);
  refuseOtherPlan(approach, plan.digest);
  const objects = await planObjects(session, plan);
  return { session, options, approach, plan, objects };
}
