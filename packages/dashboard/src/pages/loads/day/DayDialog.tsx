import { Link } from 'react-aria-components';
import {
  Allowed,
  Answer,
  Button,
  Dialog,
  hrefOf,
  TableSkeleton,
  useAsk,
  useLocale,
  useTexts,
  writeCell,
} from '../kit.ts';
import { useRecover } from '../calendar/useRecover.ts';
import { findDay, isGap, type Calendar, type Day, type StoreDay } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Day.module.css';
import { LoadList } from './LoadList.tsx';

export interface DayDialogProps {
  readonly calendar: Calendar;
  readonly open: StoreDay;
  readonly onClose: () => void;
}

/** What is known of a store's day: its state in words, its lines, its deliveries, and what can be done. */
export function DayDialog({ calendar, open, onClose }: DayDialogProps) {
  const texts = useTexts(words);
  const { dates } = useLocale();
  const recover = useRecover();
  const found = findDay(calendar, open);
  const loads = useAsk(
    'listarCargas',
    { query: { ubicacion_id: [open.storeId], fecha_inicio: open.date, fecha_fin: open.date } },
    { enabled: found !== null },
  );
  if (found === null) return null;
  const { store, day } = found;
  return (
    <Dialog
      title={`${store.nombre} · ${dates.dayWithWeekday(day.fecha)}`}
      onClose={onClose}
      wide
      actions={
        <>
          <Link
            className={styles.link ?? ''}
            href={hrefOf('/ventas', { tienda: open.storeId, desde: day.fecha, hasta: day.fecha })}
          >
            {texts.seeSales}
          </Link>
          {isGap(day) ? (
            <Allowed role="gestor_abastecimiento" otherwise={null}>
              <Button
                look="primary"
                isDisabled={recover.pending}
                onPress={() => recover.run({ from: day.fecha, to: day.fecha }, [open.storeId])}
              >
                {recover.pending ? texts.recovering : texts.recoverDay}
              </Button>
            </Allowed>
          ) : null}
        </>
      }
    >
      <p>
        <strong>{texts.states[day.estado]}.</strong> {texts.explained[day.estado]}
      </p>
      <Figures day={day} />
      <h3 className={styles.title}>{texts.dayLoads}</h3>
      <Answer
        of={loads}
        skeleton={<TableSkeleton rows={2} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<p className={styles.note}>{texts.noDayLoads}</p>}
      >
        {({ datos }) => <LoadList loads={datos} />}
      </Answer>
    </Dialog>
  );
}

function Figures({ day }: { readonly day: Day }) {
  const texts = useTexts(words);
  const locale = useLocale();
  const { numbers } = locale;
  const { lineas, habitual, rechazadas, fallo } = day;
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{texts.linesIn}</dt>
        <dd>{numbers.whole(lineas)}</dd>
      </div>
      <div>
        <dt>{texts.usual}</dt>
        <dd>{habitual === null ? texts.unknownUsual : numbers.whole(habitual)}</dd>
      </div>
      <div>
        <dt>{texts.rejected}</dt>
        <dd>{numbers.whole(rechazadas)}</dd>
      </div>
      {fallo === null ? null : (
        <div className={styles.failure}>
          <dt>{texts.failure}</dt>
          <dd>
            {writeCell(fallo.momento, 'instant', locale)}: {fallo.mensaje}
          </dd>
        </div>
      )}
    </dl>
  );
}
