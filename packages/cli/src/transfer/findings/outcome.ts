import type { MigrateReport, OnLoss } from '@fluxion/engine/transfer';

/** What a migration did, with what the report itself does not know. */
export interface Outcome {
  readonly report: MigrateReport;
  readonly onLoss: OnLoss;
  /** The database, as a person knows it: `host:5432/name`. Never a password. */
  readonly target: string;
}

/** The address of a database without user, password and settings: `host:5432/name`. */
export function addressOf(url: string): string {
  // The driver takes a few spellings that are no URL; they may hold a password anywhere.
  if (!URL.canParse(url)) return 'the given database';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}
