import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { TextField } from '../../../components/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { searchTables, type TablaConsulta } from '../model/tables.ts';
import { words } from '../texts.ts';
import styles from './Side.module.css';

export interface TablesListProps {
  readonly tables: readonly TablaConsulta[];
  /** Puts a name into the statement. */
  readonly onInsert: (name: string) => void;
}

/** What a statement may read; a press puts a name into it. */
export function TablesList({ tables, onInsert }: TablesListProps) {
  const texts = useTexts(words);
  // What is typed to find a name is gone with the next one: it is no filter of the page.
  const [search, setSearch] = useState('');
  const found = useMemo(() => searchTables(tables, search), [tables, search]);
  const searching = search.trim() !== '';
  return (
    <div className={styles.tables}>
      <TextField
        label={texts.searchTables}
        hideLabel
        type="search"
        value={search}
        onChange={setSearch}
        placeholder={texts.searchTables}
      />
      {found.length === 0 ? <p className={styles.nothing}>{texts.noTables}</p> : null}
      <div className={styles.scroll}>
        {found.map((table) => (
          <TableEntry
            key={`${table.nombre} ${searching}`}
            table={table}
            open={searching && found.length < 5}
            onInsert={onInsert}
          />
        ))}
      </div>
    </div>
  );
}

interface TableEntryProps {
  readonly table: TablaConsulta;
  readonly open: boolean;
  readonly onInsert: (name: string) => void;
}

function TableEntry({ table, open, onInsert }: TableEntryProps) {
  const texts = useTexts(words);
  return (
    <Disclosure className={styles.table ?? ''} defaultExpanded={open}>
      <Heading level={3} className={styles.tableHead ?? ''}>
        <Button slot="trigger" className={styles.tableName ?? ''}>
          <ChevronRight size={14} aria-hidden="true" />
          <span className={styles.name}>{table.nombre}</span>
          {table.resume === null ? null : <span className={styles.kind}>{texts.sumOf(table.resume)}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className={styles.columns}>
          {[{ nombre: table.nombre, tipo: '' }, ...table.columnas].map(({ nombre, tipo }, index) => (
            <li key={nombre}>
              <Button
                className={`${styles.column} ${index === 0 ? styles.whole : ''}`}
                aria-label={texts.insert(nombre)}
                onPress={() => onInsert(nombre)}
              >
                <span className={styles.name}>{nombre}</span>
                <span className={styles.kind}>{tipo.toLowerCase()}</span>
              </Button>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
