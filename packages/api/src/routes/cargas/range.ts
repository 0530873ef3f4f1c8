import { calendarLimit } from '@fluxion/contract';
import { addDays, daysBetween } from '@fluxion/engine/base';
import { invalidFields } from '../../problems/problem.ts';

interface CalendarRange {
  readonly desde?: string | undefined;
  readonly hasta?: string | undefined;
}

/**
 * Holds a range of the calendar to its limit.
 *
 * @throws RequestProblem INVALID_REQUEST naming desde if it lies after hasta, or too long before
 */
export function checkCalendarRange({ desde, hasta }: CalendarRange): void {
  if (desde === undefined) return;
  // Without an end it is today, wherever the store is.
  const end = hasta ?? addDays(new Date().toISOString().slice(0, 'YYYY-MM-DD'.length), 1);
  const days = daysBetween(desde, end) + 1;
  if (hasta !== undefined && days < 1) {
    throw invalidFields({ campo: 'desde', mensaje: 'debe ser anterior o igual a hasta' });
  }
  if (days > calendarLimit.days) {
    throw invalidFields({
      campo: 'desde',
      mensaje: `no puede quedar más de ${calendarLimit.days} días antes de hasta`,
    });
  }
}
