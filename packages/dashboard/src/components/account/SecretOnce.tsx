import { Copy } from 'lucide-react';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import { useCopy } from '../panel/take-away.ts';
import styles from './Account.module.css';
import { words } from './texts.ts';

export interface SecretOnceProps {
  readonly label: string;
  readonly secret: string;
  /** What to do with it; that it is shown once unless told. */
  readonly note?: string;
}

/** A secret that is shown once, with the way to take it along. */
export function SecretOnce({ label, secret, note }: SecretOnceProps) {
  const texts = useTexts(words);
  const copy = useCopy();
  return (
    <div className={styles.secret} role="group" aria-label={label}>
      <p className={styles.label}>{label}</p>
      <div className={styles.secretRow}>
        <code className={styles.code}>{secret}</code>
        <Button look="primary" onPress={() => copy(secret)}>
          <Copy size={16} aria-hidden="true" />
          {texts.copy}
        </Button>
      </div>
      <p className={styles.note}>{note ?? texts.once}</p>
    </div>
  );
}
