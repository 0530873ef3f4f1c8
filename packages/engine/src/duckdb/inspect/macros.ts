import type { DuckDBConnection } from '@duckdb/node-api';
import { messageOf, quoteQualified } from '../../base/index.ts';
import { smallRowsJson } from '../rows.ts';
import { groupRows, optionalText, text, texts, type Row } from './row.ts';
import { itemEnd } from './sql-list.ts';
import type { MacroForm, MacroSpec } from './specs.ts';

/** The macros of the file, each with the values that its parameters have by default. */
export async function readMacros(connection: DuckDBConnection): Promise<MacroSpec[]> {
  const rows = await smallRowsJson(
    connection,
    `SELECT * FROM duckdb_functions() WHERE database_name = current_database() AND NOT internal
       AND function_type IN ('macro', 'table_macro') ORDER BY function_oid, len(parameters)`,
  );
  const macros = groupRows(rows, 'function_oid');
  return Promise.all([...macros.values()].map((forms) => macroSpec(connection, forms)));
}

async function macroSpec(connection: DuckDBConnection, rows: readonly Row[]): Promise<MacroSpec> {
  const [first = {}] = rows;
  const name = text(first.function_name);
  const schema = text(first.schema_name);
  const table = first.function_type === 'table_macro';
  const signatures = await readSignatures(connection, quoteQualified(schema, name), table, rows);
  const [form, ...overloads] = rows.map((row) => macroForm(row, name, signatures));
  return {
    schema,
    name,
    table,
    ...(form ?? { parameters: [], definition: '' }),
    ...(overloads.length === 0 ? {} : { overloads }),
    comment: optionalText(first.comment),
  };
}

/** DuckDB tells the defaults only when a macro is called with arguments that fit none of its forms: here with too many. */
async function readSignatures(
  connection: DuckDBConnection,
  quoted: string,
  table: boolean,
  rows: readonly Row[],
): Promise<string[]> {
  const most = Math.max(...rows.map((row) => texts(row.parameters).length));
  const call = `${quoted}(${Array.from({ length: most + 1 }, () => 'NULL').join(', ')})`;
  try {
    await smallRowsJson(connection, `EXPLAIN ${table ? 'FROM' : 'SELECT'} ${call}`);
    return [];
  } catch (error) {
    return messageOf(error)
      .split('\n')
      .filter((line) => line.startsWith('\t'))
      .map((line) => line.slice(1));
  }
}

function macroForm(row: Row, name: string, signatures: readonly string[]): MacroForm {
  const parameters = texts(row.parameters);
  const types = Array.isArray(row.parameter_types) ? row.parameter_types.map(optionalText) : [];
  const heads = parameters.map((parameter, index) => {
    const type = types[index] ?? null;
    return type === null ? parameter : `${parameter} ${type}`;
  });
  const all = signatures.map((signature) => defaultsOf(signature.slice(name.length + 1, -1), parameters, heads));
  const defaults = all.find((found) => found !== undefined) ?? {};
  return {
    parameters,
    ...(Object.keys(defaults).length === 0 ? {} : { defaults }),
    definition: text(row.macro_definition),
  };
}

/** Reads `a, b INTEGER := 5`, whose names DuckDB does not quote; undefined if it is the signature of another form. */
function defaultsOf(
  signature: string,
  parameters: readonly string[],
  heads: readonly string[],
): Record<string, string> | undefined {
  const defaults: Record<string, string> = {};
  let at = 0;
  for (const [index, parameter] of parameters.entries()) {
    const head = heads[index] ?? '';
    if (!signature.startsWith(head, at)) return undefined;
    at += head.length;
    if (signature.startsWith(' := ', at)) {
      const end = itemEnd(signature, at);
      defaults[parameter] = signature.slice(at + 4, end);
      at = end;
    }
    if (signature.startsWith(', ', at)) at += 2;
  }
  return at === signature.length ? defaults : undefined;
}
