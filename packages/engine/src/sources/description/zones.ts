import { nearest } from '../../base/index.ts';

/** What is wrong with the name of a time zone; undefined if there is such a zone. */
export function zoneProblem(zone: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const lower = zone.toLowerCase();
  // Some zones have older names besides, which are not listed. An offset is none: it has no daylight-saving time.
  const isNamed = /^[A-Za-z]+(?:[/_-][A-Za-z]+)+$|^UTC$/.test(zone) && isZone(zone);
  if (zones.includes(zone) || (isNamed && !zones.some((name) => name.toLowerCase() === lower))) return undefined;
  const guess = nearest(zone, zones);
  const hint = guess === undefined ? 'one is written as in "America/Caracas"' : `did you mean "${guess}"?`;
  return `is no time zone: "${zone}"; ${hint}`;
}

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
