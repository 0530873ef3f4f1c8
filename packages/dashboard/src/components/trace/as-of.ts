/** An instant as a clock shows it. */
export interface ClockTime {
  readonly text: string;
  /** Whose clock: an IANA zone; null for the person's own. */
  readonly zone: string | null;
}

const own = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * The instant on the person's own clock, and on the stores' where theirs shows another time.
 *
 * @param instant ISO 8601
 * @param zones of the stores, IANA
 */
export function clockTimes(instant: string, zones: readonly string[], tag: string, here = own()): readonly ClockTime[] {
  const at = Date.parse(instant);
  const timeIn = (timeZone: string) =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(at);
  const mine = timeIn(here);
  const theirs = new Map(zones.map((zone) => [timeIn(zone), zone]));
  theirs.delete(mine);
  return [{ text: mine, zone: null }, ...[...theirs].map(([text, zone]) => ({ text, zone }))];
}

/** `America/Caracas` is Caracas. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
