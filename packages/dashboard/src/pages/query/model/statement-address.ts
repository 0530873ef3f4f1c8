import { patchSearch } from '../../../navigation/index.ts';

/** The statement's parameter, in the query string or, where it would be too long for a server to take, in the fragment. */
const NAME = 'sql';

/**
 * Servers and proxies refuse request lines from about 8000 characters on, and a saved view holds 4000; a fragment never
 * leaves the browser.
 */
const LONGEST_QUERY = 3500;

/** The parts of an address that may hold a statement. */
export interface StatementPlace {
  /** `?…` or empty. */
  readonly search: string;
  /** Without its `#`. */
  readonly hash: string;
}

/** The statement that an address names; empty if it names none. */
export function statementOf({ search, hash }: StatementPlace): string {
  const inFragment = hash.startsWith(`${NAME}=`) ? new URLSearchParams(hash).get(NAME) : null;
  return (inFragment ?? new URLSearchParams(search).get(NAME) ?? '').trim();
}

/** The same address with another statement; the drawing's columns were those of the statement before. */
export function withStatement({ search }: StatementPlace, sql: string): StatementPlace {
  const bare = patchSearch(search, { [NAME]: null, x: null, y: null });
  const text = sql.trim();
  if (text === '') return { search: bare, hash: '' };
  const named = patchSearch(bare, { [NAME]: text });
  if (named.length <= LONGEST_QUERY) return { search: named, hash: '' };
  return { search: bare, hash: new URLSearchParams({ [NAME]: text }).toString() };
}
