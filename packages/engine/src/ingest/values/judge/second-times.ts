import type { DuckDBConnection } from '@duckdb/node-api';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { wallOf } from '../dates/instant.ts';
import { clockOf } from '../dates/clock.ts';
import { hasText, storeId, valueOf, zoneIndex, type Delivered } from '../lines.ts';
import { byZone } from '../places.ts';
import { repeatedHour } from '../zones/offset.ts';
import { readLines } from './judge.ts';

/** The lines, by their rowid in the table of texts, whose time is the second of that name. */
export const secondTable = '"values_second"';

/**
 * Finds the lines of an hour that came twice because the clock was put back, that are of the second time: those behind a step
 * back in the order of lines, which is the till's, of each store and till.
 * @param texts the table of texts that lines of such an hour are in
 * @returns whether there are any, in `secondTable`
 */
export async function secondTimes(duck: DuckDBConnection, texts: string, delivered: Delivered): Promise<boolean> {
  const { fields, places } = delivered;
  const needed = fields.filter(
    (field) => ['ubicacion_id', 'fecha_hora', 'caja'].includes(field.name) && hasText(field),
  );
  if (!needed.some(({ name }) => name === 'fecha_hora')) return false;
  const zones = places.feedZone ? [places.feedZone] : places.zones;
  if (zones.every(({ changes }) => changes.length === 0)) return false;
  const wall = wallOf('fecha_hora');
  const hour = places.feedZone
    ? repeatedHour(wall, places.feedZone)
    : byZone(places, zoneIndex, (zone) => repeatedHour(wall, zone));
  const till = needed.some(({ name }) => name === 'caja');
  const order = `PARTITION BY hour, store${till ? ', till' : ''} ORDER BY line, row`;
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE ${secondTable} AS
     SELECT row FROM (
       SELECT row, bool_or(is_back) OVER (${order} ROWS UNBOUNDED PRECEDING) AS is_second FROM (
         SELECT *, wall < lag(wall) OVER (${order}) AS is_back FROM (
           SELECT row, line, ${wall} AS wall, ${hour} AS hour, ${storeId} AS store${till ? `, ${valueOf('caja')} AS till` : ''}
           FROM (${readLines(`(SELECT *, rowid AS row FROM ${texts})`, { ...delivered, fields: needed })})
           WHERE ${clockOf('fecha_hora').offset} IS NULL
         ) WHERE hour IS NOT NULL
       )
     ) WHERE is_second`,
  );
  const found = await smallRowsJson(duck, `SELECT 1 FROM ${secondTable} LIMIT 1`);
  return found.length > 0;
}
