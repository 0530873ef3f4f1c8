import { FluxionError, isBusinessDate } from '@fluxion/engine/base';

interface RangeOptions {
  readonly 'first-day': string | undefined;
  readonly to: string | undefined;
}

/**
 * The range of business dates that --from and --to give.
 * @throws FluxionError USAGE for what is no date, and for a range that ends before it begins
 */
export function rangeOf({ 'first-day': from, to }: RangeOptions): {
  from: string | undefined;
  to: string | undefined;
} {
  checkDate('--from', from);
  checkDate('--to', to);
  if (from !== undefined && to !== undefined && from > to) {
    throw new FluxionError('USAGE', `--from ${from} lies after --to ${to}`);
  }
  return { from, to };
}

function checkDate(flag: string, date: string | undefined): void {
  if (date === undefined || isBusinessDate(date)) return;
  throw new FluxionError('USAGE', `${flag} must be a date as YYYY-MM-DD, not "${date}"`);
}
