import { FluxionError } from '../../../base/index.ts';
import { lastDone, unfinishedRuns, type Run } from '../../ledger/index.ts';
import type { MigrateOptions } from '../../options.ts';
import { relationKey, type Earlier } from '../../plan/build-plan.ts';
import { planDifferences } from '../../plan/plan-digest.ts';
import type { Session } from '../../session.ts';
import { refuseUnfinished, undoRuns } from './claim.ts';
import { madeByRun, replaceable } from './made.ts';

/** How a migration stands to what earlier ones left in the target. */
export interface Approach extends Earlier {
  /** The run that goes on; undefined: a new one begins. */
  readonly run?: Run;
  /** The file is not as it was when that run last looked at it. */
  readonly changed: boolean;
  /** Statements that drop what earlier runs made and this one makes anew. */
  readonly drops: readonly string[];
  /** Tables that were taken back before anything else. */
  readonly cleared: readonly string[];
}

/**
 * Decides how to begin. Disposable runs that broke off are taken back, with `replace` the others too.
 * @throws FluxionError DATABASE_UNSUITABLE if one broke off and nothing is said of it, USAGE if there is none to go on
 * with, SOURCE_CHANGED if the file is another than that run's
 */
export async function decideApproach(session: Session, options: MigrateOptions): Promise<Approach> {
  const { client } = session;
  const unfinished = await unfinishedRuns(client);
  if (options.resume) return resumed(session, options, unfinished);
  const kept = unfinished.filter(({ disposable }) => !disposable);
  if (options.dryRun) refuseUnfinished(unfinished);
  else if (!options.replace) refuseUnfinished(kept);
  const cleared = await undoRuns(client, unfinished);
  const fresh = { changed: false, cleared };
  if (!options.replace) return { ...fresh, hidden: new Set(), rows: 'refused', drops: [] };
  const { hidden, drops } = await replaceable(session);
  return { ...fresh, hidden, drops, rows: 'emptied' };
}

async function resumed(session: Session, options: MigrateOptions, unfinished: readonly Run[]): Promise<Approach> {
  const { client, source } = session;
  const fingerprint = source.fingerprint();
  const run = unfinished[0] ?? (await lastEnded(session, fingerprint));
  if (!run) {
    const message = 'There is nothing to resume: no migration has been begun into this database. Leave --resume out.';
    throw new FluxionError('USAGE', message);
  }
  const changed = run.fingerprint !== fingerprint;
  if (changed && !options.changed) {
    const message = `${options.file} is not the file, or no longer as it was, from which the migration of ${run.source} was begun. Add --changed to copy only the pieces that differ, or begin anew with --replace.`;
    throw new FluxionError('SOURCE_CHANGED', message);
  }
  const made = await madeByRun(client, run.id);
  const hidden = new Set(made.map(({ schema, name }) => relationKey(schema, name)));
  return { run, changed, hidden, rows: 'own', drops: [], cleared: [] };
}

/** Several files may have come into one database: the very file's run first, then one of the same path. */
async function lastEnded({ client, options }: Session, fingerprint: string): Promise<Run | undefined> {
  const ofFile = (await lastDone(client, { fingerprint })) ?? (await lastDone(client, { source: options.file }));
  return ofFile ?? lastDone(client, {});
}

/** @throws FluxionError SOURCE_CHANGED if a run is to go on under a plan that is not its own */
export function refuseOtherPlan({ run }: Approach, plan: string): void {
  const differences = run ? planDifferences(run.plan, plan) : [];
  if (!run || differences.length === 0) return;
  const message = `The migration of ${run.source} was begun with other tables, columns or options than it would now have. Give the same ones, or begin anew with --replace.`;
  const details = differences.map((name) => `otherwise than at its beginning: ${name}`);
  throw new FluxionError('SOURCE_CHANGED', message, { details });
}
