import type { DuckDBConnection } from '@duckdb/node-api';
import { FluxionError } from '../../base/index.ts';
import type { DuckType, EnumNames, TableSpec } from '../../catalog/index.ts';
import type { Relation } from '../../postgres/index.ts';
import type { TransferOptions } from '../options.ts';
import { mapTable, type TableMapping } from './map-table.ts';
import { postgresName, postgresSchema } from './names/names.ts';
import type { TablePlan } from './table-plan.ts';

export type { TableMapping };

/** The schema and name that an object of the source has in the target. */
export function targetSchema(options: Pick<TransferOptions, 'schema'>, sourceSchema: string): string {
  return sourceSchema === 'main' ? options.schema : postgresSchema(sourceSchema);
}

/** Maps every chosen table of the source onto the target. */
export async function mapTables(
  connection: DuckDBConnection,
  tables: readonly TableSpec<DuckType>[],
  relations: readonly Relation[],
  options: TransferOptions,
  enumNames: (table: TableSpec<DuckType>, column: string) => EnumNames,
): Promise<TableMapping[]> {
  const mappings: TableMapping[] = [];
  const taken = new Set<string>();
  for (const table of tables) {
    const schema = targetSchema(options, table.schema);
    const name = postgresName(table.name);
    const goal = JSON.stringify([schema, name]);
    if (taken.has(goal)) {
      mappings.push(await clash(connection, table, schema, `would get a second table of the source under that name`));
      continue;
    }
    taken.add(goal);
    const existing = relations.find((relation) => relation.schema === schema && relation.name === name);
    if (existing && existing.kind !== 'table') {
      mappings.push(await clash(connection, table, schema, `has ${existing.kind} of that name`));
      continue;
    }
    const select = selectFor(table, existing, options);
    mappings.push(
      await mapTable(connection, table, { schema, name, existing }, select, (column) => enumNames(table, column)),
    );
  }
  return mappings;
}

async function clash(
  connection: DuckDBConnection,
  table: TableSpec<DuckType>,
  schema: string,
  reason: string,
): Promise<TableMapping> {
  const name = postgresName(table.name);
  const { plan } = await mapTable(connection, table, { schema, name, existing: undefined }, undefined);
  return { plan, misfits: [`${table.name}: the target ${reason}`] };
}

/** The person's own query comes first, then the target's built-in one. */
function selectFor(
  table: TableSpec<DuckType>,
  existing: Relation | undefined,
  options: TransferOptions,
): string | undefined {
  const given = options.selects?.[table.name] ?? options.selects?.[`${table.schema}.${table.name}`];
  if (given !== undefined || !existing) return given;
  return options.profile?.selectFor(table.name, new Map(table.columns.map(({ name, type }) => [name, type.text])));
}

/** Orders tables so that each comes after those that its foreign keys in the target point at; a circle keeps the given order. */
export function copyOrder(plans: readonly TablePlan[], relations: readonly Relation[]): TablePlan[] {
  const ordered: TablePlan[] = [];
  const visiting = new Set<TablePlan>();
  const visit = (plan: TablePlan) => {
    if (ordered.includes(plan) || visiting.has(plan)) return;
    visiting.add(plan);
    const relation = relations.find(({ schema, name }) => schema === plan.target.schema && name === plan.target.name);
    for (const name of relation?.references ?? []) {
      const before = plans.find(({ target }) => `${target.schema}.${target.name}` === name);
      if (before) visit(before);
    }
    ordered.push(plan);
  };
  plans.forEach(visit);
  return ordered;
}

/** All that does not fit, each beginning with its table's name. `unsettled`: among it are values that can be decided on. */
export function misfitError(misfits: readonly string[], unsettled: boolean): FluxionError {
  const tables = new Set(misfits.map((misfit) => misfit.split(':', 1)[0]));
  const hint = unsettled
    ? ' Values that it cannot hold can be left out or converted: --on-loss reject or convert.'
    : '';
  const message = `${tables.size} ${tables.size === 1 ? 'table does' : 'tables do'} not fit the target; nothing was written.${hint}`;
  return new FluxionError('TARGET_MISFIT', message, { details: misfits });
}
