import { CloudOff, RotateCw } from 'lucide-react';
import { ApiProblem } from '../../client/index.ts';
import { useCurrency } from '../../hooks/index.ts';
import { failureText, useLocale } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import styles from './Notice.module.css';

export interface FailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** A new attempt is under way. */
  readonly retrying: boolean;
}

/** Shown in place of content that failed to load: what happened, what to do, and a way to retry. */
export function FailureState({ error, onRetry, retrying }: FailureProps) {
  const { texts } = useLocale();
  const { title, advice, reference } = failureText(error, texts);
  return (
    <div className={styles.state} role="alert">
      <span className={`${styles.emblem} ${styles.emblemWarm}`}>
        <CloudOff size={22} aria-hidden="true" />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{advice}</p>
      {reference === null ? null : <p className={styles.fine}>{reference}</p>}
      <div className={styles.actions}>
        {error instanceof ApiProblem && error.codigo === 'NO_EXCHANGE_RATE' ? (
          <InBolivares />
        ) : (
          <Button look="primary" onPress={onRetry} isDisabled={retrying}>
            <RotateCw size={16} aria-hidden="true" />
            {retrying ? texts.failure.retrying : texts.failure.retry}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Asking again would find no rate either; bolívares remain. */
function InBolivares() {
  const { texts } = useLocale();
  const { choose } = useCurrency();
  return (
    <Button look="primary" onPress={() => choose('VES')}>
      {texts.failure.inBolivares}
    </Button>
  );
}
