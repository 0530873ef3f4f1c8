import type { MigrateOptions } from './options.ts';
import type { MigrateReport } from './report.ts';
import { decide } from './run/decide.ts';
import { execute } from './run/execute.ts';
import { countRejects, writeRejects } from './run/rejects.ts';
import { summary } from './run/summary.ts';
import { withSession } from './session.ts';

/**
 * Moves a DuckDB database into PostgreSQL and proves every row. A table that does not exist in the target is created as it
 * is in the file; one that exists, fits and is empty is filled; anything else is refused before any row moves. If it fails
 * or is interrupted, what is committed stays, and `resume` goes on from there.
 *
 * @throws FluxionError SOURCE_* (the file), TARGET_MISFIT, COPY_FAILED, DATABASE_*, USAGE, INTERRUPTED
 */
export function migrate(options: MigrateOptions): Promise<MigrateReport> {
  return withSession(options, async (session) => {
    const started = new Date();
    const migration = await decide(session, options);
    const rejects = await countRejects(migration);
    if (options.dryRun) return summary(migration, undefined, rejects, started);
    await writeRejects(migration);
    return summary(migration, await execute(migration), rejects, started);
  });
}
