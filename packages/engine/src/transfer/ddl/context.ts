import { FluxionError, quoteQualified } from '../../base/index.ts';
import type { MigrationPlan } from '../plan/build-plan.ts';
import { targetSchema } from '../plan/migration-plan.ts';
import { postgresName } from '../plan/names/names.ts';
import type { TablePlan } from '../plan/table-plan.ts';
import type { Session } from '../session.ts';
import { relationNames, type RelationNames } from './relation-names.ts';
import { inTrial, type Trial } from './trial.ts';

/** What the DDL of every kind of object is written from. */
export interface DdlContext {
  readonly session: Session;
  readonly plan: MigrationPlan;
  readonly trial: Trial;
  readonly names: RelationNames;
  /** The tables that this migration makes. */
  readonly created: readonly TablePlan[];
  /** --only or --exclude narrows the migration down to some tables. */
  readonly narrowed: boolean;
  /** Nothing of an earlier migration is there under names that this one gives: all of it can be tried out. */
  readonly isFresh: boolean;
}

/** Runs `work` with all that it needs to know, in a trial. */
export async function withContext<T>(
  session: Session,
  plan: MigrationPlan,
  work: (context: DdlContext) => Promise<T>,
): Promise<T> {
  const { only, exclude = [] } = session.options;
  const isFresh = (await session.relations()).length === plan.relations.length;
  const facts = {
    session,
    plan,
    names: relationNames(session, plan),
    created: plan.tables.filter(({ action }) => action === 'create'),
    narrowed: only !== undefined || exclude.length > 0,
    isFresh,
  };
  return inTrial(session.client, (trial) => work({ ...facts, trial }));
}

/**
 * Makes in the trial what must be there before the rows.
 * @throws FluxionError DATABASE_UNSUITABLE if PostgreSQL refuses it: the migration could not begin
 */
export async function prepare({ trial, isFresh }: DdlContext, statement: string): Promise<void> {
  const reason = await trial.attempt(statement);
  if (reason === undefined || !isFresh) return;
  const message = `PostgreSQL does not take what must be there before the rows: ${reason}. Nothing was written.`;
  throw new FluxionError('DATABASE_UNSUITABLE', message, { details: [statement] });
}

/** Where an object of the source goes, and what of the target has that name already. */
export function placeOf(
  { session, plan }: DdlContext,
  object: { readonly schema: string; readonly name: string },
  name = postgresName(object.name),
) {
  const schema = targetSchema(session.options, object.schema);
  const there = plan.relations.find((relation) => relation.schema === schema && relation.name === name);
  return { schema, name, quoted: quoteQualified(schema, name), there };
}
