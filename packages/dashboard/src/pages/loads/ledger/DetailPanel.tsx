import { Tabs, useChangeSearch, useTexts } from '../kit.ts';
import type { LoadsView } from '../model/index.ts';
import { words } from '../texts.ts';
import { Ledger } from './Ledger.tsx';
import { Rejects } from './Rejects.tsx';
import styles from './Ledger.module.css';

/** Every load, or every line that could not be loaded. */
export function DetailPanel({ view }: { readonly view: LoadsView }) {
  const texts = useTexts(words);
  const change = useChangeSearch();
  const tabs = [
    { id: 'cargas', title: texts.ledger },
    { id: 'rechazos', title: texts.rejects },
  ] as const;
  return (
    <div className={styles.detail}>
      <Tabs
        label={texts.ledgerLabel}
        tabs={tabs}
        selected={view.tab}
        onSelect={(tab) => change({ ver: tab === 'cargas' ? null : tab, entrega: null })}
      >
        {view.tab === 'cargas' ? <Ledger view={view} /> : <Rejects view={view} />}
      </Tabs>
    </div>
  );
}
