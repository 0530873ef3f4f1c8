import { randomBytes } from 'node:crypto';

/** A number of 64 bits, as SQL of both engines and as two 32-bit halves. */
export interface NumberSeed {
  readonly sql: string;
  readonly low: number;
  readonly high: number;
}

/** A text of 16 bytes, as SQL and as little-endian words. */
export interface TextSeed {
  readonly sql: string;
  readonly words: Int32Array;
}

/** What tells the hash of one column's values from those of another's. */
export interface ColumnSeeds {
  /** Goes with a text. */
  readonly ofText: NumberSeed;
  /** Goes with a number. */
  readonly ofNumber: TextSeed;
  /** Stands for NULL. */
  readonly ofNull: NumberSeed;
}

const drawn: ColumnSeeds[] = [];

/** The seeds of the column at a place: drawn anew in each process, so that nothing that data holds can be made to collide. */
export function columnSeeds(place: number): ColumnSeeds {
  while (drawn.length <= place) drawn.push({ ofText: numberSeed(), ofNumber: textSeed(), ofNull: numberSeed() });
  return drawn[place] ?? columnSeeds(place);
}

/** Goes with what the columns' hashes come to. */
export const rowSeed: TextSeed = textSeed();

function numberSeed(): NumberSeed {
  // Positive: a minus sign would bind weaker than the cast.
  const bytes = randomBytes(8);
  const number = bytes.readBigUInt64BE() >> 1n;
  return {
    sql: `${number}::bigint`,
    low: Number(BigInt.asIntN(32, number)),
    high: Number(BigInt.asIntN(32, number >> 32n)),
  };
}

function textSeed(): TextSeed {
  const text = randomBytes(8).toString('hex');
  const bytes = Buffer.from(text);
  return { sql: `'${text}'`, words: Int32Array.from({ length: 4 }, (_, word) => bytes.readInt32LE(4 * word)) };
}
