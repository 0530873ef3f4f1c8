import { lazy, Suspense } from 'react';
import { useUnsavedQuestion } from '../../hooks/index.ts';
import { OfflineBanner } from '../offline/OfflineBanner.tsx';
import { Toasts } from '../toasts/Toasts.tsx';

const LeaveDialog = lazy(() => import('../leave/LeaveDialog.tsx').then((room) => ({ default: room.LeaveDialog })));

/** What is told and asked above every page. */
export function Notices() {
  const question = useUnsavedQuestion();
  return (
    <>
      <OfflineBanner />
      <Toasts />
      {question === null ? null : (
        <Suspense>
          <LeaveDialog {...question} />
        </Suspense>
      )}
    </>
  );
}
