import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { keywordCompletionSource, schemaCompletionSource, type SQLNamespace } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import { tablesIn, type TablaConsulta } from '../model/tables.ts';
import { duckdb } from './dialect.ts';

const column = (nombre: string, tipo: string): Completion => ({
  label: nombre,
  type: 'property',
  detail: tipo.toLowerCase(),
  boost: 20,
});

/** Columns of the tables that the statement names, without their table before them. */
function columnsOf(tables: readonly TablaConsulta[]): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u);
    if (word === null || context.state.sliceDoc(word.from - 1, word.from) === '.') return null;
    const columns = tablesIn(context.state.doc.toString(), tables).flatMap(({ columnas }) => columnas);
    const unique = new Map(columns.map(({ nombre, tipo }) => [nombre, column(nombre, tipo)]));
    return { from: word.from, options: [...unique.values()], validFor: /^[\p{L}\p{N}_]*$/u };
  };
}

function sourcesOf(tables: readonly TablaConsulta[]): readonly CompletionSource[] {
  const schema: SQLNamespace = Object.fromEntries(
    tables.map(({ nombre, columnas }): [string, SQLNamespace] => [
      nombre,
      {
        self: { label: nombre, type: 'class', boost: 10 },
        children: columnas.map((one) => column(one.nombre, one.tipo)),
      },
    ]),
  );
  return [
    columnsOf(tables),
    schemaCompletionSource({ dialect: duckdb, schema }),
    keywordCompletionSource(duckdb, true, (label, type) => {
      // Keywords shout, functions do not: so they are told apart where they stand.
      const isFunction = type === 'variable';
      return isFunction ? { label: label.toLowerCase(), type: 'function' } : { label, type };
    }),
  ];
}

/** Suggests what may stand at a place: keywords, functions, tables, and the columns of those that the statement names. */
export function suggestions(tables: readonly TablaConsulta[]): Extension {
  return sourcesOf(tables).map((autocomplete) => duckdb.language.data.of({ autocomplete }));
}
