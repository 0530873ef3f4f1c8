const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** What the clocks of the zone show at the instant, as if it were UTC. */
function wallClock(instant: Date, zone: string): Date {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

function offsetMs(instant: Date, zone: string): number {
  return wallClock(instant, zone).getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}

/** Whether the name is a zone that this program knows. */
export function isKnownZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The zone's date at the instant, YYYY-MM-DD. */
export function localDate(instant: Date, zone: string): string {
  return wallClock(instant, zone).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/**
 * The instant at which the clocks of the zone show `time` (HH:MM) on the date. Where they show it twice, the first; a time
 * that they leap over is taken with the offset before the change, as PostgreSQL does, so that midnight is the day's begin.
 */
export function instantOf(date: string, time: string, zone: string): Date {
  const key = `${zone} ${date} ${time}`;
  const known = instants.get(key);
  if (known !== undefined) return new Date(known);
  const instant = findInstant(Date.parse(`${date}T${time}:00Z`), zone);
  if (instants.size >= mostInstants) instants.clear();
  instants.set(key, instant);
  return new Date(instant);
}

/** Finding one takes long, and a planner asks for the same ones each minute. */
const instants = new Map<string, number>();
const mostInstants = 10_000;

function findInstant(shown: number, zone: string): number {
  // No zone changes its clocks twice within two days.
  const before = offsetMs(new Date(shown - dayMs), zone);
  const after = offsetMs(new Date(shown + dayMs), zone);
  const candidates = [shown - before, shown - after].toSorted((a, b) => a - b);
  const exact = candidates.find((instant) => wallClock(new Date(instant), zone).getTime() === shown);
  return exact ?? shown - before;
}
