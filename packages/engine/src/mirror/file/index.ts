export { isDamage, isInvalidated } from './failures.ts';
export { openMirrorFile, type MirrorFile, type MirrorFileOptions } from './open-mirror-file.ts';
export type { FileRead } from './reads.ts';
