import { randomBytes } from 'node:crypto';
import type { ColumnPlan } from '../../plan/table-plan.ts';
import { canonicalText, isComparable } from './canonical.ts';
import { canonicalNumber } from './canonical-number.ts';
import type { HashFunction } from './hash-function.ts';
import { alike, type SqlPair } from './sql-pair.ts';

/**
 * Hashes of a planned table's values as 64-bit integers, computed by each engine in its own SQL. None is NULL: NULL has a
 * hash of its own in each column. Seeds are drawn anew for each hasher, so nothing that data holds can be made to collide.
 */
export interface RowHasher {
  /** Of one column's value. */
  column(column: ColumnPlan): SqlPair;
  /**
   * Of some columns' values together. The columns' hashes are joined by XOR and then hashed once more: so a sum over rows
   * tells which values stand together, which a sum of sums or XORs would not.
   */
  row(columns: readonly ColumnPlan[]): SqlPair;
}

export function rowHasher(hash: HashFunction): RowHasher {
  const known = new Map<ColumnPlan, SqlPair>();
  const finish = textSeed();
  const column = (wanted: ColumnPlan) => {
    const hashed = known.get(wanted) ?? columnHash(wanted, hash);
    known.set(wanted, hashed);
    return hashed;
  };
  return {
    column,
    row: (columns) => hash(alike(finish), exclusiveOr(columns.filter(isComparable).map(column))),
  };
}

function columnHash(column: ColumnPlan, hash: HashFunction): SqlPair {
  const number = canonicalNumber(column);
  const hashed = number ? hash(alike(textSeed()), number) : hash(canonicalText(column), alike(numberSeed()));
  const ofNull = numberSeed();
  return { duck: `coalesce(${hashed.duck}, ${ofNull})`, postgres: `coalesce(${hashed.postgres}, ${ofNull})` };
}

/** Halved again and again: parsers limit how deep an expression may be, and a table can have 1,600 columns. */
function exclusiveOr(terms: readonly SqlPair[]): SqlPair {
  const [first, second] = terms;
  if (!first) return alike(numberSeed());
  if (!second) return first;
  const middle = terms.length >> 1;
  const left = exclusiveOr(terms.slice(0, middle));
  const right = exclusiveOr(terms.slice(middle));
  return { duck: `xor(${left.duck}, ${right.duck})`, postgres: `(${left.postgres} # ${right.postgres})` };
}

const numberSeed = () => `${randomBytes(8).readBigUInt64BE() >> 1n}::bigint`;
const textSeed = () => `'${randomBytes(8).toString('hex')}'`;
