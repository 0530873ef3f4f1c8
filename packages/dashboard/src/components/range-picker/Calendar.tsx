import { DateFormatter, type CalendarDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { use } from 'react';
import {
  CalendarCell,
  CalendarGrid,
  Dialog,
  Popover,
  RangeCalendar,
  RangeCalendarStateContext,
} from 'react-aria-components';
import { useMediaQuery } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import styles from './Calendar.module.css';

/** The calendar that drops from the date fields: two months side by side where there is room. */
export function CalendarPopover() {
  const { texts } = useLocale();
  const months = useMediaQuery('(min-width: 44rem)') ? 2 : 1;
  return (
    <Popover className={styles.popover ?? ''} placement="bottom end" offset={6}>
      <Dialog className={styles.dialog ?? ''} aria-label={texts.range.custom}>
        <RangeCalendar visibleDuration={{ months }} firstDayOfWeek="mon">
          <header className={styles.header}>
            <Button slot="previous" look="quiet" square aria-label={texts.range.previousMonth}>
              <ChevronLeft size={18} aria-hidden="true" />
            </Button>
            <Button slot="next" look="quiet" square aria-label={texts.range.nextMonth}>
              <ChevronRight size={18} aria-hidden="true" />
            </Button>
          </header>
          <div className={styles.months}>
            <Month offset={0} />
            {months === 2 ? <Month offset={1} /> : null}
          </div>
          <p className={styles.hint}>{texts.range.pickEnd}</p>
        </RangeCalendar>
      </Dialog>
    </Popover>
  );
}

/** One month of the calendar, `offset` months after its first. */
function Month({ offset }: { readonly offset: number }) {
  const { tag } = useLocale();
  const state = use(RangeCalendarStateContext);
  const first = state?.visibleRange.start.add({ months: offset });
  return (
    <div className={styles.month}>
      <div className={styles.monthName} aria-hidden="true">
        {first && monthName(first, tag)}
      </div>
      <CalendarGrid className={styles.grid ?? ''} offset={{ months: offset }} weekdayStyle="short">
        {(date) => <CalendarCell date={date} className={styles.day ?? ''} />}
      </CalendarGrid>
    </div>
  );
}

function monthName(date: CalendarDate, locale: string): string {
  const format = new DateFormatter(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(date.toDate('UTC'));
}
