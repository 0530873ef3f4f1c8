export { rollupsOf } from './change/index.ts';
export { openCopy, type OpenCopy } from './open-copy.ts';
export { repeat } from './timing/index.ts';
export { readState, type CopyState, type FileState, type TableState } from './state/index.ts';
export { copyName, declaredName, sourceName, takenColumns } from './table/index.ts';
