import { planObjects } from './ddl/objects.ts';
import type { MigrateOptions } from './options.ts';
import { buildPlan } from './plan/build-plan.ts';
import type { MigrateReport } from './report.ts';
import { execute } from './run/execute.ts';
import { claimTarget, refuseUnfinished, undoUnfinished } from './run/claim.ts';
import { withSession } from './session.ts';

/**
 * Moves a DuckDB database into PostgreSQL. A table that does not exist in the target is created as it is in the file; one
 * that exists, fits and is empty is filled; anything else is refused before any row moves. If it fails or is interrupted,
 * what it wrote is taken back: at once, or by the next run if the process died.
 *
 * @throws FluxionError SOURCE_* (the file), TARGET_MISFIT, COPY_FAILED, DATABASE_*, INTERRUPTED
 */
export function migrate(options: MigrateOptions): Promise<MigrateReport> {
  return withSession(options, async (session) => {
    await claimTarget(session.client, 0);
    if (options.dryRun) await refuseUnfinished(session.client);
    const cleared = options.dryRun ? [] : await undoUnfinished(session.client);
    const plan = await buildPlan(session);
    const objects = await planObjects(plan, session.catalog);
    const started = performance.now();
    const planned = plan.tables.map(({ target, action }) => ({ table: target.name, action, rows: 0, seconds: 0 }));
    const tables = options.dryRun ? planned : await execute({ session, options, plan, objects });
    return {
      file: options.file,
      dryRun: options.dryRun ?? false,
      tables,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      seconds: (performance.now() - started) / 1000,
      notes: objects.notes,
      cleared,
      ddl: [...objects.before, ...objects.after.map(({ sql }) => sql)],
    };
  });
}
