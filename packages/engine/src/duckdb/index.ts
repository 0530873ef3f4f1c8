export { fingerprint, hasLog } from './fingerprint.ts';
export { inspectCatalog, type DuckCatalog, type IndexSpec, type SequenceSpec, type ViewSpec } from './inspect.ts';
export { availableMemoryBytes, duckMemoryLimit } from './memory-limit.ts';
export { openSource, type DuckSource } from './open.ts';
export { heapBytes, streamRaw, type RawChunk, type RawStream, type RawVector } from './raw-chunks.ts';
export { smallRowsJson } from './rows.ts';
