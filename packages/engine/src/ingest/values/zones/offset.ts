import type { Change, Zone } from './zone.ts';

const micros = (seconds: number) => BigInt(seconds) * 1_000_000n;
const timestamp = (at: bigint) => `make_timestamp(${at})`;
const shift = (moment: string, seconds: number) => `make_timestamp(epoch_us(${moment}) + ${micros(seconds)})`;

/** What the clock showed at the change, with the offset before it and the one after it. */
const wallBefore = ({ at, before }: Change) => at + micros(before);
const wallAfter = ({ at, after }: Change) => at + micros(after);

/** Times from here on are of the offset after the change: those that it skips, as those that it repeats, are not. */
const takesEffect = (change: Change) => (change.after > change.before ? wallAfter(change) : wallBefore(change));

/** The clock's time (TIMESTAMP) as one in UTC; of an hour that comes twice `second` says which it is. */
export function toUtc(wall: string, zone: Zone, second: string | undefined): string {
  const whens = zone.changes.flatMap((change) => {
    const utc = shift(wall, -change.after);
    const repeated =
      second === undefined || change.after > change.before
        ? []
        : [`WHEN ${second} AND ${wall} >= ${timestamp(wallAfter(change))} THEN ${utc}`];
    return [`WHEN ${wall} >= ${timestamp(takesEffect(change))} THEN ${utc}`, ...repeated];
  });
  return chain(whens, shift(wall, -earliestOffset(zone)));
}

/** A time in UTC (TIMESTAMP) as the clock's in the zone. */
export function toWall(utc: string, zone: Zone): string {
  const whens = zone.changes.map((change) => `WHEN ${utc} >= ${timestamp(change.at)} THEN ${shift(utc, change.after)}`);
  return chain(whens, shift(utc, earliestOffset(zone)));
}

/** Which of the zone's changes has a clock's time in the hour that comes twice, as its index; NULL: none. */
export function repeatedHour(wall: string, zone: Zone): string {
  const whens = zone.changes.flatMap((change, index) =>
    change.after > change.before
      ? []
      : [
          `WHEN ${wall} >= ${timestamp(wallAfter(change))} AND ${wall} < ${timestamp(wallBefore(change))} THEN ${index}`,
        ],
  );
  return chain(whens, 'NULL::INTEGER');
}

const earliestOffset = ({ changes, offset }: Zone) => changes.at(-1)?.before ?? offset;

const chain = (whens: readonly string[], otherwise: string) =>
  whens.length === 0 ? otherwise : `CASE ${whens.join(' ')} ELSE ${otherwise} END`;
