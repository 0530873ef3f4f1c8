import { silentProgress } from '../../base/index.ts';
import type { TransferOptions } from '../options.ts';
import type { TableMapping } from '../plan/map-table.ts';
import type { TablePlan } from '../plan/table-plan.ts';
import { withSession, type Session } from '../session.ts';
import { isComparable } from './canonical.ts';
import { digestInDuck, digestInPostgres, type TableDigest } from './digest.ts';
import { locateDifferences, type RowDifference } from './locate.ts';

/** What the comparison of one table found. */
export interface TableVerification {
  readonly table: string;
  readonly sourceRows: number;
  readonly targetRows: number;
  /** Columns whose values differ as a whole; `(rows)`: all columns agree, but values stand in other rows. */
  readonly differingColumns: readonly string[];
  /** Some of the rows that differ. */
  readonly differences: readonly RowDifference[];
  /** Why the table could not be compared at all; empty: it was. */
  readonly missing: readonly string[];
  /** Columns whose stored values have no text that both engines print alike, and why; all others were compared. */
  readonly notCompared: readonly string[];
}

/** Serialisable as JSON. */
export interface VerifyReport {
  readonly file: string;
  readonly equal: boolean;
  readonly rows: number;
  readonly seconds: number;
  readonly tables: readonly TableVerification[];
}

/**
 * Compares a DuckDB database with PostgreSQL, table by table: counts, and digests that each engine computes in its own SQL
 * from the values it has stored. Columns that only the target has are not looked at.
 *
 * @throws FluxionError SOURCE_* or DATABASE_*; a difference is no error but `equal: false`
 */
export function verify(options: TransferOptions): Promise<VerifyReport> {
  return withSession(options, async (session) => {
    const started = performance.now();
    const mappings = await session.mappings(await session.relations());
    const tables: TableVerification[] = [];
    for (const mapping of mappings) {
      options.signal?.throwIfAborted();
      tables.push(await verifyTable(session, mapping));
    }
    return {
      file: options.file,
      equal: tables.every(isEqual),
      rows: tables.reduce((sum, { sourceRows }) => sum + sourceRows, 0),
      seconds: (performance.now() - started) / 1000,
      tables,
    };
  });
}

const isEqual = (table: TableVerification) =>
  table.sourceRows === table.targetRows && table.differingColumns.length === 0 && table.missing.length === 0;

async function verifyTable(session: Session, { plan, misfits }: TableMapping): Promise<TableVerification> {
  const nothing = {
    table: plan.target.name,
    sourceRows: 0,
    targetRows: 0,
    differingColumns: [],
    differences: [],
    missing: [],
    notCompared: [],
  };
  if (misfits.length > 0) return { ...nothing, missing: misfits };
  if (plan.action === 'create') return { ...nothing, missing: ['the target has no such table'] };
  const stage = (session.options.progress ?? silentProgress).stage(`verify ${plan.target.name}`);
  const [source, target] = await Promise.all([
    digestInDuck(session.duck, plan),
    digestInPostgres(session.client, plan),
  ]);
  stage.advance(Number(source.rows));
  const differing = plan.columns.filter((_, index) => differs(source, target, index));
  const differingColumns = differing.map(({ name }) => name);
  if (differing.length === 0 && source.rowDigest !== target.rowDigest) differingColumns.push('(rows)');
  const differences =
    differingColumns.length === 0 && source.rows === target.rows ? [] : await differencesOf(session, plan, differing);
  stage.end(differingColumns.length === 0 ? 'equal' : `differs: ${differingColumns.join(', ')}`);
  return {
    table: plan.target.name,
    sourceRows: Number(source.rows),
    targetRows: Number(target.rows),
    differingColumns,
    differences,
    missing: [],
    notCompared: plan.columns
      .filter((column) => !isComparable(column))
      .map(({ name, type }) => `column ${name}: ${type.name} keeps no text to compare`),
  };
}

function differs(source: TableDigest, target: TableDigest, index: number): boolean {
  const ours = source.columns[index];
  const theirs = target.columns[index];
  return ours?.present !== theirs?.present || ours?.digest !== theirs?.digest;
}

/** If no column differs as a whole, values have changed places: then every column is looked at. */
function differencesOf(
  { duck, client }: Session,
  plan: TablePlan,
  differing: TablePlan['columns'],
): Promise<RowDifference[]> {
  return locateDifferences(duck, client, plan, differing.length > 0 ? differing : plan.columns);
}
