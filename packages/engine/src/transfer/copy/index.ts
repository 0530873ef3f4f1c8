export { chunkDigests } from './chunk-digests.ts';
export { chunksOf, type Chunk } from './chunks.ts';
export { copyChunk, type CopyChunkContext } from './copy-chunk.ts';
export { copyError } from './copy-error.ts';
export { runPieces, type Work } from './schedule.ts';
