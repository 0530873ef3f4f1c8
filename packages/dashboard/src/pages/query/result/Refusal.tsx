import { CircleAlert } from 'lucide-react';
import { ApiProblem } from '../../../client/index.ts';
import { Button, FailureState } from '../../../components/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { words } from '../texts.ts';
import styles from './Result.module.css';

export interface RefusalProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly retrying: boolean;
  /** Puts the cursor to where the statement is wrong; undefined if nobody knows where. */
  readonly onGoToFault: (() => void) | undefined;
}

/** Why a statement gave nothing: in the server's own sentence where it said one. */
export function Refusal({ error, onRetry, retrying, onGoToFault }: RefusalProps) {
  const texts = useTexts(words);
  const said = error instanceof ApiProblem && error.status !== 403 ? error.detail : undefined;
  if (said === undefined) return <FailureState error={error} onRetry={onRetry} retrying={retrying} />;
  const wrong = error instanceof ApiProblem && error.codigo === 'SQL_REFUSED';
  return (
    <div className={styles.refusal} role="alert">
      <CircleAlert size={18} aria-hidden="true" />
      <div>
        <h2>{texts.refused}</h2>
        <p>{said}</p>
      </div>
      {onGoToFault === undefined ? null : <Button onPress={onGoToFault}>{texts.goToFault}</Button>}
      {wrong ? null : (
        <Button onPress={onRetry} isDisabled={retrying}>
          {texts.tryAgain}
        </Button>
      )}
    </div>
  );
}
