export { originsOf, type MissingUnit, type UnitOrigin } from './recover/origins.ts';
export { taskLoader, type LoadTaskOf } from './load-task.ts';
export { recover, type RecoveredUnit, type RecoverOptions } from './recover/recover.ts';
export { startSchedule, type Schedule, type ScheduleOptions } from './start.ts';
export { workOff, type WorkedLoad, type WorkedOff, type WorkOffOptions } from './work-off.ts';
export type { ScheduleLog } from './log.ts';
export type { Enqueued, LoadTask } from './queue/index.ts';
