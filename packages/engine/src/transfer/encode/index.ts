import type { DuckType, DuckTypeId } from '../../catalog/index.ts';
import { bytesEncoder } from './bytes.ts';
import type { ColumnEncoder } from './column-encoder.ts';
import { decimalWidth, numericEncoder } from './numeric.ts';
import { plainEncoders } from './plain.ts';
import { temporalEncoders } from './temporal.ts';

export { CopyBlock, copyHeader, copyTrailer } from './copy-block.ts';
export type { ColumnEncoder } from './column-encoder.ts';

/** The DuckDB types whose values can be written as they are; the others are cast to one of these by the query that reads them. */
export type WireTypeId = keyof typeof encoders;

const encoders = {
  ...plainEncoders,
  ...temporalEncoders,
  HUGEINT: () => numericEncoder(16, 0),
  UHUGEINT: () => numericEncoder(16, 0, false),
  DECIMAL: ({ precision = 18, scale = 3 }: DuckType) => numericEncoder(decimalWidth(precision), scale),
  VARCHAR: () => bytesEncoder(),
  JSON: () => bytesEncoder(),
  BLOB: () => bytesEncoder(),
} satisfies Partial<Record<DuckTypeId, (type: DuckType) => ColumnEncoder>>;

/**
 * An encoder for a column of this DuckDB type into a PostgreSQL column of type `postgresName`; undefined if the type must be cast first.
 * One per column and stream: encoders keep scratch memory.
 */
export function encoderFor(type: DuckType, postgresName: string): ColumnEncoder | undefined {
  // A jsonb's text follows its format version, 1.
  if (postgresName === 'jsonb') return bytesEncoder([1]);
  if (!Object.hasOwn(encoders, type.id)) return undefined;
  const make: (type: DuckType) => ColumnEncoder = encoders[type.id as WireTypeId];
  return make(type);
}
