import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../../../base/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { FeedSpec } from '../../../sources/index.ts';
import type { Field } from '../fields.ts';
import type { Sums } from '../../report.ts';
import { countOf, sumsOf } from './tables.ts';

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
  if (await isAscending(duck, rows, feed)) return { repeated: 0, sums: {} };
  const key = lineKey.map(quoteIdentifier);
  const whole = key.map((name) => `${name} IS NOT NULL`).join(' AND ');
  const unit = feed.unit === 'store-day' ? ['ubicacion_id', 'fecha'] : [];
  const hash = `hash(${[...unit, ...key].join(', ')})`;
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

/**
 * Whether every line's key is above the one before it, in some order of the unit's and the key's columns: then none is
 * there twice. Most deliveries are like that, and it is seen at a sixth of the cost of looking for equal keys.
 */
async function isAscending(duck: DuckDBConnection, rows: string, { unit, lineKey = [], fields }: FeedSpec) {
  const key = lineKey.flatMap((name) => {
    const column = quoteIdentifier(name);
    // The invoice after F999 is F1000.
    return fields.find((field) => field.name === name)?.type.kind === 'text' ? [`strlen(${column})`, column] : [column];
  });
  const orders =
    unit === 'store-day'
      ? [
          ['fecha', 'ubicacion_id', ...key],
          ['ubicacion_id', 'fecha', ...key],
        ]
      : [key];
  const columns = [...new Set(orders.flat())];
  const names = new Map(columns.map((sql, index) => [sql, `c${index}`]));
  const pairs = [...names].map(([sql, name]) => `${sql} AS ${name}, lag(${sql}) OVER () AS before_${name}`);
  const tests = orders.map(
    (order) => `bool_and(coalesce(${isAbove(order.map((sql) => names.get(sql) ?? ''))}, false))`,
  );
  const [found] = await smallRowsJson(
    duck,
    `SELECT coalesce(${tests.join(' OR ')}, true) AS ascending FROM (SELECT row_number() OVER () AS row, ${pairs.join(', ')} FROM ${rows})
     WHERE row > 1`,
  );
  return found?.['ascending'] === true;
}

/** SQL: whether the columns, the first one first, are above those of the line before. A missing value is above none. */
function isAbove(columns: readonly string[]): string {
  return columns.reduceRight(
    (rest, name) => `${name} > before_${name} OR (${name} = before_${name} AND (${rest}))`,
    'false',
  );
}
