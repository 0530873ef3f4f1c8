/**
 * What a link into the page signs in with: an access token (`#token=fx_...`), tried at once, or the secret of a one-time link
 * (`#enlace=fe_...`), with which a person sets their password.
 */
export interface SignInLink {
  readonly kind: 'token' | 'enlace';
  readonly secret: string;
}

const PATTERN = /^#(?:token=(fx_[\w-]+)|enlace=(fe_[\w-]+))$/;

/** The sign-in link that a fragment is, or null if it is another. */
export function linkOfFragment(fragment: string): SignInLink | null {
  const [, token, enlace] = PATTERN.exec(fragment) ?? [];
  if (token !== undefined) return { kind: 'token', secret: token };
  return enlace === undefined ? null : { kind: 'enlace', secret: enlace };
}

/** Removes the link's secret from the address bar, so that it stays neither on screen nor in the history. */
export function takeLinkFromAddress(): SignInLink | null {
  const link = linkOfFragment(location.hash);
  if (link !== null) history.replaceState(null, '', location.pathname + location.search);
  return link;
}
