import { DatabaseError } from 'pg';
import { FluxionError } from '../../base/index.ts';

const dependentObjects = '2BP01';
const referredTo = '0A000';

/** If something else stands on what was to be dropped or emptied, says so; else gives the error back. */
export function explainDependents(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const details = error.detail?.split('\n') ?? [];
  if (error.code === dependentObjects) {
    const message =
      'What an earlier migration made cannot be dropped: other objects depend on it. Drop those first, then run the command again.';
    return new FluxionError('DATABASE_UNSUITABLE', message, { cause: error, details });
  }
  if (error.code === referredTo && /TRUNCATE/i.test(error.hint ?? '')) {
    const message = `A table cannot be emptied: ${error.message}. Empty the table that refers to it first, then run the command again.`;
    return new FluxionError('DATABASE_UNSUITABLE', message, { cause: error, details });
  }
  return error;
}
