import { Ban, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import styles from './Account.module.css';

const signs = { good: CircleCheck, over: Ban, open: CircleDashed, heed: TriangleAlert };
export type TagTone = keyof typeof signs;

/** A state: a sign, a word and a tone, none of which stands alone. */
export function Tag({ tone, text }: { readonly tone: TagTone; readonly text: string }) {
  const Sign = signs[tone];
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <Sign size={14} aria-hidden="true" />
      {text}
    </span>
  );
}
