import { writeSearch, type Search } from './search.ts';

export type { Search, SearchPatch } from './search.ts';

/** Where the dashboard is served. */
export const BASE = '/app';

/** The address of a page by its path below the dashboard's, with parameters. */
export function hrefOf(path: string, search: Search = {}): string {
  return `${BASE}${path}${writeSearch(search)}`;
}
