export { applyChange } from './apply-change.ts';
export { changesOf, type TableChange } from './changes.ts';
export { look, type Seen } from './look.ts';
export { rollupsOf } from './rollups.ts';
export { beginCopy, take } from './copies.ts';
