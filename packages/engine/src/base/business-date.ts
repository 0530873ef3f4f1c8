/**
 * Whether `text` names a day: 'YYYY-MM-DD', a day that exists in the Gregorian calendar, from 1000-01-01 to 2999-12-31.
 * A business date has no zone and no instant; as text it compares as the day does.
 */
export function isBusinessDate(text: string): boolean {
  const parts = /^([12]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const dayMs = 86_400_000;

/** The day so many days later; earlier if negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** How many days `to` lies after `from`; negative if it lies before. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

/** The ISO weekday: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
