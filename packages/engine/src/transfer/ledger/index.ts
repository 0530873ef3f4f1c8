export { copiedChunks, noteChunks, noteDigests, ownTransactions, removeChunks, type CopiedChunk } from './chunks.ts';
export { forgetObjects, noteObject, openObjects } from './objects.ts';
export { noteOrigins, type Origin } from './origins.ts';
export {
  beginRun,
  completedRun,
  finishRun,
  lastDone,
  markProven,
  noteCreated,
  noteFingerprint,
  noteTypes,
  reopenRun,
  unfinishedRuns,
  type CompletedRun,
  type Run,
  type RunStart,
} from './runs.ts';
export { hasLedger, setUpLedger } from './set-up.ts';
