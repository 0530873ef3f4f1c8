import { Undo2 } from 'lucide-react';
import { useLocale } from '../../../i18n/index.ts';
import { isReturn } from '../model/index.ts';
import styles from './Receipt.module.css';
import { useWords } from '../explore/index.ts';

/** How much of a product a line sold; a return says so in words. */
export function Quantity({ line }: { readonly line: { readonly cantidad: string | null } }) {
  const texts = useWords();
  const locale = useLocale();
  const { cantidad: quantity } = line;
  return (
    <span className={styles.quantity}>
      {isReturn(line) ? (
        <span className={styles.returned}>
          <Undo2 size={13} aria-hidden="true" />
          {texts.returned}
        </span>
      ) : null}
      <span>{quantity === null ? locale.texts.notAvailable : locale.numbers.quantity(quantity)}</span>
    </span>
  );
}
