import { KeyRound, TriangleAlert } from 'lucide-react';
import { useTexts } from '../../i18n/index.ts';
import styles from './Account.module.css';
import { words } from './texts.ts';

/** Why something is not offered to who signed in with a key; `text` says what, where it is more than one thing. */
export function InPersonNote({ text }: { readonly text?: string }) {
  const texts = useTexts(words);
  return (
    <p className={styles.aside} role="note">
      <KeyRound size={16} aria-hidden="true" />
      <span>{text ?? texts.needPerson}</span>
    </p>
  );
}

/** Why it was not done; nothing while there is nothing to say. */
export function RefusalNote({ text }: { readonly text: string | null }) {
  return (
    <div role="alert">
      {text === null ? null : (
        <p className={`${styles.aside} ${styles.refused}`}>
          <TriangleAlert size={16} aria-hidden="true" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
