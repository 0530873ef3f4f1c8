import type { PlannedObjects } from '../ddl/objects.ts';
import type { MigrateOptions } from '../options.ts';
import type { MigrationPlan } from '../plan/build-plan.ts';
import type { Session } from '../session.ts';
import type { Approach } from './earlier/approach.ts';

/** A migration that is decided: both ends, what was asked for, what earlier ones left, what will be done. */
export interface Migration {
  readonly session: Session;
  readonly options: MigrateOptions;
  readonly approach: Approach;
  readonly plan: MigrationPlan;
  readonly objects: PlannedObjects;
}

/** Statements for a transaction that writes rows; only tables that stood there before have any. */
export function settingsFor({ options: { profile } }: Pick<Migration, 'options'>, action: 'create' | 'fill'): string[] {
  const settings = action === 'fill' ? (profile?.sessionSettings ?? []) : [];
  return settings.map((setting) => setting.replace(/^SET (?!LOCAL|SESSION)/i, 'SET LOCAL '));
}

/** As many as the server's work and our own keep two cores busy with. */
const defaultStreams = 2;

/** How many streams copy rows, and how many connections make indexes afterwards. */
export function streamsOf({ jobs = defaultStreams }: MigrateOptions): number {
  return jobs;
}
