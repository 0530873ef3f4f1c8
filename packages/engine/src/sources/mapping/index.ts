export { matchColumns } from './match-columns.ts';
export type { Mapping } from './mapping.ts';
