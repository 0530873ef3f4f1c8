import type { Relation } from '../../postgres/index.ts';
import { withComputed } from '../ddl/tables/generated-columns.ts';
import type { Session } from '../session.ts';
import { holdsRows, planEmptying } from './emptying.ts';
import { findLosses, settleLosses, type Loss, type LossReport } from './losses/losses.ts';
import { copyOrder, misfitError } from './migration-plan.ts';
import { planDigest } from './plan-digest.ts';
import { relationName, targetName, type TablePlan } from './table-plan.ts';

/** What is decided for the tables. */
export interface PlannedTables {
  /** In the order of copying. */
  readonly tables: readonly TablePlan[];
  /** Tables that wait for others: by quoted name, those whose rows must be there before, for a foreign key of the target. */
  readonly waitsFor: ReadonlyMap<string, readonly string[]>;
  /** Values that the target cannot hold and that the person has decided on. */
  readonly losses: readonly LossReport[];
  /** Of the tables that leave rows out: which. */
  readonly rejects: readonly RejectedRows[];
  /** Statements that empty tables which hold rows, for a migration that replaces them. */
  readonly emptying: readonly string[];
  /** A digest of all that is decided but for the losses: a migration goes on only under the same. */
  readonly digest: string;
}

/** A table and its values that the target cannot hold, whose rows are left out. */
export interface RejectedRows {
  readonly plan: TablePlan;
  readonly losses: readonly Loss[];
}

/**
 * Decides for every table: created, filled or refused.
 * @throws FluxionError TARGET_MISFIT with all that does not fit; nothing has been written
 */
export async function planTables(
  session: Session,
  relations: readonly Relation[],
  rows: 'refused' | 'emptied' | 'own',
): Promise<PlannedTables> {
  const { options, duck } = session;
  const mappings = await session.mappings(relations);
  const misfits: string[] = [];
  const losses: LossReport[] = [];
  const rejects: RejectedRows[] = [];
  const occupied: TablePlan[] = [];
  const tables: TablePlan[] = [];
  let unsettled = false;
  for (const { plan: mapped, misfits: own } of mappings) {
    misfits.push(...own);
    if (own.length > 0) continue;
    const plan = await withComputed(session, mapped);
    const isOccupied = plan.action === 'fill' && rows !== 'own' && (await holdsRows(session.client, plan.target));
    if (isOccupied) occupied.push(plan);
    if (isOccupied && rows === 'refused') {
      misfits.push(`${plan.target.name}: the target's table already holds rows; --replace empties it first`);
      continue;
    }
    const found = await findLosses(duck, plan);
    const settled = settleLosses(plan, found, options.onLoss ?? 'fail');
    tables.push(settled.plan);
    if (settled.plan.rejected !== undefined) rejects.push({ plan: settled.plan, losses: found });
    misfits.push(...settled.misfits);
    unsettled ||= settled.misfits.length > 0;
    losses.push(...settled.reports);
  }
  const emptying = await planEmptying(session.client, occupied, mappings, relations, options.profile?.derived);
  misfits.push(...emptying.misfits);
  if (misfits.length > 0) throw misfitError(misfits, unsettled);
  const ordered = copyOrder(tables, relations);
  return {
    tables: ordered,
    waitsFor: waits(ordered, relations),
    losses,
    rejects,
    emptying: emptying.statements,
    digest: planDigest(options.onLoss, mappings),
  };
}

/** Foreign keys that the target has already are checked row by row; those of created tables come after all rows. */
function waits(plans: readonly TablePlan[], relations: readonly Relation[]): Map<string, string[]> {
  return new Map(
    plans.map((plan, place) => {
      const relation = relations.find(({ schema, name }) => schema === plan.target.schema && name === plan.target.name);
      const references = relation?.references ?? [];
      const before = plans.slice(0, place);
      const waitsFor = before.filter((other) => references.includes(relationName(other)));
      return [targetName(plan), waitsFor.map(targetName)];
    }),
  );
}
