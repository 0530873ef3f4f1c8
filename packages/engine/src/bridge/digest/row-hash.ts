import type { DuckDBConnection } from '@duckdb/node-api';
import { canonicalNumber } from './canonical-number.ts';
import { canonicalText, isComparable } from './canonical.ts';
import { duckRowHash, registerDuckRowHash, type ValueKind } from './duck-row-hash.ts';
import { columnSeeds, rowSeed } from './seeds.ts';
import type { SqlPair } from './sql-pair.ts';
import type { StoredColumn } from './stored-column.ts';

/** A value as both engines give it, exactly, to be hashed. */
export interface HashedValue extends SqlPair {
  readonly kind: ValueKind;
}

/**
 * Makes the hash of a row of values: a 64-bit integer, never NULL, that both engines compute in their own SQL, and that
 * tells which values stand together. NULL has a hash of its own in each place.
 */
export type RowHash = (duck: DuckDBConnection, values: readonly HashedValue[]) => Promise<SqlPair>;

/**
 * By PostgreSQL's `hashtextextended`, thirty times as fast as its md5. Each value has a hash with its place's own seed; they
 * are joined by XOR and hashed once more, without which swapped values could even each other out in a sum over rows.
 */
export const fastRowHash: RowHash = async (duck, values) => {
  const kinds = values.map(({ kind }) => kind);
  await registerDuckRowHash(duck, kinds);
  return {
    duck: `${duckRowHash(kinds)}(${values.map((value) => value.duck).join(', ')})`,
    postgres: hashText(rowSeed.sql, exclusiveOr(values.map(postgresHash))),
  };
};

function postgresHash({ kind, postgres }: HashedValue, place: number): string {
  const { ofText, ofNumber, ofNull } = columnSeeds(place);
  const hash = kind === 'text' ? hashText(postgres, ofText.sql) : hashText(ofNumber.sql, postgres);
  return `coalesce(${hash}, ${ofNull.sql})`;
}

const hashText = (text: string, seed: string) => `hashtextextended((${text}) COLLATE "C", ${seed})`;

/** Halved again and again: a parser limits how deep an expression may be, and a table can have 1,600 columns. */
function exclusiveOr(terms: readonly string[]): string {
  const [first = '0::bigint', second] = terms;
  if (second === undefined) return first;
  const middle = terms.length >> 1;
  return `(${exclusiveOr(terms.slice(0, middle))} # ${exclusiveOr(terms.slice(middle))})`;
}

/** By the first 60 bits of the MD5 of all values as one text, each with its length before it. */
export const md5RowHash: RowHash = async (_duck, values) => {
  const parts = (side: 'duck' | 'postgres') =>
    values.map(({ kind, [side]: value }) => {
      const text = kind === 'text' ? value : `(${value})::varchar`;
      return `coalesce(${side === 'duck' ? 'strlen' : 'octet_length'}(${text}) || ':' || ${text}, 'NULL')`;
    });
  const seed = rowSeed.sql;
  return {
    duck: `('0x0' || left(md5(concat(${[seed, ...parts('duck')].join(', ')})), 15))::BIGINT`,
    // Not concat, which takes no more than 100.
    postgres: `('x0' || left(md5(array_to_string(ARRAY[${[seed, ...parts('postgres')].join(', ')}], '')), 15))::bit(64)::bigint`,
  };
};

/** The exact sum of 64-bit integers, as text: neither engine lets it overflow. */
export const exactSum = (hash: string) => `coalesce(sum(${hash}), 0)::varchar`;

/** Hashes of rows of a table's columns; those that cannot be compared are left out. */
export interface RowHasher {
  row(columns: readonly StoredColumn[]): Promise<SqlPair>;
}

export function rowHasher(duck: DuckDBConnection, hash: RowHash): RowHasher {
  return { row: (columns) => hash(duck, columns.filter(isComparable).map(hashedValue)) };
}

function hashedValue(column: StoredColumn): HashedValue {
  const number = canonicalNumber(column);
  return number ? { kind: 'number', ...number } : { kind: 'text', ...canonicalText(column) };
}
