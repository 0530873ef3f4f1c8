import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { useFilters } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import styles from './FilterBar.module.css';
import { words } from './texts.ts';

/** A pause in typing after which the words are looked for. */
const PAUSE_MS = 250;

/** Words to find products by. They hold after a short pause, or at once on Enter. */
export function TextFilter() {
  const texts = useTexts(words);
  const { filters, change } = useFilters();
  const [typed, setTyped] = useState(filters.text);
  const [shown, setShown] = useState(filters.text);
  const written = useRef(filters.text);
  // The address has changed from elsewhere: going back, or a saved view.
  if (filters.text !== shown) {
    setShown(filters.text);
    if (filters.text !== typed.trim()) setTyped(filters.text);
  }
  const apply = (text: string) => {
    const next = text.trim();
    if (next === filters.text) return;
    // The words of one search are one entry of the history, however many pauses it took to type them.
    change({ text: next }, { replace: filters.text !== '' && filters.text === written.current });
    written.current = next;
  };
  useEffect(() => {
    if (typed.trim() === filters.text) return;
    const timer = setTimeout(() => apply(typed), PAUSE_MS);
    return () => clearTimeout(timer);
    // Only typing starts the pause anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return (
    <SearchField
      className={styles.text ?? ''}
      aria-label={texts.text}
      value={typed}
      onChange={setTyped}
      onSubmit={apply}
      onClear={() => apply('')}
    >
      <Search size={16} aria-hidden="true" />
      <Input className={styles.searchInput ?? ''} placeholder={texts.textHint} />
      {typed === '' ? null : (
        <Button look="quiet" square aria-label={texts.clearText}>
          <X size={15} aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  );
}
