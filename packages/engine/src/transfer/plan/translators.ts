import { quoteQualified } from '../../base/index.ts';
import type { DuckType, TableSpec } from '../../catalog/index.ts';
import type { Session } from '../session.ts';
import { createTranslator, type Translator } from '../translate/index.ts';
import { targetSchema } from './migration-plan.ts';

/** A translator for expressions of one table, whose spelling of a name comes first, or for those of views. */
export type Translators = (table?: TableSpec<DuckType>) => Translator;

/**
 * DuckDB's names know no case; PostgreSQL's quoted ones do: a name in an expression gets the spelling of its declaration.
 * One that is declared in two spellings is left as it is written, but for the table's own.
 */
export function translatorFor({ duck, catalog, options }: Session, table?: TableSpec<DuckType>): Translator {
  const declared = [
    ...catalog.tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
    ...catalog.views.flatMap(({ name, columns }) => [name, ...columns]),
    ...catalog.sequences.map(({ name }) => name),
  ];
  const own = table?.columns.map(({ name }) => name) ?? [];
  const spelling = (name: string) => {
    const alike = (known: string) => known.toLowerCase() === name.toLowerCase();
    const spellings = new Set(declared.filter(alike));
    return own.find(alike) ?? (spellings.size === 1 ? [...spellings][0] : undefined) ?? name;
  };
  return createTranslator(duck, {
    spelling,
    relation: (schema, name) => quoteQualified(targetSchema(options, schema), spelling(name)),
  });
}
