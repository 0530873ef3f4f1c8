import type { MigrateReport, TableReport, TableVerification } from '@fluxion/engine/transfer';
import type { Outcome } from '../findings/index.ts';

/** A comparison that found nothing, with what a test changes. */
export function proofOf(changes: Partial<TableVerification> = {}): TableVerification {
  const { table = 'ventas', sourceRows = 1000, targetRows = sourceRows } = changes;
  return {
    equal: true,
    seconds: 0.5,
    differingColumns: [],
    differences: [],
    missing: [],
    notCompared: [],
    ...changes,
    table,
    sourceRows,
    targetRows,
  };
}

/** A table that was copied in a second and is equal, with what a test changes. */
export function tableOf(changes: Partial<TableReport> = {}): TableReport {
  const { table = 'ventas', rows = 1000, copied = rows } = changes;
  return {
    action: 'create',
    rejected: 0,
    seconds: 1,
    proof: proofOf({ table, sourceRows: rows }),
    ...changes,
    table,
    rows,
    copied,
  };
}

/** A report whose sums are those of its tables, with what a test changes. */
export function reportOf(changes: Partial<MigrateReport> = {}): MigrateReport {
  const { tables = [tableOf()] } = changes;
  return {
    file: '/data/chain.duckdb',
    dryRun: false,
    started: '2026-02-17T20:46:05.123Z',
    seconds: 2,
    server: '18.4',
    objects: [],
    losses: [],
    cleared: [],
    ddl: [],
    peakMemoryBytes: 300 * 1024 ** 2,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    rejected: tables.reduce((sum, { rejected }) => sum + rejected, 0),
    ...changes,
    tables,
  };
}

/** An outcome around a report. */
export function outcomeOf(changes: Partial<MigrateReport> = {}, onLoss: Outcome['onLoss'] = 'fail'): Outcome {
  return { report: reportOf(changes), onLoss, target: 'db.example:5432/chain' };
}
