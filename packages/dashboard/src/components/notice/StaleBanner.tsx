import { TriangleAlert } from 'lucide-react';
import { useLocale } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import type { FailureProps } from './FailureState.tsx';
import { failureText } from './failure-text.ts';
import styles from './Notice.module.css';

/** Above data that could not be refreshed: they stay, and are said to be the last ones received. */
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
