export { loadMasterRows } from './load-master-rows.ts';
export type { MasterCounts, MasterLoad } from './master-load.ts';
