export { recogniseLayout, type Layout } from './layout.ts';
export { readRecords, type RecordReading } from './read-records.ts';
export { recordLimit, Window } from './window.ts';
