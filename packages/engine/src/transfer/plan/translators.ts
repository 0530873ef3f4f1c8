import { quoteQualified } from '../../base/index.ts';
import type { DuckType, TableSpec } from '../../catalog/index.ts';
import type { Session } from '../session.ts';
import { createTranslator, UntranslatableError, type Translator } from '../translate/index.ts';
import { targetSchema } from './migration-plan.ts';
import { postgresName } from './names/names.ts';
import { sequenceName } from './names/sequence-names.ts';

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
  const relations: readonly NamedObject[] = [...catalog.tables, ...catalog.views];
  const find = (objects: readonly NamedObject[], schema: string, name: string) =>
    objects.find((object) => alike(object.schema, schema) && alike(object.name, name));
  const use = (object: NamedObject, target: string) => {
    onUse({ schema: object.schema, name: object.name });
    return quoteQualified(targetSchema(options, object.schema), target);
  };
  return createTranslator(duck, {
    macros: catalog.macros,
    columns: table?.columns ?? [],
    spelling: postgresName,
    relation: (schema, name) => {
      const object = find(relations, schema, name) ?? { schema, name };
      return use(object, postgresName(object.name));
    },
    sequence: (schema, name) => {
      // Without a schema DuckDB looks beside the text first, then in `main`.
      const places = schema === '' ? [home, 'main'] : [schema];
      const found = places.map((place) => find(catalog.sequences, place, name)).find((one) => one !== undefined);
      if (!found) throw new UntranslatableError(`the sequence ${name}, which the file does not have,`);
      return use(found, sequenceName(catalog, found));
    },
  });
}

function alike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
