import { FluxionError, quoteQualified } from '../../base/index.ts';
import type { Relation } from '../../postgres/index.ts';
import { withComputed } from '../ddl/tables/generated-columns.ts';
import type { Session } from '../session.ts';
import { findLosses, settleLosses, type Loss, type LossReport } from './losses.ts';
import { copyOrder } from './migration-plan.ts';
import { planDigest } from './plan-digest.ts';
import { targetName, type TablePlan } from './table-plan.ts';

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
    const holdsRows = plan.action === 'fill' && rows !== 'own' && (await hasRows(session, targetName(plan)));
    if (holdsRows) occupied.push(plan);
    if (holdsRows && rows === 'refused') {
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
  const referring = referringTables(occupied, relations);
  misfits.push(...(await foreignRows(session, referring, mappings)));
  if (misfits.length > 0) throw misfitError(misfits, unsettled);
  const ordered = copyOrder(tables, relations);
  return {
    tables: ordered,
    waitsFor: waits(ordered, relations),
    losses,
    rejects,
    emptying: emptyingOf([...occupied.map(targetName), ...referring.map(({ name }) => name)]),
    digest: planDigest(options.onLoss, mappings),
  };
}

/** A table of the target that refers, directly or through others, to one that is emptied. */
interface ReferringTable {
  readonly name: string;
  /** The name of the one that it refers to. */
  readonly to: string;
}

/** TRUNCATE wants all of them on its list, too. */
function referringTables(emptied: readonly TablePlan[], relations: readonly Relation[]): ReferringTable[] {
  const reached = new Set(emptied.map(({ target }) => `${target.schema}.${target.name}`));
  const found: ReferringTable[] = [];
  // The set grows while it is gone through.
  for (const to of reached) {
    for (const { schema, name, kind, references } of relations) {
      const own = `${schema}.${name}`;
      if (kind !== 'table' || !references.includes(to) || reached.has(own)) continue;
      reached.add(own);
      found.push({ name: quoteQualified(schema, name), to });
    }
  }
  return found;
}

/** Why tables cannot be emptied: others, which are not to be, refer to them and hold rows. */
async function foreignRows(
  session: Session,
  referring: readonly ReferringTable[],
  mappings: readonly { readonly plan: TablePlan }[],
): Promise<string[]> {
  const own = new Set(mappings.map(({ plan }) => targetName(plan)));
  const misfits: string[] = [];
  for (const { name, to } of referring) {
    if (own.has(name) || !(await hasRows(session, name))) continue;
    misfits.push(`${to}: it cannot be emptied, since ${name} refers to it and holds rows that are not the file's`);
  }
  return misfits;
}

/** In one statement: its members may refer to each other. */
function emptyingOf(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`TRUNCATE ${names.join(', ')}`];
}

function misfitError(misfits: readonly string[], unsettled: boolean): FluxionError {
  const tables = new Set(misfits.map((misfit) => misfit.split(':', 1)[0]));
  const hint = unsettled
    ? ' Values that it cannot hold can be left out or converted: --on-loss reject or convert.'
    : '';
  const message = `${tables.size} ${tables.size === 1 ? 'table does' : 'tables do'} not fit the target; nothing was written.${hint}`;
  return new FluxionError('TARGET_MISFIT', message, { details: misfits });
}

async function hasRows({ client }: Session, name: string): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(`SELECT EXISTS (SELECT FROM ${name}) AS any`);
  return rows[0]?.any === true;
}

/** Foreign keys that the target has already are checked row by row; those of created tables come after all rows. */
function waits(plans: readonly TablePlan[], relations: readonly Relation[]): Map<string, string[]> {
  return new Map(
    plans.map((plan, place) => {
      const relation = relations.find(({ schema, name }) => schema === plan.target.schema && name === plan.target.name);
      const references = relation?.references ?? [];
      const before = plans.slice(0, place);
      const waitsFor = before.filter(({ target }) => references.includes(`${target.schema}.${target.name}`));
      return [targetName(plan), waitsFor.map(targetName)];
    }),
  );
}
