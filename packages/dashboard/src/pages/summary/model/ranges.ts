import type { DateRange } from '../../../range/index.ts';

/** The days that an answer is about; null if it is about none. */
export function answeredRange({
  fecha_inicio: from,
  fecha_fin: to,
}: {
  readonly fecha_inicio: string | null;
  readonly fecha_fin: string | null;
}): DateRange | null {
  return from === null || to === null ? null : { from, to };
}

/** The days of a range as the API takes them. */
export function daysQuery({ from, to }: DateRange) {
  return { fecha_inicio: from, fecha_fin: to };
}
