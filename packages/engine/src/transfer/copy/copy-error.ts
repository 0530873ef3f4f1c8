import { DatabaseError } from 'pg';
import { FluxionError, messageOf } from '../../base/index.ts';
import { explainReadError, QueryError } from '../../duckdb/index.ts';

/** What PostgreSQL says when it goes: shut down, crashed, or ended this connection. */
const goneCodes = new Set(['57P01', '57P02', '57P03']);

/** Puts what stopped the copying of a table into one sentence, unless it is one already or the person has interrupted. */
export function copyError(file: string, table: string, error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted || error instanceof FluxionError) return error;
  const damage = explainReadError(file, error);
  if (damage) return damage;
  if (error instanceof QueryError) {
    const reason = error.message.split('\n', 1)[0];
    return new FluxionError('COPY_FAILED', `${table}: DuckDB cannot read its rows: ${reason}.`, { cause: error });
  }
  if (!(error instanceof DatabaseError) || goneCodes.has(error.code ?? '')) {
    const message = `${table}: the connection to PostgreSQL was lost while rows were copied: ${messageOf(error)}. Run the command again with --resume: it goes on where this one stopped.`;
    return new FluxionError('DATABASE_UNREACHABLE', message, { cause: error });
  }
  const where = error.where === undefined ? '' : ` (${error.where.split('\n', 1)[0]})`;
  return new FluxionError('COPY_FAILED', `${table}: PostgreSQL refused its rows: ${error.message}${where}.`, {
    cause: error,
  });
}
