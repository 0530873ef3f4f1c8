export { cancelStatement } from './cancel.ts';
export { checkServer, type ServerVersion } from './check-server.ts';
export type { EmbeddedOptions } from './embedded/server.ts';
export { startEmbedded, type EmbeddedServer } from './embedded/start.ts';
export { openPool, type PoolOptions } from './pool.ts';
export { migrateSchema, schemaState, type MigrationSource, type SchemaState } from './schema-migrations.ts';
export { inTransaction, withTransaction } from './transaction.ts';
export { introspect, type Relation, type TargetColumn } from './introspect.ts';
export { openCopyIn, type CopyIn } from './copy-in.ts';
