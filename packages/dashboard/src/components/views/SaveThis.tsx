import { Plus } from 'lucide-react';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import { words } from './texts.ts';
import styles from './Views.module.css';

/** Leads to the form for a new view. */
export function SaveThis({ onPress }: { readonly onPress: () => void }) {
  const texts = useTexts(words);
  return (
    <footer className={styles.foot}>
      <Button look="quiet" onPress={onPress}>
        <Plus size={16} aria-hidden="true" />
        {texts.saveThis}
      </Button>
    </footer>
  );
}
