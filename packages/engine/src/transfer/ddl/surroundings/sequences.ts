import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import type { SequenceSpec } from '../../../duckdb/index.ts';
import { sequenceName } from '../../plan/names/sequence-names.ts';
import { targetName, type TablePlan } from '../../plan/table-plan.ts';
import { placeOf, type DdlContext } from '../context.ts';
import { made, present, refused, renaming, sourceName } from '../object-report.ts';
import type { PlannedObject } from '../object-statement.ts';
import { sequenceUsers, type FilledColumn } from './sequence-users.ts';

/** Sequences come with the tables that are created; one that the target has stays as it is. */
export async function planSequences(context: DdlContext) {
  const { session, plan, created, isFresh } = context;
  const before: string[] = [];
  const objects: PlannedObject[] = [];
  const names: string[] = [];
  const users = await sequenceUsers(session);
  for (const sequence of session.catalog.sequences) {
    const used = users(sequence);
    const { name, quoted, there } = placeOf(context, sequence, sequenceName(session.catalog, sequence));
    const other = there ? taken(sequence, there.kind) : unneeded(context, sequence, used);
    if (other) {
      objects.push(other);
      continue;
    }
    before.push(...sequenceStatements(sequence, quoted));
    names.push(quoted);
    const advances = plan.sourceHasLog ? advanceStatements(sequence, quoted, created, used) : [];
    const sql = (isFresh ? advances : [catchUpStatement(sequence, quoted), ...advances]).join(';\n');
    const own = { kind: 'sequence', name: sourceName(sequence) } as const;
    const renamed = renaming(sequence.name, name);
    if (sql === '') objects.push({ report: present(own.kind, own.name, renamed) });
    else objects.push(made({ ...own, phase: 'sequence', table: quoted, sql, definition: sequence.sql }, renamed));
  }
  return { before, objects, created: names };
}

function taken(sequence: SequenceSpec, kind: string): PlannedObject {
  const name = sourceName(sequence);
  if (kind !== 'a sequence') return refused('sequence', name, `the target has ${kind} of that name`, sequence.sql);
  return { report: { kind: 'sequence', name, outcome: 'kept', reason: 'the target has its own of that name' } };
}

/** A sequence that no created table needs, if others would; one that nothing uses is created. */
function unneeded(
  { plan, narrowed }: DdlContext,
  sequence: SequenceSpec,
  used: readonly FilledColumn[],
): PlannedObject | undefined {
  const carried = plan.tables.filter(({ source }) => used.some(({ table }) => table === source));
  const name = sourceName(sequence);
  if (carried.length === 0) {
    if (!narrowed) return undefined;
    return refused('sequence', name, 'none of the tables that are carried across uses it', sequence.sql);
  }
  if (carried.some(({ action }) => action === 'create')) return undefined;
  const reason = "the tables that it fills are the target's own, with defaults of their own";
  return { report: { kind: 'sequence', name, outcome: 'kept', reason } };
}

/** Where a sequence stands in the source: the value that comes next, and the nearest that the sequence has. */
function positionOf({ last, start, min, max }: SequenceSpec) {
  const next = BigInt(last ?? start);
  const within = next > BigInt(max) ? max : next < BigInt(min) ? min : String(next);
  return { next: String(next), within };
}

/**
 * CREATE SEQUENCE as the source has it, at its position. A DuckDB file that is opened anew tells as the last value the one
 * that comes next; how it was once declared to start is not kept.
 */
function sequenceStatements(sequence: SequenceSpec, quoted: string): string[] {
  const { increment, min, max, cycle, comment } = sequence;
  const { next, within } = positionOf(sequence);
  const create = `CREATE SEQUENCE ${quoted} INCREMENT BY ${increment} MINVALUE ${min} MAXVALUE ${max} START WITH ${within}${cycle ? ' CYCLE' : ''}`;
  // One that is used up comes next to a value that it does not have.
  const position = within === next ? [] : [`SELECT setval(${quoteLiteral(quoted)}, ${within}, true)`];
  return comment === null
    ? [create, ...position]
    : [create, ...position, `COMMENT ON SEQUENCE ${quoted} IS ${quoteLiteral(comment)}`];
}

/** Moves a sequence that an earlier run made to where the file has it by now; never back, since programs may use it already. */
function catchUpStatement(sequence: SequenceSpec, quoted: string): string {
  const { next, within } = positionOf(sequence);
  const ahead = BigInt(sequence.increment) > 0n ? '<' : '>';
  return `SELECT setval(${quoteLiteral(quoted)}, ${within}, ${next !== within}) FROM ${quoted} WHERE last_value::numeric + CASE WHEN is_called THEN ${sequence.increment} ELSE 0 END ${ahead} ${next}`;
}

/**
 * Moves a sequence past the values of the columns that it fills. Needed where the file has a write-ahead log beside it:
 * DuckDB then tells an older position than the one it would go on from.
 */
function advanceStatements(
  { increment, min, max }: SequenceSpec,
  quoted: string,
  created: readonly TablePlan[],
  used: readonly FilledColumn[],
): string[] {
  const [furthest, beyond] = BigInt(increment) > 0n ? ['max', '>='] : ['min', '<='];
  return created.flatMap((plan) =>
    plan.columns
      .filter(({ name }) => used.some(({ table, column }) => table === plan.source && column === name))
      .map(
        ({ target }) =>
          `SELECT setval(${quoteLiteral(quoted)}, furthest::int8) FROM (SELECT ${furthest}(${quoteIdentifier(target)}) AS furthest FROM ${targetName(plan)}) rows, ${quoted} WHERE furthest ${beyond} last_value AND furthest BETWEEN ${min} AND ${max}`,
      ),
  );
}
