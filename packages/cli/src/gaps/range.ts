import { FluxionError, isBusinessDate } from '@fluxion/engine/base';

interface RangeOptions {
  readonly 'first-day': string | undefined;
  readonly to: string | undefined;
}

/**
 * The range of business dates that --from and --to give.
 * @throws FluxionError USAGE for what is no date, and for a range that ends before it begins
 */
export function rangeOf({ 'first-day': desde, to: hasta }: RangeOptions): {
  desde: string | undefined;
  hasta: string | undefined;
} {
  checkDate('--from', desde);
  checkDate('--to', hasta);
  if (desde !== undefined && hasta !== undefined && desde > hasta) {
    throw new FluxionError('USAGE', `--from ${desde} lies after --to ${hasta}`);
  }
  return { desde, hasta };
}

function checkDate(flag: string, date: string | undefined): void {
  if (date === undefined || isBusinessDate(date)) return;
  throw new FluxionError('USAGE', `${flag} must be a date as YYYY-MM-DD, not "${date}"`);
}
