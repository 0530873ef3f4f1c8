import { FluxionError, isBusinessDate } from '../base/index.ts';
import { zone } from './stores/stores.ts';

/** The sizes and dates of one demo chain; everything in it follows from `rows` and `until` alone. */
export interface DemoPlan {
  /** Lines of ventas_raw, exactly. */
  readonly rows: number;
  /** First and last business date, 'YYYY-MM-DD': thirteen months, both ends included. */
  readonly from: string;
  readonly until: string;
  /** The number of the last day, counting from 0. */
  readonly lastDay: number;
  /** Weeks that the span falls into, from its first day on; the last one may be short. */
  readonly weeks: number;
  /** Products of the catalogue, without the placeholders. */
  readonly products: number;
  /** The most popular products, always in stock in every store; sales fall back on them. */
  readonly coreProducts: number;
  /** Equal slots into which the demand of a week is divided; a power of two. */
  readonly slots: number;
}

/** The latest business date that is over in all stores: the day before the present one in the chain's zone, 'YYYY-MM-DD'. */
export function yesterday(now: Date): string {
  // Sweden writes its dates like that.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);
  return new Date(Date.parse(today) - dayMs).toISOString().slice(0, 10);
}

/** How many products are sold without being in the catalogue. */
export const placeholderProducts = 12;

/** How many days back receipts and movements of stock reach. */
export const recentDays = 60;

const months = 13;
const dayMs = 86_400_000;
/** Beyond this many lines, the apportionment's integer arithmetic could overflow. */
const mostRows = 1_000_000_000;

/**
 * @throws FluxionError USAGE if `rows` is not a whole number from 1 to a billion, or `until` is not a date
 * or less than thirteen months after the first.
 */
export function planDemo(rows: number, until: string): DemoPlan {
  if (!Number.isSafeInteger(rows) || rows < 1 || rows > mostRows)
    throw new FluxionError('USAGE', `The demo needs a whole number of sales lines from 1 to ${mostRows}, not ${rows}.`);
  if (!isBusinessDate(until)) throw new FluxionError('USAGE', `${until} is not a date (YYYY-MM-DD).`);
  const from = monthsBefore(until);
  if (!isBusinessDate(from)) throw new FluxionError('USAGE', `There are no ${months} months before ${until}.`);
  const products = catalogueSize(rows);
  const lastDay = (Date.parse(until) - Date.parse(from)) / dayMs;
  return {
    rows,
    from,
    until,
    lastDay,
    weeks: Math.floor(lastDay / 7) + 1,
    products,
    coreProducts: Math.max(3, Math.floor(products / 120)),
    slots: 2 ** Math.ceil(Math.log2(products * 4)),
  };
}

/** 400 products for the smallest chain, 3,000 for a million lines, 50,000 for 82 million and more. */
function catalogueSize(rows: number): number {
  const million = 1_000_000;
  if (rows <= million) return 400 + Math.floor((rows * 2600) / million);
  return Math.min(50_000, 3000 + Math.floor(((rows - million) * 47_000) / (80.8 * million)));
}

/** The day after `until`, thirteen months earlier. */
function monthsBefore(until: string): string {
  const date = new Date(`${until}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}
