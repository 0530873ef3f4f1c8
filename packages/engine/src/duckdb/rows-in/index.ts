export type { ColumnDecoder } from './column-decoder.ts';
export { decoderFor } from './decoders.ts';
export { takeRows, type IncomingColumn, type TakeRowsOptions } from './take-rows.ts';
