export { chunkDigests } from './chunk-digests.ts';
export { divide, type Chunk, type Division } from './chunks.ts';
export { copyTransfer, type CopyTransferContext } from './copy-transfer.ts';
export { copyError } from './copy-error.ts';
export { runPieces, type Work } from './schedule.ts';
export { transfersOf, type Transfer } from './transfers.ts';
