export { buildParts } from './build-parts.ts';
export { syncOnce } from './sync-once.ts';
