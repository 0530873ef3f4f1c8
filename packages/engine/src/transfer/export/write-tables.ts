import type { PoolClient } from 'pg';
import { silentProgress } from '../../base/index.ts';
import type { Snapshot } from '../../postgres/index.ts';
import type { PlannedTable } from './choose-ways.ts';
import { fileName } from './file-plan.ts';
import type { ExportedTableReport, ExportOptions } from './options.ts';
import { queueProofs } from './prove.ts';
import { tableReport, writeAfterRows, writeTable, type PartialFile, type WriteContext } from './write/index.ts';

export interface ExportContext {
  readonly options: ExportOptions;
  readonly partial: PartialFile;
  readonly snapshot: Snapshot;
  /** A connection in no transaction. */
  readonly prover: PoolClient;
  readonly report: WriteContext['report'];
}

/** Writes tables one after the other, and compares each while the next is written. */
export async function writeTables(
  context: ExportContext,
  writing: WriteContext,
  planned: readonly PlannedTable[],
): Promise<ExportedTableReport[]> {
  const { options, partial, snapshot, prover, report } = context;
  const { progress = silentProgress } = options;
  const duck = await partial.connect();
  const proofs = queueProofs({ duck, client: prover, snapshot: snapshot.id, progress });
  const reports: (() => Promise<ExportedTableReport>)[] = [];
  const written: PlannedTable[] = [];
  try {
    for (const one of planned) {
      options.signal?.throwIfAborted();
      const name = fileName(options, one.table.schema, one.table.name);
      const started = performance.now();
      const stage = progress.stage(name, one.rows);
      const onRows = (rows: number) => stage.advance(rows);
      const table = await writeTable({ ...writing, snapshot, written, onRows }, one);
      await writeAfterRows(writing, table);
      stage.end();
      written.push(table);
      report(tableReport(name, table));
      const own = { table: name, rows: one.rows, seconds: (performance.now() - started) / 1000 };
      const proof = options.verify === false ? undefined : proofs.add(table);
      reports.push(async () => (proof === undefined ? own : { ...own, proof: await proof }));
    }
    return await Promise.all(reports.map((made) => made()));
  } finally {
    // What is under way would use a file that is closed.
    await proofs.settled();
  }
}
