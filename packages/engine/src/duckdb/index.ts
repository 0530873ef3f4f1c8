export { epochDays, epochMicroseconds } from './epoch.ts';
export { duckMemoryLimit } from './memory-limit.ts';
export { fingerprint, hasLog } from './fingerprint.ts';
export { inspectCatalog } from './inspect/inspect.ts';
export type {
  AliasSpec,
  DuckCatalog,
  EnumSpec,
  IndexSpec,
  MacroForm,
  MacroSpec,
  SchemaSpec,
  SequenceSpec,
  ViewSpec,
} from './inspect/specs.ts';
export { openInstance, type Instance } from './instance.ts';
export { explainReadError, tellsDamage } from './open-errors.ts';
export { openingLimitMs, withinLimit } from './opening-limit.ts';
export { QueryError } from './query-error.ts';
export { openSource, type DuckSource } from './open.ts';
export {
  heapBytes,
  sliceChunk,
  sliceVector,
  streamRaw,
  type RawChunk,
  type RawStream,
  type RawVector,
} from './raw-chunks.ts';
export { smallRowsJson } from './rows.ts';
export {
  decoderFor,
  takeRows,
  type ColumnDecoder,
  type IncomingColumn,
  type TakeRowsOptions,
} from './rows-in/index.ts';
export { openScratch, type Scratch, type ScratchOptions } from './scratch.ts';
export { inDuckTransaction } from './transaction.ts';
export { newTextBatch, openTextRows, textBatchRows, type TextBatch, type TextRows } from './text-rows.ts';
export { writeParquet, type ParquetColumn, type ParquetFile } from './write-parquet.ts';
