import type { ReactNode } from 'react';
import { Skeleton, useLocale, useTexts } from '../kit.ts';
import { countGaps, type Calendar } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Calendar.module.css';
import { CalendarGrid } from './CalendarGrid.tsx';
import { Legend } from './Legend.tsx';
import { ScheduleNote } from './ScheduleNote.tsx';

export interface CalendarContentProps {
  readonly calendar: Calendar;
  /** The button that has the gaps loaded again. */
  readonly recover: ReactNode;
  readonly onOpen: (storeId: string, date: string) => void;
}

/** What there is to do, the days, and what their signs mean. */
export function CalendarContent({ calendar, recover, onOpen }: CalendarContentProps) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const gaps = countGaps(calendar);
  return (
    <>
      <div className={styles.todo}>
        <div>
          <p className={gaps === 0 ? styles.fine : styles.gaps}>
            {gaps === 0 ? texts.allLoaded : texts.gapsFound(gaps, numbers.whole(gaps))}
          </p>
          <ScheduleNote schedule={calendar.planificador} />
        </div>
        {recover}
      </div>
      <CalendarGrid calendar={calendar} onOpen={onOpen} />
      <Legend calendar={calendar} />
    </>
  );
}

const STORES = 16;

/** As high as the calendar of so many stores. */
export function CalendarSkeleton() {
  return (
    <div className={styles.skeleton}>
      {Array.from({ length: STORES }, (_, index) => (
        <Skeleton key={index} width="100%" height="1.4rem" />
      ))}
    </div>
  );
}
