import type { ClientBase } from 'pg';
import { quoteQualified } from '../../../base/index.ts';
import { hasLedger } from '../../ledger/index.ts';
import { relationKey } from '../../plan/build-plan.ts';
import { targetSchema } from '../../plan/migration-plan.ts';
import { postgresName } from '../../plan/names/names.ts';
import { sequenceName } from '../../plan/names/sequence-names.ts';
import type { Session } from '../../session.ts';

/** A relation that a migration has made, and that is still there. */
export interface MadeRelation {
  readonly schema: string;
  readonly name: string;
  /** `r` a table, `v` a view, `S` a sequence. */
  readonly kind: string;
}

const madeSql = `
  SELECT DISTINCT n.nspname AS schema, c.relname AS name, c.relkind AS kind, c.oid
  FROM fluxion_transfer.run AS r JOIN pg_class AS c ON c.oid = ANY(r.created) JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE r.id = coalesce($1::bigint, r.id) ORDER BY c.oid`;

/** The types that earlier runs made, but for those that columns have which stay; `$1` has the relations that go. */
const typesSql = `
  SELECT DISTINCT n.nspname AS schema, t.typname AS name
  FROM fluxion_transfer.run AS r JOIN pg_type AS t ON t.oid = ANY(r.types) JOIN pg_namespace AS n ON n.oid = t.typnamespace
  WHERE NOT EXISTS (SELECT FROM pg_attribute AS a WHERE a.atttypid IN (t.oid, t.typarray) AND NOT a.attisdropped
    AND a.attrelid <> ALL($1::text[]::regclass[]::oid[]))`;

/** What a run has made. */
export async function madeByRun(client: ClientBase, run: string): Promise<MadeRelation[]> {
  return (await client.query<MadeRelation>(madeSql, [run])).rows;
}

/** What earlier runs made under names that the file's objects get again: it counts as not there, and how to drop it. */
export async function replaceable({
  client,
  catalog,
  options,
  tables,
}: Session): Promise<{ hidden: Set<string>; drops: string[] }> {
  const relations = [...tables, ...catalog.views].map(({ schema, name }) => ({ schema, name: postgresName(name) }));
  const sequences = catalog.sequences.map((one) => ({ schema: one.schema, name: sequenceName(catalog, one) }));
  const wanted = new Set(
    [...relations, ...sequences].map(({ schema, name }) => relationKey(targetSchema(options, schema), name)),
  );
  const { rows } = (await hasLedger(client)) ? await client.query<MadeRelation>(madeSql, [null]) : { rows: [] };
  const made = rows.filter(({ schema, name }) => wanted.has(relationKey(schema, name)));
  const named = (kind: string) =>
    made.filter((relation) => relation.kind === kind).map(({ schema, name }) => quoteQualified(schema, name));
  // Each kind in one statement: its members may depend on each other.
  const drop = (word: string, names: string[]) => (names.length === 0 ? [] : [`DROP ${word} ${names.join(', ')}`]);
  const dropped = made.map(({ schema, name }) => quoteQualified(schema, name));
  const types =
    made.length === 0 ? [] : (await client.query<Pick<MadeRelation, 'schema' | 'name'>>(typesSql, [dropped])).rows;
  return {
    hidden: new Set([...made, ...types].map(({ schema, name }) => relationKey(schema, name))),
    drops: [
      ...drop('VIEW', named('v')),
      ...drop('TABLE', named('r')),
      ...drop('SEQUENCE', named('S')),
      ...drop(
        'TYPE',
        types.map(({ schema, name }) => quoteQualified(schema, name)),
      ),
    ],
  };
}
