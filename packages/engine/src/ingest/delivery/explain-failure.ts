import { DatabaseError } from 'pg';
import { FluxionError, messageOf } from '../../base/index.ts';
import { isOutOfMemory } from './reading/index.ts';

/** What a server's refusal means for a load, by SQLSTATE; `!` stands for the server's own words. */
const meanings: Readonly<Record<string, string>> = {
  '53100': "The database server's disk is full: make room",
  '53200': 'The database server is out of memory',
  '53400': 'A limit of the database server was reached (!)',
  '57014': 'A statement was cancelled or took longer than the server allows (!)',
  '55P03': 'Rows of the same store and day were locked by somebody for too long: end that session',
  '25P03': 'The server ended the connection because the load stood still for too long',
  '57P01': 'The database server was shut down',
  '57P02': 'The database server crashed',
  '42501': 'The database user may not write there (!)',
};

/** What people can do about every one of them. */
const advice = 'What was loaded stays, the rest is as it was; run the same command again to load it.';

/** Whether the connection itself is gone, rather than a statement refused. */
function isConnectionLoss(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(08|57P0)/.test(error.code ?? '');
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|read E|write E|connect E)/i.test(error.message)
  );
}

/** Turns what PostgreSQL or the connection throws into a failure with one sentence; anything else stays as it is. */
export function explainFailure(error: unknown): unknown {
  if (error instanceof FluxionError) return error;
  if (error instanceof DatabaseError) {
    const meaning = (meanings[error.code ?? ''] ?? 'PostgreSQL refused the rows: !').replace('!', () => error.message);
    return new FluxionError('LOAD_FAILED', `${meaning.replace(/\.$/, '')}. ${advice}`, { cause: error });
  }
  if (isOutOfMemory(error)) {
    const lacking = 'There is not enough memory, or room in the folder for temporary files, to work on this delivery';
    return new FluxionError('LOAD_FAILED', `${lacking} (${messageOf(error).split('\n', 1)[0]}). ${advice}`, {
      cause: error,
    });
  }
  if (!isConnectionLoss(error)) return error;
  return new FluxionError('LOAD_FAILED', `The connection to the database was lost (${messageOf(error)}). ${advice}`, {
    cause: error,
  });
}
