import { FailureState, Shell } from './components/index.ts';
import { useSession } from './hooks/index.ts';
import { SignInPage, SummaryPage, useLinkToken } from './pages/index.ts';

/** The sign-in screen, or the pages for whoever is signed in. `tokenAtStart` comes from a sign-in link. */
export function App({ tokenAtStart }: { readonly tokenAtStart: string | null }) {
  const session = useSession();
  const [linkToken, putLinkAway] = useLinkToken(tokenAtStart);
  if (session.isError) {
    return <FailureState error={session.error} onRetry={() => void session.refetch()} retrying={session.isFetching} />;
  }
  // The answer arrives in a moment: a blank page flickers less than a skeleton of the wrong screen.
  if (session.data === undefined) return null;
  const { user } = session.data;
  if (user === null || linkToken !== null) {
    const reason = session.data.user === null ? session.data.reason : 'never';
    return <SignInPage reason={reason} linkToken={linkToken} onLinkTried={putLinkAway} />;
  }
  return (
    <Shell user={user}>
      <SummaryPage />
    </Shell>
  );
}
