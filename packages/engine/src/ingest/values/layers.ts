import { quoteIdentifier } from '../../base/index.ts';

/** Named expressions of SQL, which may use the columns of the layers before them. */
export type Layer = Readonly<Record<string, string>>;

/** How a field's value comes from its text: layers, and what is made of their columns. */
export interface Reading {
  readonly layers: readonly Layer[];
  /** The typed value; NULL where there is none, or none that can be read. */
  readonly value: string;
  /** Why the text cannot be read, as a text; NULL where it can. */
  readonly reason: string;
  /** Of an amount: the value even where the column has no room for it. */
  readonly wide?: string;
}

/** A column of a layer, quoted: what it is, and of which field. */
export const column = (what: string, field: string): string => quoteIdentifier(`${what}:${field}`);

/** A query of `from` with all layers on top of each other: each expression is worked out once. */
export function layered(from: string, layers: readonly Layer[]): string {
  return layers.reduce((inner, layer) => {
    const names = Object.entries(layer).map(([name, sql]) => `${sql} AS ${name}`);
    return names.length === 0 ? inner : `SELECT *, ${names.join(', ')} FROM (${inner})`;
  }, `SELECT * FROM ${from}`);
}

/** The layers of several readings side by side: the first of all, the second of all, ... */
export function sideBySide(readings: readonly Pick<Reading, 'layers'>[]): Layer[] {
  const depth = Math.max(0, ...readings.map(({ layers }) => layers.length));
  return Array.from({ length: depth }, (_, level) =>
    Object.assign({}, ...readings.map(({ layers }) => layers[level] ?? {})),
  );
}

/** A text of SQL that is the first reason that holds, or NULL: pairs of condition and reason, both SQL. */
export function firstReason(...cases: readonly (readonly [condition: string, reason: string])[]): string {
  const whens = cases.map(([condition, reason]) => `WHEN ${condition} THEN ${reason}`);
  return whens.length === 0 ? 'NULL::VARCHAR' : `CASE ${whens.join(' ')} END`;
}
