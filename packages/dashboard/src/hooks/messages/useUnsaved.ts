import { useBlocker } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { unsavedQuestion, type UnsavedQuestion } from './unsaved-question.ts';

/**
 * Asks before a page with changes that are not saved is left for another, or closed. Filters of the same page may change.
 * Whoever saves and goes on must say that nothing is unsaved (`dirty` false) before.
 */
export function useUnsaved(dirty: boolean): void {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const { status, proceed, reset } = blocker;
  useEffect(() => {
    if (status !== 'blocked') return;
    unsavedQuestion.ask({ leave: proceed, stay: reset });
    return () => unsavedQuestion.ask(null);
  }, [status, proceed, reset]);
}

/** The question that waits for an answer, for the frame that shows it. */
export function useUnsavedQuestion(): UnsavedQuestion | null {
  return useSyncExternalStore(unsavedQuestion.subscribe, unsavedQuestion.read);
}
