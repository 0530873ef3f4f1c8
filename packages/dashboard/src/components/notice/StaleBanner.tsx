import { TriangleAlert } from 'lucide-react';
import { failureText, useLocale } from '../../i18n/index.ts';
import { Button } from '../button/Button.tsx';
import type { FailureProps } from './FailureState.tsx';
import styles from './Notice.module.css';

export interface StaleBannerProps extends FailureProps {
  /** What the data below are; if left out, the last ones received. */
  readonly note?: string;
}

/** Shown above data that could not be refreshed, or are not complete, to say what they are. */
export function StaleBanner({ error, onRetry, retrying, note }: StaleBannerProps) {
  const { texts } = useLocale();
  return (
    <div className={styles.banner} role="alert">
      <TriangleAlert size={17} aria-hidden="true" />
      <p>
        {failureText(error, texts).title}. {note ?? texts.failure.stale}
      </p>
      <Button onPress={onRetry} isDisabled={retrying}>
        {retrying ? texts.failure.retrying : texts.failure.retry}
      </Button>
    </div>
  );
}
