import { memo } from 'react';
import { useLocale, useTexts } from '../kit.ts';
import type { Day } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Calendar.module.css';
import { StateSign, writtenSigns } from './StateSign.tsx';

export interface DayCellProps {
  readonly store: string;
  readonly storeId: string;
  readonly day: Day;
  /** The keyboard comes to this cell of the grid. */
  readonly isStop: boolean;
  readonly onOpen: (storeId: string, date: string) => void;
}

/** A store's day; pressed, it tells what is known of it. */
export const DayCell = memo(function DayCell({ store, storeId, day, isStop, onOpen }: DayCellProps) {
  const texts = useTexts(words);
  const { dates, numbers } = useLocale();
  const { estado, fecha, lineas, rechazadas } = day;
  const said = [
    texts.dayLabel(store, dates.dayWithWeekday(fecha), texts.states[estado]),
    lineas > 0 ? texts.lines(lineas, numbers.whole(lineas)) : '',
    rechazadas > 0 ? texts.rejectedLines(rechazadas, numbers.whole(rechazadas)) : '',
  ];
  const label = said.filter((part) => part !== '').join(', ');
  return (
    <td role="gridcell" className={styles.place}>
      <button
        type="button"
        tabIndex={isStop ? 0 : -1}
        className={`${styles.cell} ${styles[estado]} ${rechazadas > 0 ? styles.rejects : ''}`}
        data-sign={writtenSigns[estado]}
        aria-label={label}
        title={label}
        onClick={() => onOpen(storeId, fecha)}
      >
        <StateSign state={estado} />
      </button>
    </td>
  );
});
