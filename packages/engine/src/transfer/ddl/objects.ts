import type { MigrationPlan } from '../plan/build-plan.ts';
import type { Session } from '../session.ts';
import { planAfter } from './after.ts';
import { withContext } from './context.ts';
import { asComments } from './object-report.ts';
import type { ObjectStatement, PlannedObject } from './object-statement.ts';
import { planSurroundings } from './surroundings/surroundings.ts';
import { planTables } from './tables/tables.ts';

/** The DDL of a plan: what must be there before the rows, what follows them, and what becomes of each object of the source. */
export interface PlannedObjects {
  /** One transaction: schemas, types, sequences, tables, and their comments. */
  readonly before: readonly string[];
  /** In the order of their phases. Each on its own: a failure is reported and undoes nothing else. */
  readonly after: readonly ObjectStatement[];
  readonly objects: readonly PlannedObject['report'][];
  /** What is refused, as comments of SQL for a person. */
  readonly notMade: readonly string[];
  /** Quoted names of the relations that `before` makes. */
  readonly created: readonly string[];
  /** Quoted names of the types that `before` makes. */
  readonly createdTypes: readonly string[];
}

/** Writes the DDL for the objects that the target lacks. It is tried out in the target; of that, nothing stays. */
export function planObjects(session: Session, plan: MigrationPlan): Promise<PlannedObjects> {
  return withContext(session, plan, async (context) => {
    const surroundings = await planSurroundings(context);
    const tables = await planTables(context);
    const { after, reports } = await planAfter(context, [...surroundings.objects, ...tables.objects]);
    const objects = [...surroundings.reports, ...tables.reports, ...reports];
    const before = [...surroundings.statements, ...tables.statements];
    return {
      before,
      after,
      objects,
      notMade: asComments(objects),
      created: [...surroundings.created, ...tables.created],
      createdTypes: surroundings.createdTypes,
    };
  });
}
