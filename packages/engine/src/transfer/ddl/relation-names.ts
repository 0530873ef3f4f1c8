import type { MigrationPlan } from '../plan/build-plan.ts';
import { targetSchema } from '../plan/migration-plan.ts';
import { postgresName } from '../plan/names/names.ts';
import { sequenceName } from '../plan/names/sequence-names.ts';
import type { TablePlan } from '../plan/table-plan.ts';
import type { Session } from '../session.ts';

/** Gives names in the target that nothing else has. */
export interface RelationNames {
  /** A name for an index of that schema, as near to `wanted` as can be. It is taken from then on. */
  choose(schema: string, wanted: string): string;
  /** Likewise for a constraint without an index, which shares its table's names only. */
  chooseConstraint(plan: TablePlan, wanted: string): string;
}

const key = (...parts: string[]) => JSON.stringify(parts);

/** Knows what the target has and what of the source will take up a name in it. Two runs over the same plan give the same names. */
export function relationNames(
  { catalog, options }: Pick<Session, 'catalog' | 'options'>,
  { relations, tables }: Pick<MigrationPlan, 'relations' | 'tables'>,
): RelationNames {
  const there = new Set(relations.map(({ schema, name }) => key(schema, name)));
  const taken = new Set(there);
  // An index of a table that counts as not there is this migration's own, from before it broke off.
  for (const { schema, name, table } of relations)
    if (table !== undefined && !there.has(key(schema, table))) taken.delete(key(schema, name));
  for (const { target } of tables) taken.add(key(target.schema, target.name));
  for (const { schema, name } of catalog.views) taken.add(key(targetSchema(options, schema), postgresName(name)));
  for (const sequence of catalog.sequences)
    taken.add(key(targetSchema(options, sequence.schema), sequenceName(catalog, sequence)));
  const choose = (names: Set<string>, scope: readonly string[], wanted: string) => {
    for (let attempt = 0; ; attempt += 1) {
      const name = postgresName(attempt === 0 ? wanted : `${wanted}_${attempt}`);
      if (names.has(key(...scope, name))) continue;
      names.add(key(...scope, name));
      return name;
    }
  };
  const constraints = new Set<string>();
  return {
    choose: (schema, wanted) => choose(taken, [schema], wanted),
    chooseConstraint: ({ target }, wanted) => choose(constraints, [target.schema, target.name], wanted),
  };
}

/** A constraint's name in PostgreSQL's usual form: table, columns, kind. */
export function constraintName(plan: TablePlan, columns: readonly string[], kind: string): string {
  return [plan.target.name, ...columns, kind].join('_');
}
