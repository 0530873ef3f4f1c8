import type { DuckDBConnection } from '@duckdb/node-api';
import type { DuckType } from '../../../catalog/index.ts';
import type { MacroSpec } from '../../../duckdb/index.ts';
import type { Alphabet } from '../functions/index.ts';
import { name, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { type Knowledge, type Typed, windowCall } from '../write/index.ts';
import type { Scope } from './scope.ts';

/** Names as the target has them. */
export interface Names {
  /** The spelling that the target has for a name, whatever case the source wrote it in. */
  spelling(name: string): string;
  /** The target's qualified, quoted name of a source's table or view. */
  relation(schema: string, name: string): string;
  /** Likewise of a sequence, if that is otherwise; an empty schema: where DuckDB looks by itself. */
  sequence?(schema: string, name: string): string;
}

/** A column of a relation or of a query's answer. */
export interface Column {
  readonly name: string;
  readonly type: DuckType;
}

/** A relation of the source. */
export interface SourceRelation {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly Column[];
}

/** A query in PostgreSQL's SQL, and the columns of its answer; their names are unique and are those of the SQL's columns. */
export interface Query {
  readonly sql: string;
  readonly columns: readonly Column[];
}

/** What translations know of DuckDB and of the file. */
export interface Source {
  /** By `schema.name` in lower case. */
  readonly relations: ReadonlyMap<string, SourceRelation>;
  /** Functions whose result depends on their arguments alone. */
  readonly pure: ReadonlySet<string>;
  readonly alphabet: Alphabet;
}

export interface Setting {
  readonly duck: DuckDBConnection;
  readonly names: Names;
  /** Where DuckDB looks first for a name without a schema. */
  readonly schema: string;
  readonly source: Source;
  readonly macros: readonly MacroSpec[];
}

/** One query's translation on its way: what is known of its expressions. */
export class Translation implements Knowledge {
  readonly duck: DuckDBConnection;
  readonly names: Names;
  readonly schema: string;
  readonly source: Source;
  readonly macros: readonly MacroSpec[];
  readonly alphabet: Alphabet;
  /** Translates a whole query, which may refer to what stands around it. */
  readonly query: (select: SyntaxNode, translation: Translation, around: Scope) => Promise<Query>;
  /** Columns and subqueries, written. */
  private readonly bound = new WeakMap<SyntaxNode, Typed>();
  /** What DuckDB computed from constants. */
  private readonly computed = new WeakMap<SyntaxNode, Typed>();
  private readonly types = new WeakMap<SyntaxNode, DuckType>();
  private serial = 0;

  constructor({ duck, names, schema, source, macros }: Setting, query: Translation['query']) {
    this.duck = duck;
    this.names = names;
    this.schema = schema;
    this.source = source;
    this.macros = macros;
    this.alphabet = source.alphabet;
    this.query = query;
  }

  done(expression: SyntaxNode): Typed | undefined {
    return this.bound.get(expression) ?? this.computed.get(expression);
  }

  /** Written without a constant's value: a column or a subquery. */
  boundAs(expression: SyntaxNode): Typed | undefined {
    return this.bound.get(expression);
  }

  /** A node that stands for an expression that is written already. */
  bind(typed: Typed, from: SyntaxNode): SyntaxNode {
    const made: SyntaxNode = { class: 'BOUND', type: 'BOUND', alias: from.alias ?? '' };
    this.bound.set(made, typed);
    return made;
  }

  learn(expression: SyntaxNode, type: DuckType): void {
    this.types.set(expression, type);
  }

  compute(expression: SyntaxNode, value: Typed): void {
    this.computed.set(expression, value);
  }

  knows(expression: SyntaxNode): boolean {
    return this.types.has(expression) || this.done(expression) !== undefined;
  }

  typeOf(expression: SyntaxNode): DuckType {
    const type = this.types.get(expression);
    if (!type) throw new UntranslatableError(`${name(expression)} of these arguments`);
    return type;
  }

  window(expression: SyntaxNode): string {
    return windowCall(expression, this);
  }

  /** A name for something in the SQL that has none in the source. */
  fresh(prefix: string): string {
    this.serial += 1;
    return `${prefix}${this.serial}`;
  }
}
