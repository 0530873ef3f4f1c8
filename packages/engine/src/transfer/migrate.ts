import { FluxionError } from '../base/index.ts';
import { planObjects } from './ddl/objects.ts';
import { setUpLedger } from './ledger/set-up.ts';
import type { MigrateOptions } from './options.ts';
import { buildPlan } from './plan/build-plan.ts';
import type { MigrateReport, TableReport } from './report.ts';
import { decideApproach, type Approach } from './run/approach.ts';
import { claimTarget } from './run/claim.ts';
import { execute } from './run/execute.ts';
import { statementsBefore } from './run/make-before.ts';
import type { Migration } from './run/migration.ts';
import { countRejects, writeRejects } from './run/rejects.ts';
import { withSession, type Session } from './session.ts';

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
    await claimTarget(session.client, 0);
    if (!options.dryRun) await setUpLedger(session.client);
    const migration = await decide(session, options);
    const rejected = await countRejects(migration);
    if (!options.dryRun) await writeRejects(migration);
    const written = options.dryRun ? undefined : await execute(migration);
    const { plan, objects, approach } = migration;
    const refused = written?.refused ?? [];
    const tables = (written?.tables ?? plan.tables.map(planned)).map((table) => withRejects(table, rejected));
    return {
      file: options.file,
      dryRun: options.dryRun ?? false,
      started: started.toISOString(),
      seconds: (Date.now() - started.getTime()) / 1000,
      server: await serverVersion(session),
      ...(approach.run && written ? { resumed: written.resumed } : {}),
      objects: [
        ...objects.objects.filter(({ kind, name }) => !refused.some((one) => one.kind === kind && one.name === name)),
        ...refused,
      ],
      tables,
      losses: plan.losses,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      rejected: tables.reduce((sum, table) => sum + table.rejected, 0),
      ...(options.rejectsDirectory !== undefined && rejected.size > 0
        ? { rejectsDirectory: options.rejectsDirectory }
        : {}),
      cleared: approach.cleared,
      ddl: [...statementsBefore(migration), ...objects.after.map(({ sql }) => sql)],
      // In kibibytes.
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    };
  });
}

/** Everything that is decided before anything is written but the ledger's tables. */
async function decide(session: Session, given: MigrateOptions): Promise<Migration> {
  const approach = await decideApproach(session, given);
  const options = { ...given, onLoss: given.onLoss ?? approach.run?.onLoss ?? 'fail' };
  const plan = await buildPlan({ ...session, options }, approach);
  refuseOtherPlan(approach, plan.digest);
  const objects = await planObjects(plan, session.catalog);
  return { session, options, approach, plan, objects };
}

function refuseOtherPlan({ run }: Approach, digest: string): void {
  if (!run || run.plan === digest) return;
  const message = `The migration of ${run.source} was begun with other tables, columns or options than it would now have. Give the same ones, or begin anew with --replace.`;
  throw new FluxionError('SOURCE_CHANGED', message);
}

const planned = ({ target, action }: Migration['plan']['tables'][number]): TableReport => ({
  table: target.name,
  action,
  rows: 0,
  copied: 0,
  rejected: 0,
  seconds: 0,
});

function withRejects(table: TableReport, rejected: ReadonlyMap<string, number>): TableReport {
  return { ...table, rejected: rejected.get(table.table) ?? 0 };
}

async function serverVersion({ client }: Session): Promise<string> {
  const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
  return rows[0]?.version ?? '';
}
