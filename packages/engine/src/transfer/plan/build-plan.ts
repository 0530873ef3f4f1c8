import { hasLog } from '../../duckdb/index.ts';
import type { Relation } from '../../postgres/index.ts';
import type { Session } from '../session.ts';
import { planTables, type PlannedTables } from './plan-tables.ts';

/** All that is decided, and what the DDL needs to know of the target. */
export interface MigrationPlan extends PlannedTables {
  /** The schemas that the target has. */
  readonly schemas: ReadonlySet<string>;
  /** What the target has, but for what this migration itself has made or will replace. */
  readonly relations: readonly Relation[];
  /** Changes are in the file's write-ahead log that are not in the file itself. */
  readonly sourceHasLog: boolean;
}

/** What an earlier migration leaves to this one. */
export interface Earlier {
  /** Relations that count as not there, as `relationKey` writes them: this migration has made them, or will replace them. */
  readonly hidden: ReadonlySet<string>;
  /** What of tables that hold rows: refused; emptied first; they are this migration's own. */
  readonly rows: 'refused' | 'emptied' | 'own';
}

/** A relation of the target as a key. */
export function relationKey(schema: string, name: string): string {
  return JSON.stringify([schema, name]);
}

/**
 * Decides for every table: created, filled or refused; and gathers what the objects around them need.
 * @throws FluxionError TARGET_MISFIT with all that does not fit; nothing has been written
 */
export async function buildPlan(session: Session, { hidden, rows }: Earlier): Promise<MigrationPlan> {
  const all = await session.relations();
  const relations = all.filter(({ schema, name }) => !hidden.has(relationKey(schema, name)));
  return {
    ...(await planTables(session, relations, rows)),
    schemas: await schemasOf(session),
    relations,
    sourceHasLog: hasLog(session.source.file),
  };
}

async function schemasOf({ client }: Session): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>('SELECT nspname AS name FROM pg_namespace');
  return new Set(rows.map(({ name }) => name));
}
