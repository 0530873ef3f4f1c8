import { useEffect, useState } from 'react';
import { takeTokenFromAddress } from './token-link.ts';

/**
 * The access token of a sign-in link: of the one that the page was opened with (`atStart`), or of one followed since; and
 * the way to put it away once it has been tried.
 */
export function useLinkToken(atStart: string | null): readonly [token: string | null, putAway: () => void] {
  const [token, setToken] = useState(atStart);
  useEffect(() => {
    // Following a link in an open page changes only the fragment, and does not reload the page.
    const take = () => setToken((held) => takeTokenFromAddress() ?? held);
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return [token, () => setToken(null)];
}
