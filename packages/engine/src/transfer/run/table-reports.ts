import { targetName } from '../plan/table-plan.ts';
import type { MigrateReport, TableReport } from '../report.ts';
import type { CopiedTable } from './copy-tables.ts';
import type { TablePieces } from './pieces.ts';

type Proofs = ReadonlyMap<string, NonNullable<TableReport['proof']>>;

/** What became of each table's rows. */
export function tableReports(copied: readonly CopiedTable[], proofs: Proofs): TableReport[] {
  return copied.map(({ pieces: { plan }, rows, copied: now, seconds }) => {
    const proof = proofs.get(targetName(plan));
    const { action, target } = plan;
    return { table: target.name, action, rows, copied: now, rejected: 0, seconds, ...(proof ? { proof } : {}) };
  });
}

/** How much of it was there before. */
export function resumedOf(pieces: readonly TablePieces[]): NonNullable<MigrateReport['resumed']> {
  const sum = (count: (table: TablePieces) => number) => pieces.reduce((total, table) => total + count(table), 0);
  return {
    chunks: sum(({ copied }) => copied.length),
    of: sum(({ division }) => division.chunks.length),
    changed: sum(({ stale }) => stale.length),
  };
}
