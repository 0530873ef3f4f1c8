import { zone } from './stores.ts';

/** The instant of a wall-clock time ('HH:MM:SS') in the chain's zone on a day given as an SQL expression: a TIMESTAMPTZ. */
export function at(time: string, date: string): string {
  return `((${date})::DATE + TIME '${time}') AT TIME ZONE '${zone}'`;
}
