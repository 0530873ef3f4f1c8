export { duckTypeIds, parseDuckType, type DuckType, type DuckTypeId } from './duck-type.ts';
export { renderPostgresType, type PostgresType } from './postgres-type.ts';
export type { ColumnSpec, ForeignKeySpec, TableSpec } from './table-spec.ts';
export { postgresTypeFor } from './type-map.ts';
