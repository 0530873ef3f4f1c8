export { isDamage, isInvalidated } from './failures.ts';
export { openMirrorFile, type MirrorFile, type MirrorFileOptions } from './open-mirror-file.ts';
export { closed } from './settings.ts';
export type { FileRead, LimitedRows, RowLimits } from './readers.ts';
export { mirrorClosed } from './turns.ts';
