import { FluxionError, messageOf, quoteQualified } from '../../../base/index.ts';
import { takeQuery } from '../../../bridge/index.ts';
import type { Snapshot } from '../../../postgres/index.ts';
import { withOtherWays, type PlannedTable } from '../choose-ways.ts';
import { columnClauses, constraintClauses, tableName, type Clause } from './create-table.ts';
import type { WriteContext } from './context.ts';

export interface WriteTableContext extends WriteContext {
  readonly snapshot: Snapshot;
  /** The tables that are in the file already. */
  readonly written: readonly PlannedTable[];
  readonly onRows: (rows: number) => void;
}

/**
 * Makes a table and brings its rows, in one transaction of DuckDB's. A constraint that the rows or DuckDB refuse is left out
 * and reported, and a type that does not take all values gives way to another.
 * @returns the table as it was written
 */
export async function writeTable(context: WriteTableContext, planned: PlannedTable): Promise<PlannedTable> {
  const columns = columnClauses(context, planned);
  let clauses = constraintClauses(context, planned, context.written);
  const refuse = (refused: readonly Clause[], error: unknown) => {
    clauses = clauses.filter((clause) => !refused.includes(clause));
    for (const { name, definition } of refused) {
      context.report({ kind: 'constraint', name, outcome: 'refused', reason: firstLine(error), definition });
    }
  };
  for (const clause of clauses) {
    const error = await refusalOf(context, planned, columns(planned), clause);
    if (error !== undefined) refuse([clause], error);
  }
  for (let written = planned; ;) {
    try {
      await createAndFill(context, written, columns(written), clauses);
      clauses.forEach((clause) => reportMade(context, clause));
      return written;
    } catch (error) {
      const other = isValueError(error) ? withOtherWays(written, context.report) : undefined;
      const refused = other ? [] : refusedByRows(clauses, error);
      if (other) written = other;
      else if (refused.length > 0) refuse(refused, error);
      else throw error;
    }
  }
}

function reportMade({ report }: WriteTableContext, { name, reason, definition }: Clause): void {
  const constraint = { kind: 'constraint', name } as const;
  report(
    reason === undefined
      ? { ...constraint, outcome: 'same' }
      : { ...constraint, outcome: 'changed', reason, definition },
  );
}

const firstLine = (error: unknown) => messageOf(error).split('\n', 1)[0] ?? '';

/** What DuckDB says of a constraint of a table that has no rows yet; undefined: nothing. */
async function refusalOf(
  { duck }: WriteTableContext,
  planned: PlannedTable,
  columns: readonly string[],
  { sql }: Clause,
): Promise<unknown> {
  await duck.run('BEGIN');
  try {
    await duck.run(`CREATE TABLE ${tableName(planned)} (${[...columns, sql].join(', ')})`);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await duck.run('ROLLBACK');
  }
}

/** What DuckDB says of values that are none of a type; the last is what a check raises. */
function isValueError(error: unknown): boolean {
  return /^(?:Conversion|Invalid Input|Out of Range|Invalid) Error/i.test(messageOf(error));
}

/** What DuckDB says where the rows do not allow what the table declares, by the constraint's kind. */
const violations: Readonly<Record<Clause['kind'], RegExp>> = {
  check: /CHECK constraint failed/i,
  key: /duplicate key|PRIMARY KEY or UNIQUE constraint violat/i,
  'foreign key': /foreign key constraint/i,
};

/** The constraints to do without after an error; none: they are not its reason. Without memory for them, keys are not kept. */
function refusedByRows(clauses: readonly Clause[], error: unknown): readonly Clause[] {
  const message = messageOf(error);
  const isFull = /Out of Memory|could not allocate/i.test(message);
  return clauses.filter(({ kind }) => violations[kind].test(message) || (isFull && kind !== 'check'));
}

async function createAndFill(
  context: WriteTableContext,
  planned: PlannedTable,
  columns: readonly string[],
  clauses: readonly Clause[],
): Promise<void> {
  const { duck, snapshot, options, onRows } = context;
  let told = 0;
  await duck.run('BEGIN');
  try {
    const parts = [...columns, ...clauses.map(({ sql }) => sql)];
    await duck.run(`CREATE TABLE ${tableName(planned)} (${parts.join(', ')})`);
    const rows = await snapshot.use((client) =>
      takeQuery({
        client,
        duck,
        columns: planned.columns.map(({ column, way }) => ({ name: column.name, way })),
        from: quoteQualified(planned.table.schema, planned.table.name),
        into: tableName(planned),
        onRows: (count) => {
          told += count;
          onRows(count);
        },
        signal: options.signal,
      }),
    );
    if (rows !== planned.rows) {
      throw new FluxionError(
        'INTERNAL',
        `${planned.table.name}: ${rows} rows came where ${planned.rows} were counted.`,
      );
    }
    await duck.run('COMMIT');
  } catch (error) {
    onRows(-told);
    await duck.run('ROLLBACK').catch(() => {});
    throw error;
  }
}
