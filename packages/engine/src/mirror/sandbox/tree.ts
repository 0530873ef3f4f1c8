import { SqlRefused, type SqlFault } from './refused.ts';

/** A node of DuckDB's syntax tree as its JSON has it. */
export type Node = Readonly<Record<string, unknown>>;

/** A table that may be asked: by which name, where its copy is, and what it depends on. */
export interface AskableTable {
  readonly name: string;
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly { readonly name: string }[];
  /** The mirrored table that it is, or sums up. */
  readonly of: string;
}

/** What stands behind FROM: its columns' names in lower case ('' where it has none), and how much it takes to plan it. */
export interface Relation {
  readonly columns: readonly string[];
  readonly cost: number;
}

/** The names that an expression may use, the innermost SELECT's first. */
export interface Scope {
  readonly sources: (Relation & { readonly alias: string })[];
  /** What names of the SELECT's list stand for: DuckDB puts a copy of it in the place of each use. */
  readonly aliases: Map<string, number>;
  readonly outer: Scope | undefined;
}

/** What is known of the statement while its tree is gone through. */
export interface Statement {
  readonly tables: ReadonlyMap<string, AskableTable>;
  /** The mirrored tables that it reads: filled in on the way. */
  readonly reads: Set<string>;
  /** In the text that is about to run the guard stands where it was put. */
  readonly isGuarded: boolean;
}

/** Where in the statement a node stands. */
export interface Place {
  readonly statement: Statement;
  readonly ctes: ReadonlyMap<string, Relation>;
  readonly scope: Scope | undefined;
  readonly depth: number;
  /** Goes through a SELECT. Carried along, since expressions hold queries that hold expressions. */
  readonly query: (node: Node, place: Place) => Built & Relation;
}

/** A node made anew, of nothing but what is known; and how much it takes to plan it. */
export interface Built {
  readonly node: unknown;
  readonly cost: number;
}

/** Goes through one field of a node. */
export type Rule = (value: unknown, place: Place, node: Node) => Built;

/** DuckDB and this program go through trees by recursion. */
const mostDeep = 200;
/** So much may be planned: a name that stands for an expression counts as it. */
const mostCost = 20_000;

export function objectOf(value: unknown): Node {
  // Whatever else it is has no fields, and is refused for that.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function refuse(fault: SqlFault, value: string, node: Node = {}): SqlRefused {
  const { query_location: byte } = node;
  return new SqlRefused(fault, value, typeof byte === 'number' ? byte : undefined);
}

export function inside(place: Place, scope = place.scope): Place {
  const depth = place.depth + 1;
  if (depth > mostDeep) throw new SqlRefused('too large', String(mostDeep));
  return { ...place, scope, depth };
}

export function withinCost(cost: number): number {
  if (cost > mostCost) throw new SqlRefused('too complex', String(mostCost));
  return cost;
}

/** A value that is taken as it is, if it is one of these. */
export function oneOf(...values: readonly unknown[]): Rule {
  return (value, _, node) => {
    if (!values.includes(value)) throw refuse('construct', String(value), node);
    return { node: value, cost: 0 };
  };
}

export const flag = oneOf(true, false);
export const text: Rule = (value, _, node) => {
  if (typeof value !== 'string') throw refuse('construct', 'name', node);
  return { node: value, cost: 0 };
};

export function each(rule: Rule): Rule {
  return (value, place, node) => {
    if (!Array.isArray(value)) throw refuse('construct', 'list', node);
    const built = value.map((item) => rule(item, place, node));
    return { node: built.map((one) => one.node), cost: built.reduce((sum, { cost }) => sum + cost, 0) };
  };
}

/** What says nothing: left out where it is not more than that. */
const isNothing = (value: unknown): boolean =>
  value === null || value === false || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Makes a node anew, field by field in the order of the rules. A field that says something and has no rule is refused.
 * @throws SqlRefused
 */
export function rebuild(node: Node, rules: Readonly<Record<string, Rule>>, place: Place): Built {
  const fields: Record<string, unknown> = {};
  let cost = 1;
  for (const [field, rule] of Object.entries(rules)) {
    const value = node[field];
    if (value === undefined || value === null) continue;
    const built = rule(value, place, node);
    cost += built.cost;
    fields[field] = built.node;
  }
  for (const [field, value] of Object.entries(node)) {
    const isKnown = Object.hasOwn(rules, field) || field === 'query_location';
    if (isKnown) continue;
    if (isNothing(value)) fields[field] = value;
    else throw refuse('construct', field, node);
  }
  return { node: fields, cost: withinCost(cost) };
}

/** The rule of the node's kind. */
export function byKind(kinds: Readonly<Record<string, Readonly<Record<string, Rule>>>>, kind: unknown, node: Node) {
  const rules = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!rules) throw refuse('construct', String(kind), node);
  return rules;
}
