import type { DuckType, DuckTypeId, PostgresType } from '../../catalog/index.ts';
import { arrayEncoder, listEncoder } from './arrays.ts';
import { bytesEncoder } from './bytes.ts';
import type { ColumnEncoder } from './column-encoder.ts';
import { bitsEncoder, decimalTextEncoder } from './digit-text.ts';
import { decimalWidth, numericEncoder } from './numeric.ts';
import { plainEncoders } from './plain.ts';
import { temporalEncoders } from './temporal.ts';

export { CopyBlock, copyHeader, copyTrailer } from './copy-block.ts';
export type { ColumnEncoder } from './column-encoder.ts';

/** The DuckDB types whose values can be written as they are; the others are cast to one of these by the query that reads them. */
type WireTypeId = keyof typeof encoders;

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

/** The target types that take text in a form of their own. A jsonb's text follows its format version, 1. */
const textEncoders: Readonly<Record<string, () => ColumnEncoder>> = {
  jsonb: () => bytesEncoder([1]),
  numeric: decimalTextEncoder,
  bit: bitsEncoder,
  varbit: bitsEncoder,
};

/**
 * An encoder for a column of this DuckDB type into a PostgreSQL column of type `target`; undefined if the type must be cast
 * first. An array names its element type by `elementOid`, which only the target knows. One per column and stream: encoders
 * keep scratch memory.
 */
export function encoderFor(type: DuckType, target: PostgresType, elementOid?: number): ColumnEncoder | undefined {
  if (target.element) return elementOid === undefined ? undefined : ofElements(type, target.element, elementOid, []);
  if (type.id === 'VARCHAR' || type.id === 'JSON') return (textEncoders[target.name] ?? (() => bytesEncoder()))();
  if (!Object.hasOwn(encoders, type.id)) return undefined;
  const make: (type: DuckType) => ColumnEncoder = encoders[type.id as WireTypeId];
  return make(type);
}

/** `sizes` are those of the ARRAYs around. */
function ofElements(
  { id, element, size }: DuckType,
  target: PostgresType,
  elementOid: number,
  sizes: readonly number[],
): ColumnEncoder | undefined {
  if (!element) return undefined;
  if (id === 'ARRAY' && element.id === 'ARRAY') return ofElements(element, target, elementOid, [...sizes, size ?? 0]);
  const encoder = encoderFor(element, target);
  if (!encoder) return undefined;
  return id === 'LIST' ? listEncoder(encoder, elementOid) : arrayEncoder(encoder, elementOid, [...sizes, size ?? 0]);
}
