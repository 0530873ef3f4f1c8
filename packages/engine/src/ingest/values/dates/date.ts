import type { FieldSpec } from '../../../sources/index.ts';
import { column, firstReason, type Reading } from '../layers.ts';
import { clock, clockOf } from './clock.ts';
import { dayLayers, dayReason, type DateOrder } from './day.ts';

/** How a date is read; with a time behind it, that must be midnight. */
export function readDate({ name }: FieldSpec, order: DateOrder): Reading {
  const { time } = clockOf(name);
  const [value, reason] = [column('value', name), column('reason', name)];
  return {
    layers: [
      ...clock(name),
      ...dayLayers(name, order),
      {
        [reason]: firstReason(
          [`(${dayReason(name, order)}) IS NOT NULL`, dayReason(name, order)],
          [`${time} IS NULL`, `'has a time of day that does not exist'`],
          [`${time} <> 0`, `'has a time of day, and a date is wanted'`],
        ),
      },
      { [value]: `CASE WHEN ${reason} IS NULL THEN ${column('date', name)} END` },
    ],
    value,
    reason,
  };
}

/** How a time of day is read: HH:MM[:SS]. */
export function readTime({ name }: FieldSpec): Reading {
  const text = column('text', name);
  const value = column('value', name);
  const pattern = `'(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?'`;
  const whole = `CASE WHEN length(${text}) <= 5 THEN ${text} || ':00' ELSE ${text} END`;
  return {
    layers: [{ [value]: `CASE WHEN regexp_full_match(${text}, ${pattern}) THEN TRY_CAST(${whole} AS TIME) END` }],
    value,
    reason: firstReason([`${text} IS NOT NULL AND ${value} IS NULL`, `'is not a time of day, such as 08:30'`]),
  };
}
