export { duckTypeIds, type DuckField, type DuckType, type DuckTypeId } from './duck-type.ts';
export { parseDuckType } from './parse-duck-type.ts';
export { arrayOf, renderPostgresType, type PostgresType } from './postgres-type.ts';
export { integerRanges, rangeCheck, type IntegerRange } from './range-check.ts';
export type { ColumnSpec, ForeignKeySpec, TableSpec } from './table-spec.ts';
export { postgresTypeFor, type EnumNames } from './type-map.ts';
