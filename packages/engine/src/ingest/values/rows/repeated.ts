import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../../../base/index.ts';
import type { FeedSpec } from '../../../sources/index.ts';
import type { Field } from '../fields.ts';
import type { Sums } from '../../report.ts';
import { countOf, sumsOf } from './sums-of.ts';

const suspects = '"values_suspects"';
const repeats = '"values_repeats"';

/**
 * Deletes the lines that repeat another one: the same by the feed's line key, and in every field but `line`. The first of
 * them stays. Lines without a whole key are never the same.
 * @param rows the table of typed lines, quoted
 * @returns how many it deleted, and their sums
 */
export async function dropRepeated(
  duck: DuckDBConnection,
  rows: string,
  feed: FeedSpec,
  fields: readonly Field[],
): Promise<{ repeated: number; sums: Sums }> {
  const { lineKey = [] } = feed;
  const isDelivered = (name: string) => fields.some((field) => field.name === name && field.raw !== undefined);
  if (lineKey.length === 0 || !lineKey.every(isDelivered)) return { repeated: 0, sums: {} };
  const key = lineKey.map(quoteIdentifier);
  const whole = key.map((name) => `${name} IS NOT NULL`).join(' AND ');
  const unit = feed.unit === 'store-day' ? ['ubicacion_id', 'fecha'] : [];
  const hash = `hash(${[...unit, ...key].join(', ')})`;
  // Of hashes 500,000 lines need a tenth of the memory that their keys need.
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${suspects} AS
     SELECT key FROM (SELECT ${hash} AS key FROM ${rows} WHERE ${whole}) GROUP BY key HAVING count(*) > 1`,
  );
  const all = feed.fields.map(({ name }) => quoteIdentifier(name)).join(', ');
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${repeats} AS
     SELECT row FROM (
       SELECT rowid AS row, row_number() OVER (PARTITION BY ${all} ORDER BY line, rowid) AS copy
       FROM ${rows} WHERE ${whole} AND ${hash} IN (SELECT key FROM ${suspects})
     ) WHERE copy > 1`,
  );
  const those = `rowid IN (SELECT row FROM ${repeats})`;
  const repeated = await countOf(duck, repeats);
  const sums = await sumsOf(duck, `(SELECT * FROM ${rows} WHERE ${those})`, feed.totals);
  if (repeated > 0) await duck.run(`DELETE FROM ${rows} WHERE ${those}`);
  await duck.run(`DROP TABLE ${suspects}`);
  await duck.run(`DROP TABLE ${repeats}`);
  return { repeated, sums };
}
