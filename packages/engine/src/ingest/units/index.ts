export { withLoadSlot } from './load-slot.ts';
export { loadUnits } from './load-units.ts';
export { patience } from './patience.ts';
export { batchesOf, planUnits } from './plan-units.ts';
export type { PlannedUnit, StagedTables } from './unit.ts';
