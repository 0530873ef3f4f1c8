import type { DuckType } from '../../catalog/index.ts';
import { blobDecoder, textDecoder } from './bytes.ts';
import type { ColumnDecoder } from './column-decoder.ts';
import { decimalDecoder, wideIntegerDecoders } from './numeric.ts';
import { plainDecoders } from './plain.ts';
import { temporalDecoders } from './temporal.ts';

const decoders: Readonly<Record<string, () => ColumnDecoder>> = {
  ...plainDecoders,
  ...temporalDecoders,
  ...wideIntegerDecoders,
  'bytea BLOB': blobDecoder,
};

/** PostgreSQL's types whose binary form is their text. */
const textTypes = new Set(['text', 'varchar', 'bpchar', 'json']);

/**
 * A decoder from a PostgreSQL column of type `postgresName` (as `pg_type` calls it) into a DuckDB column of the type;
 * undefined: the value must be sent as text and read by DuckDB's SQL. One per column and stream: decoders keep scratch memory.
 */
export function decoderFor(postgresName: string, type: DuckType): ColumnDecoder | undefined {
  if (type.id === 'VARCHAR' || type.id === 'JSON') return textTypes.has(postgresName) ? textDecoder() : undefined;
  if (postgresName === 'numeric' && type.id === 'DECIMAL') return decimalDecoder(type.precision ?? 18, type.scale ?? 3);
  return decoders[`${postgresName} ${type.id}`]?.();
}
