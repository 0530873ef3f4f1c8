import { Trash2 } from 'lucide-react';
import { Button as PlainButton } from 'react-aria-components';
import { Button } from '../../../components/index.ts';
import { useToasts } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { words } from '../texts.ts';
import type { HistoryState } from '../state/useHistory.ts';
import styles from './Side.module.css';

export interface HistoryListProps {
  readonly past: HistoryState;
  readonly onOpen: (sql: string) => void;
}

/** What was run before, the last first; a press opens it again. */
export function HistoryList({ past: { history, replace }, onOpen }: HistoryListProps) {
  const texts = useTexts(words);
  const { numbers, tag } = useLocale();
  const { show } = useToasts();
  if (history.length === 0) return <p className={styles.nothing}>{texts.noHistory}</p>;
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const clear = () => {
    replace([]);
    show({ text: texts.historyCleared, undo: () => replace(history) });
  };
  return (
    <div className={styles.tables}>
      <ul className={`${styles.scroll} ${styles.history}`}>
        {history.map(({ sql, at, rows }) => (
          <li key={sql}>
            <PlainButton className={styles.past ?? ''} onPress={() => onOpen(sql)}>
              <code className={styles.statement}>{sql}</code>
              <span className={styles.kind}>
                {moment.format(at)} · {rows === null ? texts.refusedShort : texts.rows(rows, numbers.whole(rows))}
              </span>
            </PlainButton>
          </li>
        ))}
      </ul>
      <Button look="quiet" onPress={clear}>
        <Trash2 size={15} aria-hidden="true" />
        {texts.clearHistory}
      </Button>
    </div>
  );
}
