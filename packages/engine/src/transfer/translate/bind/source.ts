import type { DuckDBConnection } from '@duckdb/node-api';
import { parseDuckType } from '../../../catalog/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { Alphabet } from '../functions/index.ts';
import { Translation, type Setting, type Source, type SourceRelation } from './translation.ts';

/** A translation that knows of DuckDB and of the file what it must. */
export async function beginTranslation(
  setting: Omit<Setting, 'source'>,
  query: Translation['query'],
): Promise<Translation> {
  return new Translation({ ...setting, source: await readSource(setting.duck) }, query);
}

/** The file is read-only while it is open here: what was read once holds. */
const sources = new WeakMap<DuckDBConnection, Promise<Source>>();

/** What translations need to know of DuckDB and of the file, asked for once on each connection. */
function readSource(duck: DuckDBConnection): Promise<Source> {
  const source = sources.get(duck) ?? askSource(duck);
  sources.set(duck, source);
  return source;
}

async function askSource(duck: DuckDBConnection): Promise<Source> {
  const columns = await smallRowsJson(
    duck,
    `SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns()
     WHERE database_name = current_database() AND NOT internal ORDER BY table_oid, column_index`,
  );
  const relations = new Map<
    string,
    SourceRelation & { columns: { name: string; type: ReturnType<typeof parseDuckType> }[] }
  >();
  for (const row of columns) {
    const [schema, name] = [String(row.schema_name), String(row.table_name)];
    const key = `${schema}.${name}`.toLowerCase();
    const relation = relations.get(key) ?? { schema, name, columns: [] };
    relation.columns.push({ name: String(row.column_name), type: parseDuckType(String(row.data_type)) });
    relations.set(key, relation);
  }
  const functions = await smallRowsJson(
    duck,
    `SELECT function_name AS name FROM duckdb_functions() WHERE function_type = 'scalar'
     GROUP BY ALL HAVING bool_and(stability = 'CONSISTENT' AND internal)`,
  );
  return { relations, pure: new Set(functions.map(({ name }) => String(name))), alphabet: await readAlphabet(duck) };
}

/** Every letter that DuckDB gives another case, and every character that its `trim` takes away. Surrogates are no characters. */
async function readAlphabet(duck: DuckDBConnection): Promise<Alphabet> {
  const [row = {}] = await smallRowsJson(
    duck,
    `SELECT string_agg(c, '' ORDER BY n) FILTER (lower(c) <> c) AS lower_from, string_agg(lower(c), '' ORDER BY n) FILTER (lower(c) <> c) AS lower_to,
       string_agg(c, '' ORDER BY n) FILTER (upper(c) <> c) AS upper_from, string_agg(upper(c), '' ORDER BY n) FILTER (upper(c) <> c) AS upper_to,
       string_agg(c, '' ORDER BY n) FILTER (trim(c) = '') AS spaces
     FROM (SELECT n, chr(n::INTEGER) AS c FROM range(1, 131072) AS r(n) WHERE n NOT BETWEEN 55296 AND 57343)`,
  );
  const text = (key: string) => String(row[key] ?? '');
  return {
    lower: { from: text('lower_from'), to: text('lower_to') },
    upper: { from: text('upper_from'), to: text('upper_to') },
    spaces: text('spaces'),
  };
}
