import type { Rollup } from '../../../base/index.ts';
import type { MirroredTable } from '../../declared.ts';

/** Partitions that can come and go, with their bounds. */
export const parts: Readonly<Record<string, { readonly of: string; readonly bounds: string }>> = {
  lines_1: { of: 'lines', bounds: `FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')` },
  lines_2: { of: 'lines', bounds: `FOR VALUES FROM ('2024-02-01') TO ('2024-03-01')` },
  lines_4: { of: 'lines', bounds: `FOR VALUES FROM ('2024-04-01') TO ('2024-05-01')` },
  lines_3_a: { of: 'lines_3', bounds: `FOR VALUES IN ('A')` },
  events_a: { of: 'events', bounds: `FOR VALUES IN ('A', 'B')` },
  events_c: { of: 'events', bounds: `FOR VALUES IN ('C')` },
};

const itemsSql = 'CREATE TABLE items (code text PRIMARY KEY, name text, weight int)';

/** Another table in the place of one that had the same name. */
export const replaceItemsSql = `ALTER TABLE items RENAME TO old_items; ALTER INDEX items_pkey RENAME TO old_items_pkey;
  ${itemsSql}; INSERT INTO items SELECT code, name || '!', weight FROM old_items; DROP TABLE old_items`;

/**
 * By months, one of which is divided again; by kinds, with a partition for the rest; by unit without partitions; without
 * any key, and with units whose values are NULL; and one that is one unit.
 */
export const tablesSql = `
  CREATE TABLE lines (shop text NOT NULL, day date NOT NULL, n int NOT NULL, amount numeric(12,2), label text,
    PRIMARY KEY (shop, day, n)) PARTITION BY RANGE (day);
  CREATE TABLE lines_1 PARTITION OF lines ${parts['lines_1']?.bounds};
  CREATE TABLE lines_2 PARTITION OF lines ${parts['lines_2']?.bounds};
  CREATE TABLE lines_3 PARTITION OF lines FOR VALUES FROM ('2024-03-01') TO ('2024-04-01') PARTITION BY LIST (shop);
  CREATE TABLE lines_3_a PARTITION OF lines_3 ${parts['lines_3_a']?.bounds};
  CREATE TABLE lines_3_rest PARTITION OF lines_3 DEFAULT;
  CREATE TABLE events (kind text NOT NULL, n int NOT NULL, remark varchar(30), PRIMARY KEY (kind, n)) PARTITION BY LIST (kind);
  CREATE TABLE events_a PARTITION OF events ${parts['events_a']?.bounds};
  CREATE TABLE events_rest PARTITION OF events DEFAULT;
  CREATE TABLE stock (shop text, n int, amount numeric(12,3), PRIMARY KEY (shop, n));
  CREATE TABLE counts (shop text, day date, n bigint);
  ${itemsSql};
  CREATE TABLE journal (state int PRIMARY KEY);
  INSERT INTO lines SELECT chr(65 + n % 4), DATE '2024-01-01' + n % 91, n, n, 'line ' || n FROM generate_series(1, 60) AS n;
  INSERT INTO events SELECT chr(65 + n % 4), n, 'event ' || n FROM generate_series(1, 12) AS n;
  INSERT INTO stock SELECT chr(65 + n % 4), n, n FROM generate_series(1, 12) AS n;
  INSERT INTO items SELECT 'i' || n, 'item', n FROM generate_series(1, 5) AS n;`;

export const mirrored: readonly MirroredTable[] = [
  { name: 'lines', unit: ['shop', 'day'] },
  { name: 'events', unit: ['kind'] },
  { name: 'stock', unit: ['shop'] },
  { name: 'counts', unit: ['day', 'shop'] },
  { name: 'items', unit: [] },
];

export const tableNames = mirrored.map(({ name }) => name);

export const rollups: readonly Rollup[] = [
  {
    name: 'day_sums',
    of: 'lines',
    sql: (from) => `SELECT shop, day, count(*) AS n, sum(amount) AS amount FROM ${from} GROUP BY shop, day`,
  },
];
