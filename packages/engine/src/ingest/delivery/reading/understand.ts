import type { DuckDBConnection } from '@duckdb/node-api';
import { FluxionError } from '../../../base/index.ts';
import {
  feeds,
  matchColumns,
  type Delivery,
  type Mapping,
  type Records,
  type UnreadableRecord,
} from '../../../sources/index.ts';
import type { Sums, Understanding } from '../../report.ts';
import { limitMemory, withMoreMemory } from './memory.ts';
import type { KnownStore } from '../../stores.ts';
import type { StagedTables } from '../../units/unit.ts';
import { interpret } from '../../values/index.ts';

export interface UnderstandOptions {
  readonly duck: DuckDBConnection;
  readonly stores: readonly KnownStore[];
  /** More unreadable lines than this end the reading. */
  readonly maxErrors: number;
  readonly now: Date;
  readonly onRecords?: (records: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** A delivery in DuckDB, its values understood. */
export interface Understood {
  readonly mapping: Mapping;
  readonly records: Records;
  readonly tables: StagedTables;
  readonly understanding: Omit<Understanding, 'sample'>;
  /** Lines, with the unreadable ones. */
  readonly read: number;
  readonly repeated: number;
  /** Lines in `tables.rejects`. */
  readonly rejected: number;
  readonly unreadable: readonly UnreadableRecord[];
  /** Of all readable amounts. */
  readonly sums: Sums;
  /** Of the lines that were repeated. */
  readonly repeatedSums: Sums;
}

const raw = '"fluxion_raw"';
const tables: StagedTables = { rows: '"fluxion_rows"', rejects: '"fluxion_rejects"' };

/**
 * Brings a delivery into DuckDB and understands its values. What was there of an earlier one is dropped.
 * @throws FluxionError with what is wrong with the delivery as a whole
 */
export async function understand(delivery: Delivery, options: UnderstandOptions): Promise<Understood> {
  const { duck, stores, maxErrors, now, onRecords, signal } = options;
  const records = await delivery.open(signal);
  const mapping = mappingOf(delivery, records);
  await forget(duck);
  await limitMemory(duck, delivery);
  const unreadable: UnreadableRecord[] = [];
  const read = await records.stage({
    duck,
    table: raw,
    fields: [...mapping.columns].map(([name, column]) => ({ name, column })),
    onUnreadable: (record) => {
      unreadable.push(record);
      if (unreadable.length > maxErrors) throw tooMany(maxErrors, record);
    },
    ...(onRecords && { onRecords }),
    signal,
  });
  const { description } = delivery;
  const nativeNumbers = records.format !== 'csv';
  const { recognised, ...counts } = await withMoreMemory(duck, () =>
    interpret({ duck, raw, tables, mapping, description, stores, now, nativeNumbers }),
  );
  await duck.run(`DROP TABLE IF EXISTS ${raw}`);
  return {
    mapping,
    records,
    tables,
    understanding: {
      feed: mapping.feed.name,
      recognised: { format: records.format, ...records.recognised, ...recognised },
      fields: mapping.origins,
      unused: mapping.unused,
    },
    read,
    unreadable,
    repeated: counts.repeated,
    rejected: counts.rejected,
    sums: counts.sums,
    repeatedSums: counts.repeatedSums,
  };
}

/** An answer without rows names no columns, so that there is nothing to match. */
function mappingOf({ description, name }: Delivery, records: Records): Mapping {
  if (records.columns.length > 0) return matchColumns(description, records);
  const { feed, constants, defaults } = description;
  if (feed === undefined) {
    throw new FluxionError(
      'FEED_UNREADABLE',
      `${name} has no rows, and nothing says of what feed: say it with --feed.`,
    );
  }
  return { feed: feeds[feed], columns: new Map(), constants, defaults, unused: [], origins: {} };
}

function tooMany(maxErrors: number, { line, reason }: UnreadableRecord): FluxionError {
  return new FluxionError(
    'FEED_REFUSED',
    `More than ${maxErrors} lines cannot be read; the last one seen is line ${line}, which ${reason}. Nothing was loaded; --max-errors allows more.`,
  );
}

/** Frees what a delivery has taken in DuckDB. */
export async function forget(duck: DuckDBConnection): Promise<void> {
  for (const table of [raw, tables.rows, tables.rejects]) await duck.run(`DROP TABLE IF EXISTS ${table}`);
}
