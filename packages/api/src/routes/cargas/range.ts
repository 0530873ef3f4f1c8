import { calendarLimit } from '@fluxion/contract';
import { addDays, daysBetween } from '@fluxion/engine/base';
import { invalidFields } from '../../problems/problem.ts';
import { dateRange, type DateRange, type RangeQuery } from '../../requests/range.ts';

/**
 * The range of the calendar that is asked for, held to its limit.
 *
 * @throws RequestProblem INVALID_REQUEST naming fecha_inicio if it lies after fecha_fin, or too long before
 */
export function calendarRange(asked: RangeQuery): DateRange {
  const { from, to } = dateRange(asked);
  if (from === undefined) return { from, to };
  // Without an end it is today, wherever the store is.
  const end = to ?? addDays(new Date().toISOString().slice(0, 'YYYY-MM-DD'.length), 1);
  if (daysBetween(from, end) < calendarLimit.days) return { from, to };
  const mensaje = `no puede quedar más de ${calendarLimit.days} días antes de fecha_fin`;
  throw invalidFields({ campo: 'fecha_inicio', mensaje });
}
