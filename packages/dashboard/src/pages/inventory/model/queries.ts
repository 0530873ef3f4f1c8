import { filterQuery, type Filters } from '../../../hooks/index.ts';
import { lastDaysOf, type DateRange } from '../../../range/index.ts';

/** What every question of the page is about. Single products have a page of their own: an address may still name some. */
export function stockQuery(filters: Filters) {
  return filterQuery({ ...filters, products: [] });
}

/** The most days of which stockouts are told at once. */
const MOST_DAYS = 366;

/** The days of a range as the API takes them, the last of them if they are too many; the API's own without a range. */
export function rangeQuery(range: DateRange | null) {
  if (range === null) return {};
  const { from, to } = lastDaysOf(range, MOST_DAYS);
  return { fecha_inicio: from, fecha_fin: to };
}
