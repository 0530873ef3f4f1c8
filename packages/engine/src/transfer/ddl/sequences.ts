import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import type { DuckCatalog, SequenceSpec } from '../../duckdb/index.ts';
import type { MigrationPlan } from '../plan/build-plan.ts';
import { targetName, type TablePlan } from '../plan/table-plan.ts';
import type { ObjectStatement } from './after-rows.ts';
import type { ObjectNote } from './create-table.ts';

/** Sequences come with the tables that are created; one that the target has stays as it is. */
export function planSequences(plan: MigrationPlan, catalog: DuckCatalog, created: readonly TablePlan[]) {
  const before: string[] = [];
  const notes: ObjectNote[] = [];
  const after: ObjectStatement[] = [];
  const names: string[] = [];
  for (const sequence of created.length > 0 ? catalog.sequences : []) {
    const { name } = sequence;
    const { quoted, exists } = plan.target(sequence.schema, name);
    if (exists) {
      notes.push({ kind: 'sequence', name, outcome: 'kept', reason: 'the target has its own of that name' });
      continue;
    }
    before.push(...sequenceStatements(sequence, quoted));
    names.push(quoted);
    if (!plan.sourceHasLog) continue;
    after.push(
      ...advanceStatements(sequence, quoted, created).map((sql) => ({ kind: 'sequence' as const, name, sql })),
    );
  }
  return { before, notes, after, names };
}

/**
 * CREATE SEQUENCE as the source has it, at its position. A DuckDB file that is opened anew tells as the last value the one
 * that comes next; how it was once declared to start is not kept.
 */
function sequenceStatements(sequence: SequenceSpec, quoted: string): string[] {
  const { increment, min, max, start, cycle, last, comment } = sequence;
  const next = BigInt(last ?? start);
  const within = next > BigInt(max) ? max : next < BigInt(min) ? min : String(next);
  const create = `CREATE SEQUENCE ${quoted} INCREMENT BY ${increment} MINVALUE ${min} MAXVALUE ${max} START WITH ${within}${cycle ? ' CYCLE' : ''}`;
  // One that is used up comes next to a value that it does not have.
  const position = within === String(next) ? [] : [`SELECT setval(${quoteLiteral(quoted)}, ${within}, true)`];
  return comment === null
    ? [create, ...position]
    : [create, ...position, `COMMENT ON SEQUENCE ${quoted} IS ${quoteLiteral(comment)}`];
}

/**
 * Moves a sequence past the values of the columns that it fills. Needed where the file has a write-ahead log beside it:
 * DuckDB then tells an older position than the one it would go on from.
 */
function advanceStatements(sequence: SequenceSpec, quoted: string, plans: readonly TablePlan[]): string[] {
  const names = [sequence.name, quoteIdentifier(sequence.name)];
  const calls = [...names, ...names.map((name) => `${sequence.schema}.${name}`)].map(
    (name) => `nextval(${quoteLiteral(name)})`,
  );
  return plans.flatMap((plan) =>
    plan.source.columns
      .filter((column) => column.default !== null && calls.includes(column.default))
      .map(
        ({ name }) =>
          `SELECT setval(${quoteLiteral(quoted)}, most) FROM (SELECT max(${quoteIdentifier(name)}) AS most FROM ${targetName(plan)}) rows, ${quoted} WHERE most >= last_value`,
      ),
  );
}
