import { covers, isBusinessDate, type DateRange } from '../../range/index.ts';

/** A date as it stands in its field; a part not yet typed is null. */
export interface TypedDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** Why two typed dates are no range to choose. */
export type RangeProblem = 'incomplete' | 'impossible' | 'reversed' | 'outside';

/** Reads the two dates as a person sees them: the fields themselves keep only dates that exist. */
export function readTyped(fields: Element): { start: TypedDate; end: TypedDate } {
  const part = (type: keyof TypedDate, index: number) => {
    const segment = fields.querySelectorAll(`[data-type=${type}]`)[index];
    return segment === undefined || segment.hasAttribute('data-placeholder') ? null : Number(segment.textContent);
  };
  const date = (index: number) => ({ year: part('year', index), month: part('month', index), day: part('day', index) });
  return { start: date(0), end: date(1) };
}

/** The range that two typed dates make, or why they make none within the limits. */
export function judgeTyped(
  { start, end }: { readonly start: TypedDate; readonly end: TypedDate },
  limits: DateRange,
): DateRange | RangeProblem {
  const range = { from: written(start), to: written(end) };
  if (range.from === null || range.to === null) return 'incomplete';
  const { from, to } = range;
  if (!isBusinessDate(from) || !isBusinessDate(to)) return 'impossible';
  if (from > to) return 'reversed';
  return covers(limits, { from, to }) ? { from, to } : 'outside';
}

function written({ year, month, day }: TypedDate): string | null {
  if (year === null || month === null || day === null) return null;
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}
