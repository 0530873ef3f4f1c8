import { useStoreName } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { History } from '../model/index.ts';
import { useWords } from '../state/index.ts';
import styles from './Arithmetic.module.css';

export interface HistoryTableProps {
  readonly history: History;
  readonly labelledBy: string;
}

/** Stores below each other, calculations beside each other. */
export function HistoryTable({ history, labelledBy }: HistoryTableProps) {
  const texts = useWords();
  const { dates } = useLocale();
  const nameOf = useStoreName();
  return (
    // A wide table is scrolled by the keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="group" aria-labelledby={labelledBy} tabIndex={0}>
      <table className={styles.history} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{texts.store}</th>
            {history.dates.map((date) => (
              <th key={date} scope="col">
                {dates.day(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {history.stores.map(({ id, cells }) => (
            <tr key={id}>
              <th scope="row">{nameOf(id)}</th>
              {cells.map(({ name, changed }, index) => (
                <td key={history.dates[index]}>
                  {name === null ? (
                    <span className={styles.missing}>
                      <span aria-hidden="true">–</span>
                      <span className="visually-hidden">{texts.notCalculated}</span>
                    </span>
                  ) : (
                    <span className={changed ? styles.changed : undefined}>{name}</span>
                  )}
                  {changed ? <span className={styles.note}> {texts.changed}</span> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
