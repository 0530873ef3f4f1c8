import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../../base/index.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A table as PostgreSQL has it. */
export interface QualifiedName {
  readonly schema: string;
  readonly name: string;
}

/** What an expression may refer to. */
export interface Scope {
  /** Whether a column is text; undefined: there is no such column. In a query, with the table that it is said to be of. */
  column(name: string, table?: QualifiedName): { readonly isText: boolean } | undefined;
  /** The schema that stands in the file for one of PostgreSQL; undefined: it is not in the file. */
  schema(name: string): string | undefined;
}

/** Thrown inside, for what is not on the lists. */
class Untranslatable extends Error {}

/** A part of the translated text. A cast looks at the part before it. */
interface Part {
  readonly sql: string;
  readonly kind: 'text' | 'number' | 'textColumn' | 'printable' | 'other';
}

const keywords = new Set([
  'AND',
  'OR',
  'NOT',
  'IS',
  'NULL',
  'TRUE',
  'FALSE',
  'CASE',
  'WHEN',
  'THEN',
  'ELSE',
  'END',
  'DISTINCT',
  'FROM',
  'IN',
]);
const queryWords = new Set(['SELECT', 'JOIN', 'LEFT', 'ON', 'WHERE', 'AS', 'CROSS']);
const constants: Readonly<Record<string, string>> = {
  CURRENT_DATE: 'current_date',
  CURRENT_TIMESTAMP: 'now()',
};
/** Functions with the same arguments and answers in both; by PostgreSQL's name. */
const functions: Readonly<Record<string, string>> = {
  lower: 'lower',
  upper: 'upper',
  length: 'length',
  char_length: 'length',
  abs: 'abs',
  coalesce: 'coalesce',
  nullif: 'nullif',
  greatest: 'greatest',
  least: 'least',
  now: 'now',
  gen_random_uuid: 'uuid',
  isfinite: 'isfinite',
};
/** A literal's casts, by the words that PostgreSQL prints of the type; the empty ones are what the literal is by itself. */
const casts: Readonly<Record<string, string>> = {
  text: '',
  'character varying': '',
  bpchar: '',
  numeric: '',
  integer: '',
  bigint: '',
  smallint: '',
  'double precision': 'DOUBLE',
  real: 'FLOAT',
  date: 'DATE',
  boolean: 'BOOLEAN',
  uuid: 'UUID',
  'timestamp without time zone': 'TIMESTAMP',
  'timestamp with time zone': 'TIMESTAMPTZ',
  'time without time zone': 'TIME',
};
const signs: Readonly<Record<string, string>> = { '~~': 'LIKE', '!~~': 'NOT LIKE' };
const sameSigns = new Set(['+', '-', '*', '||', '=', '<>', '<', '>', '<=', '>=', ',']);

/**
 * DuckDB's SQL of an expression that PostgreSQL prints; undefined if it holds anything that is not known to mean the same
 * in both.
 */
export function expressionToDuck(sql: string, scope: Scope): string | undefined {
  return translated(sql, scope, false);
}

/** DuckDB's SQL of a plain query: columns of joined tables and a condition on them; undefined likewise. */
export function queryToDuck(sql: string, scope: Scope): string | undefined {
  return translated(sql.trim().replace(/;$/, ''), scope, true);
}

