export { jsonTextOf } from './json-text.ts';
export { literalWithoutDollar } from './sql-text.ts';
export { valueFromJson } from './value-from-json.ts';
export { withoutArrays } from './without-arrays.ts';
export { isTooDeep } from './variant-text.ts';
