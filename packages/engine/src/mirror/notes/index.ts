export { declareTables, withdrawTable } from './declare.ts';
export { declaredTables } from './declared-tables.ts';
export { equip } from './equip.ts';
export type { FenceReading } from './fence-reading.ts';
export { installNotes } from './install.ts';
export { readLayouts, type Layout, type LayoutColumn, type LayoutPart } from './layouts.ts';
export { prune } from './prune.ts';
export { readFence } from './read-fence.ts';
export { forgetMirrors, promise, promised, type MirrorPromise } from './registry.ts';
