import { FluxionError, quoteQualified } from '../../base/index.ts';
import { hasLog } from '../../duckdb/index.ts';
import type { Relation } from '../../postgres/index.ts';
import type { Session } from '../session.ts';
import { copyOrder, targetSchema } from './migration-plan.ts';
import { targetName, type TablePlan } from './table-plan.ts';
import { translatorFor, type Translators } from './translators.ts';
import { checkValues } from './value-checks.ts';

export interface MigrationPlan {
  /** In the order of copying. */
  readonly tables: readonly TablePlan[];
  readonly translator: Translators;
  /** The schemas that the target has. */
  readonly schemas: ReadonlySet<string>;
  /** Changes are in the file's write-ahead log that are not in the file itself. */
  readonly sourceHasLog: boolean;
  /** Where an object of the source goes, quoted, and whether the target had one of that name before. */
  target(schema: string, name: string): { readonly quoted: string; readonly exists: boolean };
}

/**
 * Decides for every table: created, filled or refused.
 * @throws FluxionError TARGET_MISFIT with all that does not fit; nothing has been written
 */
export async function buildPlan(session: Session): Promise<MigrationPlan> {
  const relations = await session.relations();
  const mappings = await session.mappings(relations);
  const misfits = mappings.flatMap((mapping) => mapping.misfits);
  for (const { plan, misfits: own } of mappings) {
    if (own.length > 0) continue;
    if (plan.action === 'fill' && (await hasRows(session, plan)))
      misfits.push(`${plan.target.name}: the target's table already holds rows`);
    else misfits.push(...(await checkValues(session.duck, plan)));
  }
  if (misfits.length > 0) {
    const tables = new Set(misfits.map((misfit) => misfit.split(':', 1)[0]));
    throw new FluxionError(
      'TARGET_MISFIT',
      `${tables.size} ${tables.size === 1 ? 'table does' : 'tables do'} not fit the target; nothing was written.`,
      { details: misfits },
    );
  }
  const tables = copyOrder(
    mappings.map(({ plan }) => plan),
    relations,
  );
  return {
    tables,
    translator: (table) => translatorFor(session, table),
    schemas: await schemasOf(session),
    sourceHasLog: hasLog(session.source.file),
    target: (schema, name) => find(session, relations, schema, name),
  };
}

async function schemasOf({ client }: Session): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>('SELECT nspname AS name FROM pg_namespace');
  return new Set(rows.map(({ name }) => name));
}

async function hasRows({ client }: Session, plan: TablePlan): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(`SELECT EXISTS (SELECT FROM ${targetName(plan)}) AS any`);
  return rows[0]?.any === true;
}

function find(
  { options }: Session,
  relations: readonly Relation[],
  schema: string,
  name: string,
): { quoted: string; exists: boolean } {
  const target = targetSchema(options, schema);
  return {
    quoted: quoteQualified(target, name),
    exists: relations.some((relation) => relation.schema === target && relation.name === name),
  };
}
