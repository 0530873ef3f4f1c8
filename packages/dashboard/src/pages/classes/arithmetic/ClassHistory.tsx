import { useId } from 'react';
import { Answer, TableSkeleton } from '../../../components/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { historyOf } from '../model/index.ts';
import { useWords } from '../state/index.ts';
import styles from './Arithmetic.module.css';
import { HistoryTable } from './HistoryTable.tsx';

/** So many calculations stand beside each other. */
const mostDates = 6;

export interface ClassHistoryProps {
  readonly productId: string;
  readonly stores: readonly string[] | undefined;
}

/** The classes that were kept of a product, by store. */
export function ClassHistory({ productId, stores }: ClassHistoryProps) {
  const texts = useWords();
  const id = useId();
  const query = { limite: 1000, ...(stores === undefined ? {} : { ubicacion_id: [...stores] }) };
  const asked = useAsk('listarClasesProducto', { params: { id: productId }, query });
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {texts.historyTitle}
      </h3>
      <Answer
        of={asked}
        skeleton={<TableSkeleton rows={4} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<p className={styles.note}>{texts.noHistory}</p>}
      >
        {({ datos }) => (
          <>
            <p className={styles.note}>{texts.history}</p>
            <HistoryTable history={historyOf(datos, mostDates)} labelledBy={id} />
          </>
        )}
      </Answer>
    </section>
  );
}
