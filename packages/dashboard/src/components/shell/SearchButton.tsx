import { Search } from 'lucide-react';
import { useLocale } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import styles from './Shell.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette; says with which keys it also opens. */
export function SearchButton({ onPress }: { readonly onPress: () => void }) {
  const { shell } = useLocale().texts;
  return (
    <div className={styles.search}>
      <Button onPress={onPress} aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}>
        <Search size={16} aria-hidden="true" />
        <span>{shell.search}</span>
        <kbd aria-hidden="true">{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </Button>
    </div>
  );
}