function translated(sql: string, scope: Scope, isQuery: boolean): string | undefined {
  const tokens = tokensOf(sql);
  if (!tokens) return undefined;
  try {
    return new Translation(tokens, scope, isQuery).all();
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}

class Translation {
  #at = 0;
  readonly #tokens: readonly Token[];
  readonly #scope: Scope;
  readonly #isQuery: boolean;
  /** In a query: the tables by their aliases. */
  readonly #tables: ReadonlyMap<string, QualifiedName>;

  constructor(tokens: readonly Token[], scope: Scope, isQuery: boolean) {
    this.#tokens = tokens;
    this.#scope = scope;
    this.#isQuery = isQuery;
    this.#tables = isQuery ? aliasesIn(tokens, scope) : new Map();
  }

  all(): string {
    const sql = joined(this.#parts(undefined));
    if (this.#at < this.#tokens.length) throw new Untranslatable();
    return sql;
  }

  /** What stands before the closing sign, which is read too. */
  #parts(closing: string | undefined): Part[] {
    const parts: Part[] = [];
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined && closing === undefined) return parts;
      if (token === undefined) throw new Untranslatable();
      this.#at++;
      if (token.kind === 'sign' && token.value === closing) return parts;
      if (token.kind === 'sign' && token.value === '::') parts.push(this.#cast(parts.pop()));
      else if (this.#isAnyOf(token)) parts.push(...this.#membership(parts.pop()));
      else parts.push(this.#part(token));
    }
  }

  #part(token: Token): Part {
    switch (token.kind) {
      case 'text':
        return { sql: quoteLiteral(token.value), kind: 'text' };
      case 'number':
        return { sql: token.value, kind: 'number' };
      case 'name':
        return this.#name(token);
      default:
        return this.#sign(token.value);
    }
  }

  #sign(sign: string): Part {
    if (sign === '(') {
      const inner = this.#parts(')');
      const [only] = inner;
      return { sql: `(${joined(inner)})`, kind: inner.length === 1 && only ? only.kind : 'other' };
    }
    if (sign in signs) {
      // DuckDB's LIKE has no escape character of its own.
      const pattern = this.#tokens[this.#at];
      if (pattern?.kind !== 'text' || pattern.value.includes('\\')) throw new Untranslatable();
      return { sql: signs[sign] ?? '', kind: 'other' };
    }
    if (!sameSigns.has(sign)) throw new Untranslatable();
    return { sql: sign, kind: 'other' };
  }

  #name(token: Token): Part {
    const following = this.#tokens[this.#at];
    const word = token.value.toUpperCase();
    if (token.quoted !== true) {
      if (this.#isQuery && queryWords.has(word)) return { sql: word, kind: 'other' };
      if (keywords.has(word)) return { sql: word, kind: 'other' };
      if (word === 'COLLATE') return this.#collation();
      const constant = constants[word];
      if (constant !== undefined) return { sql: constant, kind: 'other' };
      if (following?.kind === 'sign' && following.value === '(') return this.#call(token.value);
      // PostgreSQL prints names in lower case, or else in quotes: this is a keyword that is not on the list.
      if (token.value !== token.value.toLowerCase()) throw new Untranslatable();
    }
    if (this.#isQuery) return this.#path(token.value);
    if (!this.#scope.column(token.value)) throw new Untranslatable();
    return { sql: quoteIdentifier(token.value), kind: this.#columnKind(token.value) };
  }

  /** In a query: a column, with or without its table, or a table in its schema. */
  #path(first: string): Part {
    if (!this.#takes('.')) return { sql: quoteIdentifier(first), kind: 'other' };
    const second = this.#tokens[this.#at++];
    if (second?.kind !== 'name') throw new Untranslatable();
    // Only behind FROM and JOIN is a name qualified by a schema; there every alias differs from it.
    const before = this.#tokens[this.#at - 4]?.value.toUpperCase();
    const column: Part = { sql: quoteQualified(first, second.value), kind: this.#columnKind(second.value, first) };
    if (before !== 'FROM' && before !== 'JOIN' && before !== '(') return column;
    const schema = this.#scope.schema(first);
    if (schema !== undefined) return { sql: quoteQualified(schema, second.value), kind: 'other' };
    if (before !== '(') throw new Untranslatable();
    return column;
  }

  #columnKind(name: string, alias = ''): Part['kind'] {
    return this.#scope.column(name, this.#tables.get(alias))?.isText === true ? 'textColumn' : 'other';
  }

  #call(name: string): Part {
    this.#at++;
    if (name === 'nextval') return this.#nextValue();
    const known = functions[name.toLowerCase()];
    if (known === undefined) throw new Untranslatable();
    return { sql: `${known}(${joined(this.#parts(')'))})`, kind: known === 'uuid' ? 'printable' : 'other' };
  }

  /** `nextval('schema.name'::regclass)` */
  #nextValue(): Part {
    const text = this.#tokens[this.#at++];
    const path = text?.kind === 'text' ? tokensOf(text.value) : undefined;
    const [schema, point, sequence] = path ?? [];
    const file = schema && this.#scope.schema(schema.value);
    if (point?.value !== '.' || sequence === undefined || file === undefined) throw new Untranslatable();
    if (!this.#takes('::') || this.#tokens[this.#at++]?.value !== 'regclass' || !this.#takes(')'))
      throw new Untranslatable();
    return { sql: `nextval(${quoteLiteral(quoteQualified(file, sequence.value))})`, kind: 'printable' };
  }

  /** DuckDB compares text by its bytes, as the collation C does. */
  #collation(): Part {
    if (this.#tokens[this.#at]?.value === 'pg_catalog') this.#at += 2;
    if (this.#tokens[this.#at++]?.value !== 'C') throw new Untranslatable();
    return { sql: '', kind: 'other' };
  }

  #cast(operand: Part | undefined): Part {
    const words: string[] = [];
    for (let token = this.#tokens[this.#at]; token?.kind === 'name'; token = this.#tokens[this.#at]) {
      if (keywords.has(token.value.toUpperCase())) break;
      words.push(token.value);
      this.#at++;
    }
    const type = casts[words.join(' ')];
    if (operand === undefined || type === undefined || this.#takes('(') || this.#takes('[')) throw new Untranslatable();
    const isText = words[0] === 'text' || words[0] === 'character' || words[0] === 'bpchar';
    if (operand.kind === 'textColumn' && isText) return operand;
    if (operand.kind === 'printable' && isText) return { sql: `CAST(${operand.sql} AS VARCHAR)`, kind: 'other' };
    if (operand.kind === 'number' && type === '' && !isText) return operand;
    if (operand.kind !== 'text') throw new Untranslatable();
    if (type !== '') return { sql: `CAST(${operand.sql} AS ${type})`, kind: 'other' };
    if (isText) return operand;
    // A number in quotes is one that is negative, or NaN.
    const number = operand.sql.slice(1, -1);
    if (!/^-?\d+(?:\.\d+)?$/.test(number)) throw new Untranslatable();
    return { sql: number, kind: 'number' };
  }

  /** `= ANY (ARRAY[...])` or `<> ALL (ARRAY[...])`, at the second word. */
  #isAnyOf(token: Token): boolean {
    return token.kind === 'name' && token.quoted !== true && (token.value === 'ANY' || token.value === 'ALL');
  }

  #membership(operator: Part | undefined): Part[] {
    const word = this.#tokens[this.#at - 1]?.value;
    const is = operator?.sql === '=' && word === 'ANY';
    if (!is && !(operator?.sql === '<>' && word === 'ALL')) throw new Untranslatable();
    let brackets = 0;
    while (this.#takes('(')) brackets++;
    if (this.#tokens[this.#at++]?.value !== 'ARRAY' || !this.#takes('[')) throw new Untranslatable();
    const items = joined(this.#parts(']'));
    // Of a column of varchar, the array is cast to text[].
    while (brackets > 0) {
      if (!this.#takes(')')) throw new Untranslatable();
      brackets--;
      if (!this.#takes('::')) continue;
      if (this.#tokens[this.#at++]?.value !== 'text' || !this.#takes('[') || !this.#takes(']'))
        throw new Untranslatable();
    }
    return [{ sql: `${is ? 'IN' : 'NOT IN'} (${items})`, kind: 'other' }];
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.value !== sign) return false;
    this.#at++;
    return true;
  }
}

/** `schema.table alias`, wherever it stands: the schema is what tells it from `alias.column AS name`. */
function aliasesIn(tokens: readonly Token[], scope: Scope): ReadonlyMap<string, QualifiedName> {
  const found = tokens.flatMap(({ value: schema }, index): [string, QualifiedName][] => {
    const [point, name, alias] = tokens.slice(index + 1, index + 4);
    if (point?.value !== '.' || name?.kind !== 'name' || scope.schema(schema) === undefined) return [];
    const isAlias = alias?.kind === 'name' && (alias.quoted === true || !queryWords.has(alias.value));
    return [[isAlias ? alias.value : name.value, { schema, name: name.value }]];
  });
  return new Map(found);
}

function joined(parts: readonly Part[]): string {
  return parts
    .map(({ sql }) => sql)
    .filter((sql) => sql !== '')
    .join(' ');
}
