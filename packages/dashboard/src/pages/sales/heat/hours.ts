import type { AnswerTo } from '../../../client/index.ts';
import type { DateFormat } from '../../../i18n/index.ts';
import { addDays } from '../../../range/index.ts';
import type { Measure } from '../address/index.ts';

export interface HoursProps {
  readonly body: AnswerTo<'verVentasPorHora'>;
  readonly measure: Measure;
  readonly label: string;
}

/** A Monday. */
const MONDAY = '2024-01-01';

/** `lun` for 1, `dom` for 7. */
export function weekdayName(day: number, dates: DateFormat): string {
  return dates.weekday(addDays(MONDAY, day - 1));
}

/** `08:00` */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
