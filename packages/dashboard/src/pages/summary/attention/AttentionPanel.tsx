import { CircleCheck } from 'lucide-react';
import { FailureState, Panel } from '../../../components/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { words } from '../texts.ts';
import type { SummaryQueries } from '../useSummaryQueries.ts';
import styles from './Attention.module.css';
import { ConcernList, ConcernSkeleton, useConcerns, WorstAlerts } from './parts.ts';

/** Is today all right? What needs a person, whatever the range on screen is, and where to look into it. */
export function AttentionPanel({ queries }: { readonly queries: SummaryQueries }) {
  const texts = useTexts(words).attention;
  const { concerns, pending, failed, retry, retrying } = useConcerns(queries);
  return (
    <Panel title={texts.title} definition={texts.definition}>
      <div className={styles.body}>
        {failed !== null && concerns.length === 0 ? (
          <FailureState error={failed} onRetry={retry} retrying={retrying} />
        ) : pending ? (
          <ConcernSkeleton />
        ) : concerns.length === 0 ? (
          <p className={styles.none}>
            <CircleCheck size={18} aria-hidden="true" />
            {texts.none}
          </p>
        ) : (
          <ConcernList concerns={concerns} />
        )}
        <WorstAlerts queries={queries} />
      </div>
    </Panel>
  );
}
