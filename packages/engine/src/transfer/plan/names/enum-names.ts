import type { DuckType, EnumNames, TableSpec } from '../../../catalog/index.ts';
import type { DuckCatalog, EnumSpec } from '../../../duckdb/index.ts';
import type { Relation } from '../../../postgres/index.ts';
import type { TransferOptions } from '../../options.ts';
import { targetSchema } from '../migration-plan.ts';
import { postgresName } from './names.ts';

/** The names that the source's enums have as types of the target. */
export interface EnumPlan {
  /** For the enums in a column's type. */
  forColumn(table: TableSpec<DuckType>, column: string): EnumNames;
  /** For one that CREATE TYPE made. */
  named(source: EnumSpec): { readonly schema: string; readonly name: string };
}

const key = (...parts: string[]) => JSON.stringify(parts);
const sameLabels = (one: readonly string[], other: readonly string[]) => key(...one) === key(...other);

/**
 * Names the enum types: as in the source, or TABLE_COLUMN for one without a name, with a number behind it if the target has
 * something else of that name. A type of the same name and labels is used as it is.
 */
export function planEnums(
  catalog: DuckCatalog,
  relations: readonly Relation[],
  options: Pick<TransferOptions, 'schema'>,
): EnumPlan {
  const place = ({ schema, name }: { readonly schema: string; readonly name: string }) =>
    key(targetSchema(options, schema), postgresName(name));
  // Tables and views have a type of their own name.
  const taken = new Map<string, readonly string[] | undefined>();
  for (const { schema, name, labels } of relations) taken.set(key(schema, name), labels);
  for (const object of [...catalog.tables, ...catalog.views]) taken.set(place(object), undefined);
  const choose = (schema: string, wanted: string, labels: readonly string[], shared: boolean) => {
    for (let attempt = 0; ; attempt += 1) {
      const name = postgresName(attempt === 0 ? wanted : `${wanted}_${attempt}`);
      const at = key(schema, name);
      const there = taken.get(at);
      if (taken.has(at) && !(shared && there && sameLabels(there, labels))) continue;
      taken.set(at, labels);
      return { schema, name };
    }
  };
  const named = new Map(
    catalog.enums.map((source) => [
      source,
      choose(targetSchema(options, source.schema), source.name, source.labels, true),
    ]),
  );
  const unnamed = new Map<string, { readonly schema: string; readonly name: string }>();
  return {
    named: (source) => named.get(source) ?? { schema: targetSchema(options, source.schema), name: source.name },
    forColumn: (table, column) => (labels) => {
      const alike = catalog.enums.filter((source) => sameLabels(source.labels, labels));
      const source = alike.find(({ schema }) => schema === table.schema) ?? alike[0];
      if (source) return named.get(source);
      const at = key(table.schema, table.name, column);
      const known = unnamed.get(at);
      if (known) return known;
      const schema = targetSchema(options, table.schema);
      const chosen = choose(schema, `${table.name}_${column}`, labels, true);
      unnamed.set(at, chosen);
      return chosen;
    },
  };
}
