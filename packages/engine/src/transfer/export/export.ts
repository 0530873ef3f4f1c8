import { statSync } from 'node:fs';
import type { PoolClient } from 'pg';
import { exactReading, withSnapshot, type Snapshot } from '../../postgres/index.ts';
import type { ObjectReport } from '../report.ts';
import { explainExportError } from './errors.ts';
import { exportInto, type Exported } from './export-into.ts';
import type { ExportOptions, ExportReport } from './options.ts';
import { openPartialFile, type PartialFile } from './write/index.ts';

/**
 * Brings a PostgreSQL database, as it is at one moment, into a new DuckDB database file, while others go on writing. The
 * file has its name only when every row is in it and, unless told otherwise, each table was found equal to PostgreSQL's.
 * Constraints and the like that DuckDB does not have are left out, and told.
 *
 * @throws FluxionError FILE_EXISTS, FILE_UNWRITABLE, USAGE, DATABASE_*, INTERRUPTED; a difference is no error, but the report
 * is not `whole`
 */
export async function exportDatabase(options: ExportOptions): Promise<ExportReport> {
  options.signal?.throwIfAborted();
  const started = new Date();
  const partial = await openPartialFile(options.file, options.replace ?? false);
  try {
    const objects: ObjectReport[] = [];
    const exported = await reading(options, partial, (snapshot, prover) =>
      exportInto({ options, partial, snapshot, prover, report: (object) => objects.push(object) }),
    );
    const isEqual = exported.tables.every(({ proof }) => proof?.equal ?? true);
    if (isEqual) {
      await partial.connection.run('CHECKPOINT');
      partial.finish();
    }
    return {
      file: options.file,
      started: started.toISOString(),
      seconds: (Date.now() - started.getTime()) / 1000,
      ...exported,
      objects,
      rows: exported.tables.reduce((sum, { rows }) => sum + rows, 0),
      whole: isEqual && !objects.some(({ kind, outcome }) => kind === 'table' && outcome === 'refused'),
      bytes: isEqual ? statSync(options.file).size : 0,
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    };
  } catch (error) {
    throw explainExportError(options, error);
  } finally {
    partial.discard();
  }
}

/** Holds a snapshot and a connection for proofs; an abort stops what DuckDB runs. */
async function reading(
  { pool, signal }: ExportOptions,
  partial: PartialFile,
  work: (snapshot: Snapshot, prover: PoolClient) => Promise<Exported>,
): Promise<Exported> {
  const interrupt = () => partial.connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  const prover = await pool.connect();
  prover.on('error', () => {});
  try {
    return await withSnapshot(pool, exactReading, (snapshot) => work(snapshot, prover));
  } finally {
    signal?.removeEventListener('abort', interrupt);
    // Closed, not returned: a failed proof leaves its transaction open.
    prover.release(true);
  }
}
