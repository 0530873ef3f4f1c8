/** Where a statement is wrong, from 1. */
export interface FaultPlace {
  readonly line: number;
  readonly column: number;
}

/** The place that the API names at the end of its sentence, `(línea 2, columna 14)`. */
export function faultPlaceOf(sentence: string): FaultPlace | null {
  const [, line, column] = /\(línea (\d+), columna (\d+)\)\s*$/.exec(sentence) ?? [];
  return line === undefined || column === undefined ? null : { line: Number(line), column: Number(column) };
}

/** The characters from a place on that belong together: a name, a number, a sign; at least one. */
export function faultRange(sql: string, { line, column }: FaultPlace): { readonly from: number; readonly to: number } {
  const lines = sql.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const from = Math.min(start + column - 1, sql.length);
  const [word = ''] = /^(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_.]+|\S)/u.exec(sql.slice(from)) ?? [];
  // At the end of the text there is nothing to mark: what stands before it is.
  if (word === '') return { from: Math.max(0, from - 1), to: from };
  return { from, to: from + word.length };
}
