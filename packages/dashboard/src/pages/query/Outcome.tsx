import { EmptyState, Skeleton } from '../../components/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Refusal } from './result/Refusal.tsx';
import { Result } from './result/Result.tsx';
import { Start } from './Start.tsx';
import { words } from './texts.ts';
import type { Workbench } from './state/useWorkbench.ts';

export interface OutcomeProps {
  readonly workbench: Workbench;
  readonly onGoToFault: (position: number) => void;
}

/** Beneath the editor: what came of the statement. */
export function Outcome({ workbench: { asked, waiting, state, fault, run }, onGoToFault }: OutcomeProps) {
  const texts = useTexts(words);
  const { answer, error, running, stale, canceled, again } = state;
  if (!asked) return <Start onRun={run} />;
  if (waiting) return <EmptyState title={texts.linked} text={texts.linkedText} />;
  if (error !== null) {
    const goTo = fault === null ? undefined : () => onGoToFault(fault.from);
    return <Refusal error={error} onRetry={again} retrying={running} onGoToFault={goTo} />;
  }
  if (canceled) return <EmptyState title={texts.canceled} text={texts.canceledText} />;
  if (answer === undefined) return <Skeleton width="100%" height="20rem" />;
  // A new table for each statement: the order that one was given is not the next one's.
  return <Result key={answer.sql} answer={answer} stale={stale || running} />;
}
