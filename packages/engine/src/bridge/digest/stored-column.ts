import type { DuckType, PostgresType } from '../../catalog/index.ts';
import type { SqlPair } from './sql-pair.ts';

/** A column as both engines have stored it. */
export interface StoredColumn {
  /** Its value: the quoted column, or an expression on it. */
  readonly value: SqlPair;
  /** The types of the value in each. */
  readonly duckType: DuckType;
  readonly type: PostgresType;
}
