export { buildPart } from './build-part.ts';
export { syncOnce } from './sync-once.ts';
