import { Search } from 'lucide-react';
import { Input, SearchField } from 'react-aria-components';
import styles from './Palette.module.css';

/** Takes the letters; what it finds is chosen with the arrows, without leaving the field. */
export function PaletteField({ label }: { readonly label: string }) {
  return (
    <SearchField className={styles.search ?? ''} aria-label={label} autoFocus>
      <Search size={18} aria-hidden="true" />
      <Input className={styles.input ?? ''} placeholder={label} />
    </SearchField>
  );
}
