import type { DuckDBConnection } from '@duckdb/node-api';
import type { Description, Mapping } from '../../sources/index.ts';
import type { Sums } from '../report.ts';
import type { KnownStore } from '../stores.ts';
import type { StagedTables } from '../units/unit.ts';

export interface InterpretOptions {
  /** Its TimeZone is UTC. */
  readonly duck: DuckDBConnection;
  /** The table of texts, quoted: `line BIGINT` and a VARCHAR for each delivered field, by its name. */
  readonly raw: string;
  /** The tables to make. */
  readonly tables: StagedTables;
  readonly mapping: Pick<Mapping, 'feed' | 'columns' | 'constants' | 'defaults'>;
  readonly description: Description;
  readonly stores: readonly KnownStore[];
  readonly now: Date;
  /**
   * The format has numbers of its own, which are written with a point (JSON, Parquet, XLSX): where no text of the
   * delivery tells, '1.234' is no thousand.
   */
  readonly nativeNumbers?: boolean;
}

/** What became of a delivery's texts. */
export interface Interpretation {
  /** For people: dateOrder, decimal and timezone, as far as the delivery has values that they concern. */
  readonly recognised: Readonly<Record<string, string>>;
  /** Lines in `rows`. */
  readonly rows: number;
  /** Lines in `rejects`. */
  readonly rejected: number;
  /** Lines that the source repeated: they are in neither table. */
  readonly repeated: number;
  /** Sums of all readable amounts of the raw table: of `rows`, of `rejects` and of the repeated lines. */
  readonly sums: Sums;
  readonly repeatedSums: Sums;
}
