import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useLocale, useTexts, writeCell } from '../kit.ts';
import type { Calendar } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Calendar.module.css';

/** Whether loads come by themselves, and how many are still to come. */
export function ScheduleNote({ schedule }: { readonly schedule: Calendar['planificador'] }) {
  const texts = useTexts(words);
  const locale = useLocale();
  const { al_dia: upToDate, pendientes: pending, ultima_vuelta: last, mensaje } = schedule;
  const Sign = upToDate ? CircleCheck : TriangleAlert;
  return (
    <p className={`${styles.schedule} ${upToDate ? '' : styles.late}`}>
      <Sign size={15} aria-hidden="true" />
      <span>
        {upToDate ? texts.upToDate : texts.late}{' '}
        {last === null ? texts.neverRan : texts.lastRound(writeCell(last, 'instant', locale))} {mensaje}
      </span>
      <strong role="status">{pending === 0 ? '' : texts.pending(pending, locale.numbers.whole(pending))}</strong>
    </p>
  );
}
