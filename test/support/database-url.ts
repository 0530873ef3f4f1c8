/** The database with Fluxion's schema, which test files clone. */
export const templateDatabase = 'fluxion_template';

/** The address of another database on the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
