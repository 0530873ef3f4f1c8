const PATTERN = /^#token=(fx_[\w-]+)$/;

/** The access token of a sign-in link (`#token=fx_...`), or null if the fragment is another. */
export function tokenOfFragment(fragment: string): string | null {
  return PATTERN.exec(fragment)?.[1] ?? null;
}

/** Removes the access token from the address bar, so that it stays neither on screen nor in the history. */
export function takeTokenFromAddress(): string | null {
  const token = tokenOfFragment(location.hash);
  if (token !== null) history.replaceState(null, '', location.pathname + location.search);
  return token;
}
