import { useEffect, useState } from 'react';
import { takeLinkFromAddress, type SignInLink } from './link.ts';

/**
 * The sign-in link that the page was opened with (`atStart`), or one followed since; and the way to put it away once it has
 * been used.
 */
export function useSignInLink(atStart: SignInLink | null): readonly [link: SignInLink | null, putAway: () => void] {
  const [link, setLink] = useState(atStart);
  useEffect(() => {
    // Following a link in an open page changes only the fragment, and does not reload the page.
    const take = () => setLink((held) => takeLinkFromAddress() ?? held);
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return [link, () => setLink(null)];
}
