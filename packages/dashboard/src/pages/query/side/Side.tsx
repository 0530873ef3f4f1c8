import { Tabs } from '../../../components/index.ts';
import { useAddressSearch, useChangeSearch } from '../../../hooks/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { words } from '../texts.ts';
import { HistoryList, type HistoryListProps } from './HistoryList.tsx';
import styles from './Side.module.css';
import { TablesList, type TablesListProps } from './TablesList.tsx';

const NAME = 'lado';

export interface SideProps extends TablesListProps, HistoryListProps {}

/** Beside the editor: what may be asked, and what was asked before. */
export function Side({ tables, past, onInsert, onOpen }: SideProps) {
  const texts = useTexts(words);
  const selected = new URLSearchParams(useAddressSearch()).get(NAME) === 'historial' ? 'historial' : 'tablas';
  const change = useChangeSearch();
  return (
    <aside className={styles.side} aria-label={`${texts.tables}, ${texts.history}`}>
      <Tabs
        label={`${texts.tables}, ${texts.history}`}
        tabs={[
          { id: 'tablas', title: texts.tables },
          { id: 'historial', title: texts.history },
        ]}
        selected={selected}
        onSelect={(id) => change({ [NAME]: id === 'tablas' ? null : id }, { replace: true })}
      >
        {selected === 'tablas' ? (
          <TablesList tables={tables} onInsert={onInsert} />
        ) : (
          <HistoryList past={past} onOpen={onOpen} />
        )}
      </Tabs>
    </aside>
  );
}
