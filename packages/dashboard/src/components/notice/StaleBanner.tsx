import { TriangleAlert } from 'lucide-react';
import { useLocale } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import type { FailureProps } from './FailureState.tsx';
import { failureText } from './failure-text.ts';
import styles from './Notice.module.css';

/** Shown above data that could not be refreshed, to say that they are the last ones received. */
export function StaleBanner({ error, onRetry, retrying }: FailureProps) {
  const { texts } = useLocale();
  return (
    <div className={styles.banner} role="alert">
      <TriangleAlert size={17} aria-hidden="true" />
      <p>
        {failureText(error, texts).title}. {texts.failure.stale}
      </p>
      <Button onPress={onRetry} isDisabled={retrying}>
        {retrying ? texts.failure.retrying : texts.failure.retry}
      </Button>
    </div>
  );
}
