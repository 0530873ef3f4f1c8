import { useEffect, useRef } from 'react';
import { useLocale, useTexts } from '../kit.ts';
import { monthRuns, type Calendar } from '../model/index.ts';
import { isWeekend } from '../../../range/index.ts';
import { words } from '../texts.ts';
import styles from './Calendar.module.css';
import { DayCell } from './DayCell.tsx';
import { useGridKeys } from './useGridKeys.ts';

export interface CalendarGridProps {
  readonly calendar: Calendar;
  readonly onOpen: (storeId: string, date: string) => void;
}

/** Stores by days: each cell says whether that day's sales are in. */
export function CalendarGrid({ calendar, onOpen }: CalendarGridProps) {
  const texts = useTexts(words);
  const { dates } = useLocale();
  const { tiendas } = calendar;
  const days = tiendas[0]?.dias ?? [];
  const keys = useGridKeys(tiendas.length, days.length);
  const scroller = useLatestInSight(calendar.fecha_fin);
  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        className={styles.grid}
        role="grid"
        aria-label={texts.calendar}
        onFocus={keys.onFocus}
        onKeyDown={keys.onKeyDown}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" rowSpan={2} className={styles.store}>
              {texts.store}
            </th>
            {monthRuns(days).map(({ first, days: count }) => (
              <th key={first} role="columnheader" scope="colgroup" colSpan={count} className={styles.month}>
                <span>{dates.month(first)}</span>
              </th>
            ))}
          </tr>
          <tr role="row">
            {days.map(({ fecha }) => (
              <th
                key={fecha}
                role="columnheader"
                scope="col"
                className={`${styles.day} ${isWeekend(fecha) ? styles.weekend : ''}`}
              >
                <span className={styles.weekday} aria-hidden="true">
                  {dates.weekday(fecha).slice(0, 1)}
                </span>
                <span aria-hidden="true">{Number(fecha.slice(8))}</span>
                <span className="visually-hidden">{dates.dayWithWeekday(fecha)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {tiendas.map(({ ubicacion_id, nombre, dias, huecos }, row) => (
            <tr key={ubicacion_id} role="row">
              <th role="rowheader" scope="row" className={styles.store}>
                <span className={styles.name}>{nombre}</span>
                {huecos === 0 ? null : (
                  <span className={styles.count} title={texts.gaps}>
                    <span className="visually-hidden">{texts.gaps}: </span>
                    {huecos}
                  </span>
                )}
              </th>
              {dias.map((day, column) => (
                <DayCell
                  key={day.fecha}
                  store={nombre}
                  storeId={ubicacion_id}
                  day={day}
                  isStop={keys.stop.row === row && keys.stop.column === column}
                  onOpen={onOpen}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The last days are the ones that matter: where not all fit, those are in sight first. */
function useLatestInSight(until: string) {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element !== null) element.scrollLeft = element.scrollWidth;
  }, [until]);
  return scroller;
}
