import { quoteQualified } from '../../base/index.ts';
import type { DuckType, TableSpec } from '../../catalog/index.ts';
import type { Session } from '../session.ts';
import { createTranslator, type Translator } from '../translate/index.ts';
import { targetSchema } from './migration-plan.ts';
import { postgresName } from './names.ts';

/** An object of the source that an expression or a view names. */
export interface NamedObject {
  readonly schema: string;
  readonly name: string;
}

/** Where a text of the source stands. */
export interface TranslationScope {
  /** The schema in which DuckDB looks first for a name without one; by default the table's, else `main`. */
  readonly schema?: string;
  /** The table whose columns an expression names. */
  readonly table?: TableSpec<DuckType>;
  /** Is told each table, view and sequence that the text names. */
  readonly onUse?: (object: NamedObject) => void;
}

/** A translator whose names are the target's. DuckDB's names know no case: an object gets the name of its declaration. */
export function translatorFor(
  { duck, catalog, options }: Pick<Session, 'duck' | 'catalog' | 'options'>,
  { table, schema: home = table?.schema ?? 'main', onUse = () => {} }: TranslationScope = {},
): Translator {
  const objects: readonly NamedObject[] = [...catalog.tables, ...catalog.views, ...catalog.sequences];
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const find = (schema: string, name: string) =>
    objects.find((object) => same(object.schema, schema) && same(object.name, name));
  return createTranslator(duck, {
    macros: catalog.macros,
    columns: table?.columns ?? [],
    spelling: postgresName,
    relation: (schema, name) => {
      // Without a schema DuckDB looks beside the text first, then in `main`.
      const found = schema === '' ? (find(home, name) ?? find('main', name)) : find(schema, name);
      const object = found ?? { schema: schema || home, name };
      onUse({ schema: object.schema, name: object.name });
      return quoteQualified(targetSchema(options, object.schema), postgresName(object.name));
    },
  });
}
