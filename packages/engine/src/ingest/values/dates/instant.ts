import type { FieldSpec } from '../../../sources/index.ts';
import { column, firstReason, type Reading } from '../layers.ts';
import { byZone, type Places } from '../places.ts';
import { toUtc, toWall } from '../zones/offset.ts';
import { clock, clockOf } from './clock.ts';
import { dayLayers, dayReason, type DateOrder } from './day.ts';

export interface InstantRules {
  readonly order: DateOrder;
  readonly places: Places;
  /** SQL of the index of the store's zone. */
  readonly zoneIndex: string;
  /** SQL of whether a time in an hour that comes twice is of the second time; undefined: none is. */
  readonly second: string | undefined;
  /** A day without a time is not enough. */
  readonly needsTime: boolean;
}

/** The time as the clock showed it where the feed's times are from: a TIMESTAMP; and the one in the store's zone. */
export const wallOf = (field: string): string => column('wall', field);
export const localOf = (field: string): string => column('local', field);

/** How an instant is read. Times without an offset are of the feed's zone if it is told, else of the store's. */
export function readInstant({ name }: FieldSpec, rules: InstantRules): Reading {
  const { places, zoneIndex, second } = rules;
  const { time, offset } = clockOf(name);
  const [wall, utc, local, reason] = [wallOf(name), column('utc', name), localOf(name), column('reason', name)];
  const feedUtc = places.feedZone
    ? toUtc(wall, places.feedZone, second)
    : byZone(places, zoneIndex, (zone) => toUtc(wall, zone, second));
  const inStore = byZone(places, zoneIndex, (zone) => toWall(utc, zone));
  // The store's own times are not converted there and back: those that a change skips would move to another hour.
  const asWritten = places.feedZone ? 'false' : `${offset} IS NULL`;
  return {
    layers: [
      ...clock(name),
      ...dayLayers(name, rules.order),
      { [reason]: instantReason(name, rules) },
      {
        [wall]: `CASE WHEN ${reason} IS NULL THEN make_timestamp(epoch_us(${column('date', name)}::TIMESTAMP) + ${time}) END`,
      },
      {
        [utc]: `CASE WHEN ${offset} IS NULL THEN ${feedUtc} ELSE make_timestamp(epoch_us(${wall}) - ${offset}::BIGINT * 1000000) END`,
      },
      { [local]: `CASE WHEN ${asWritten} THEN ${wall} ELSE ${inStore} END` },
    ],
    value: `make_timestamptz(epoch_us(${utc}))`,
    reason,
  };
}

function instantReason(name: string, { order, needsTime }: InstantRules): string {
  const { time, hasTime, offset } = clockOf(name);
  return firstReason(
    [`(${dayReason(name, order)}) IS NOT NULL`, dayReason(name, order)],
    [`${time} IS NULL`, `'has a time of day that does not exist'`],
    [`${offset} = 99999`, `'has an offset from UTC that does not exist'`],
    ...(needsTime ? [[`${column('text', name)} IS NOT NULL AND NOT ${hasTime}`, `'has no time of day'`] as const] : []),
  );
}
