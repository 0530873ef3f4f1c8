import { formatCount, formatDuration } from '../../output/index.ts';

/** Rows per second; undefined where nothing was copied or no time passed. */
export function rate(rows: number, seconds: number): number | undefined {
  return rows > 0 && seconds > 0 ? rows / seconds : undefined;
}

/** `11,393`, or a dash. */
export function rateText(rows: number, seconds: number): string {
  const value = rate(rows, seconds);
  return value === undefined ? '-' : formatCount(value);
}

export function secondsText(seconds: number): string {
  return formatDuration(seconds * 1000);
}
