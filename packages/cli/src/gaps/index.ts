export { describeCalendar } from './describe-calendar.ts';
export { describeRecovery, describeUnit } from './describe-recovery.ts';
export { rangeOf } from './range.ts';
