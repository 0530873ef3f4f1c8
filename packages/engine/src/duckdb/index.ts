export { duckMemoryLimit } from './memory-limit.ts';
export { fingerprint, hasLog } from './fingerprint.ts';
export { inspectCatalog, type DuckCatalog, type IndexSpec, type SequenceSpec, type ViewSpec } from './inspect.ts';
export { openSource, type DuckSource } from './open.ts';
export {
  heapBytes,
  sliceChunk,
  sliceUnit,
  streamRaw,
  type RawChunk,
  type RawStream,
  type RawVector,
} from './raw-chunks.ts';
export { smallRowsJson } from './rows.ts';
