import type { TablePlan } from '../plan/table-plan.ts';
import type { MigrateReport, TableReport } from '../report.ts';
import { statementsBefore } from './objects/index.ts';
import type { Migration } from './migration.ts';
import type { Written } from './write.ts';

/** Sums a migration up; without `written` it was a dry run. */
export async function summary(
  migration: Migration,
  written: Written | undefined,
  rejects: ReadonlyMap<TablePlan, number>,
  started: Date,
): Promise<MigrateReport> {
  const { options, plan, objects, approach } = migration;
  // Both in the order of the plan: two schemas may have tables of one name.
  const tables = plan.tables.map((table, index) => {
    return { ...(written?.tables[index] ?? planned(table)), rejected: rejects.get(table) ?? 0 };
  });
  const found = written?.objects ?? [];
  const isOverruled = ({ kind, name }: { kind: string; name: string }) =>
    found.some((object) => object.kind === kind && object.name === name);
  return {
    file: options.file,
    dryRun: options.dryRun ?? false,
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
    server: await serverVersion(migration),
    ...(approach.run && written ? { resumed: written.resumed } : {}),
    objects: [...objects.objects.filter((object) => !isOverruled(object)), ...found],
    tables,
    losses: plan.losses,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    rejected: tables.reduce((sum, { rejected }) => sum + rejected, 0),
    ...(options.rejectsDirectory !== undefined && rejects.size > 0
      ? { rejectsDirectory: options.rejectsDirectory }
      : {}),
    cleared: approach.cleared,
    ddl: [...statementsBefore(migration), ...objects.after.map(({ sql }) => sql), ...objects.notMade],
    // The system counts in kibibytes.
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
  };
}

function planned({ target, action }: Migration['plan']['tables'][number]): TableReport {
  return { table: target.name, action, rows: 0, copied: 0, rejected: 0, seconds: 0 };
}

async function serverVersion({ session: { client } }: Migration): Promise<string> {
  const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
  return rows[0]?.version ?? '';
}
