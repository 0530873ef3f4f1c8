import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { FailureState } from './components/index.ts';
import { useSession } from './hooks/index.ts';
import { SignInPage, useSignInLink, type SignInLink } from './pages/index.ts';
import { createPages } from './routing/router.tsx';

/** The sign-in screen, or the pages for whoever is signed in. `linkAtStart` is the link that the page was opened with. */
export function App({ linkAtStart }: { readonly linkAtStart: SignInLink | null }) {
  const [router] = useState(createPages);
  const session = useSession();
  const [link, putLinkAway] = useSignInLink(linkAtStart);
  if (session.isError) {
    return <FailureState error={session.error} onRetry={() => void session.refetch()} retrying={session.isFetching} />;
  }
  // The answer arrives in a moment: a blank page flickers less than a skeleton of the wrong screen.
  if (session.data === undefined) return null;
  const { user } = session.data;
  if (user === null || link !== null) {
    const reason = session.data.user === null ? session.data.reason : 'never';
    return <SignInPage reason={reason} link={link} onLinkTried={putLinkAway} />;
  }
  return <RouterProvider router={router} />;
}
