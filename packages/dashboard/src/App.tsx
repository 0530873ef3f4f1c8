import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { FailureState } from './components/index.ts';
import { useSession, useSharedSession } from './hooks/index.ts';
import { SignInPage, useSignInLink, type SignInLink } from './pages/index.ts';
import { createPages } from './routing/router.tsx';
import { SignInAbove } from './routing/SignInAbove.tsx';

/** The sign-in screen, or the pages for whoever is signed in. `linkAtStart` is the link that the page was opened with. */
export function App({ linkAtStart }: { readonly linkAtStart: SignInLink | null }) {
  const [router] = useState(createPages);
  const session = useSession();
  useSharedSession();
  const [link, putLinkAway] = useSignInLink(linkAtStart);
  if (session.isError) {
    return <FailureState error={session.error} onRetry={() => void session.refetch()} retrying={session.isFetching} />;
  }
  // The answer arrives in a moment: a blank page flickers less than a skeleton of the wrong screen.
  if (session.data === undefined) return null;
  const { user } = session.data;
  const person = session.data.user ?? session.data.held;
  const reason = session.data.user === null ? session.data.reason : 'never';
  const signIn =
    user === null || link !== null ? <SignInPage reason={reason} link={link} onLinkTried={putLinkAway} /> : null;
  if (person === null) return signIn;
  return (
    <>
      {/* Another person's pages start anew. */}
      <RouterProvider key={person.id} router={router} />
      {signIn === null ? null : <SignInAbove>{signIn}</SignInAbove>}
    </>
  );
}
