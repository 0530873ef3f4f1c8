import { UntranslatableError } from '../translate/index.ts';

/** PostgreSQL's text of something of the source, or why it has none. */
export type Translation = { readonly sql: string } | { readonly reason: string };

/** Waits for a translation; what has none is no failure. */
export async function translated(work: Promise<string>): Promise<Translation> {
  try {
    return { sql: await work };
  } catch (error) {
    if (!(error instanceof UntranslatableError)) throw error;
    return { reason: error.message };
  }
}
