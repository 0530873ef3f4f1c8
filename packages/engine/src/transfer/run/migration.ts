import type { PlannedObjects } from '../ddl/objects.ts';
import type { MigrateOptions } from '../options.ts';
import type { MigrationPlan } from '../plan/build-plan.ts';
import type { Session } from '../session.ts';

/** A migration that is decided: both ends, what was asked for, what will be done. */
export interface Migration {
  readonly session: Session;
  readonly options: MigrateOptions;
  readonly plan: MigrationPlan;
  readonly objects: PlannedObjects;
}
