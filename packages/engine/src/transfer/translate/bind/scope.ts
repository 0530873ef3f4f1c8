import { quoteIdentifier } from '../../../base/index.ts';
import { structField } from '../functions/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import type { Typed } from '../write/index.ts';
import type { Column } from './translation.ts';

/** A column that an expression can name. */
export interface ScopeColumn extends Typed {
  readonly name: string;
}

/** A relation behind FROM, with the name that it has there. */
export interface ScopeRelation {
  readonly alias: string;
  readonly schema?: string;
  readonly columns: readonly ScopeColumn[];
}

/** What names mean at a place: the relations there, then what stands around it. */
export interface Scope {
  readonly relations: readonly ScopeRelation[];
  /** Columns that USING made one of two, by their name in lower case. */
  readonly merged: ReadonlyMap<string, ScopeColumn>;
  /** Queries of WITH, by their name in lower case. */
  readonly tables: ReadonlyMap<string, { readonly name: string; readonly columns: readonly Column[] }>;
  readonly around?: Scope;
  /** Parameters of lambdas, by their name in lower case. */
  readonly parameters?: ReadonlyMap<string, Typed>;
  /** Told of each column that was found here: so it is seen that a query looks out of itself. */
  readonly found?: () => void;
}

/** Where no name means anything. */
export const bareScope: Scope = { relations: [], merged: new Map(), tables: new Map() };

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** The relation's columns as they are named in the target. */
export function scopeRelation(
  alias: string,
  columns: readonly Column[],
  spelling: (name: string) => string,
  schema?: string,
): ScopeRelation {
  return {
    alias,
    ...(schema === undefined ? {} : { schema }),
    columns: columns.map(({ name, type }) => ({
      name,
      type,
      sql: `${quoteIdentifier(alias)}.${quoteIdentifier(spelling(name))}`,
    })),
  };
}

/** What a name of one or more parts means here; undefined: nothing. @throws UntranslatableError if it could mean several things */
export function resolve(parts: readonly string[], scope: Scope): Typed | undefined {
  for (let at: Scope | undefined = scope; at; at = at.around) {
    const found = resolveHere(parts, at);
    if (!found) continue;
    at.found?.();
    return found;
  }
  return undefined;
}

function resolveHere(parts: readonly string[], scope: Scope): Typed | undefined {
  const [first = '', ...rest] = parts;
  const parameter = scope.parameters?.get(first.toLowerCase());
  if (parameter) return rest.reduce<Typed>(structField, parameter);
  const qualified = ofRelation(parts, scope);
  if (qualified) return qualified;
  const column = scope.merged.get(first.toLowerCase()) ?? unqualified(first, scope);
  return column && rest.reduce<Typed>(structField, column);
}

function unqualified(name: string, scope: Scope): ScopeColumn | undefined {
  const all = scope.relations.flatMap(({ columns }) => columns.filter((column) => same(column.name, name)));
  if (all.length > 1) throw new UntranslatableError(`the column ${name}, which stands for several`);
  return all[0];
}

/** `relation.column`, `schema.relation.column`, and fields behind. */
function ofRelation(parts: readonly string[], scope: Scope): Typed | undefined {
  for (const { alias, schema, columns } of scope.relations) {
    const depth = matches(parts, alias, schema);
    const name = parts[depth];
    const column = depth > 0 && name !== undefined ? columns.find((known) => same(known.name, name)) : undefined;
    if (column) return parts.slice(depth + 1).reduce<Typed>(structField, column);
  }
  return undefined;
}

/** How many of the parts name the relation; 0: they name another. */
function matches(parts: readonly string[], alias: string, schema: string | undefined): number {
  const [first = '', second = '', third = ''] = parts;
  if (parts.length > 1 && same(first, alias)) return 1;
  if (schema === undefined) return 0;
  if (parts.length > 2 && same(first, schema) && same(second, alias)) return 2;
  return parts.length > 3 && same(second, schema) && same(third, alias) ? 3 : 0;
}
