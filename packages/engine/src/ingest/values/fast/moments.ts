import { firstDay } from '../dates/day.ts';
import { localOf } from '../dates/instant.ts';
import type { Field } from '../fields.ts';
import { column, type Layer } from '../layers.ts';
import { valueOf, zoneIndex, type Delivered } from '../lines.ts';
import { byZone } from '../places.ts';
import { repeatedHour, toUtc, toWall } from '../zones/offset.ts';
import { readForm, type DateForm, type FastReading } from './forms.ts';

/** A date of the given form. */
export function usualDate(name: string, form: DateForm): FastReading {
  const value = valueOf(name);
  const layers = [{ [value]: `${readForm(column('text', name), form)}::DATE` }];
  return { layers, accepts: `${value} >= DATE '${firstDay}'` };
}

/** Of a date whose form is none of those that DuckDB reads. */
export const noDate = (name: string): FastReading => ({
  layers: [{ [valueOf(name)]: 'NULL::DATE' }],
  accepts: 'false',
});

/** Of an instant whose form is none of those that DuckDB reads. */
export const noInstant = (name: string): FastReading => ({
  layers: [{ [valueOf(name)]: 'NULL::TIMESTAMPTZ', [localOf(name)]: 'NULL::TIMESTAMP' }],
  accepts: 'false',
});

/** An instant of the given form; times of an hour that comes twice are not of it. */
export function usualInstant({ name }: Field, { places }: Delivered, form: DateForm): FastReading {
  const read = column('read', name);
  const [utc, local, value] = [column('utc', name), localOf(name), valueOf(name)];
  const { feedZone } = places;
  const layers = (utcSql: string, localSql: string): Layer[] => [
    { [read]: readForm(column('text', name), form) },
    { [utc]: utcSql },
    { [local]: localSql, [value]: `make_timestamptz(epoch_us(${utc}))` },
  ];
  const isPlausible = `${read} >= TIMESTAMP '${firstDay}'`;
  const inStore = byZone(places, zoneIndex, (zone) => toWall(utc, zone));
  if (form.utc) return { layers: layers(read, inStore), accepts: `${isPlausible} AND ${local} IS NOT NULL` };
  const utcSql = feedZone
    ? toUtc(read, feedZone, undefined)
    : byZone(places, zoneIndex, (zone) => toUtc(read, zone, undefined));
  // Of an hour that comes twice the order of lines decides, which only the careful reading sees.
  const twice = feedZone ? repeatedHour(read, feedZone) : byZone(places, zoneIndex, (zone) => repeatedHour(read, zone));
  return {
    layers: layers(utcSql, feedZone ? inStore : read),
    accepts: `${isPlausible} AND ${utc} IS NOT NULL AND ${twice} IS NULL`,
  };
}
