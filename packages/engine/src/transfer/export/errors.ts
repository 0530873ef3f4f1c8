import { DatabaseError } from 'pg';
import { FluxionError, messageOf } from '../../base/index.ts';
import type { ExportOptions } from './options.ts';

/** What PostgreSQL says when it goes: shut down, crashed, or ended this connection. */
const goneCodes = new Set(['57P01', '57P02', '57P03']);

/** What PostgreSQL says where this role may not read, or not all. */
const forbiddenCode = '42501';

/** Puts what stopped an export into one sentence that says what to do. Nothing of it was kept. */
export function explainExportError({ file, signal }: ExportOptions, error: unknown): unknown {
  if (signal?.aborted) {
    return new FluxionError('INTERRUPTED', 'Interrupted. No file was made; run the command again.', { cause: error });
  }
  if (error instanceof FluxionError) return error;
  const message = messageOf(error);
  const reason = (message.split('\n', 1)[0] ?? '').replace(/\.?$/, '.');
  const options = { cause: error };
  if (error instanceof DatabaseError && !goneCodes.has(error.code ?? '')) {
    const advice =
      error.code === forbiddenCode ? ' Connect as a role that may read every row, or leave the table out.' : '';
    return new FluxionError('DATABASE_UNSUITABLE', `PostgreSQL does not give its rows: ${reason}${advice}`, options);
  }
  if (/^IO Error|No space left|not enough (?:disk )?space/i.test(message)) {
    return new FluxionError('FILE_UNWRITABLE', `${file} cannot be written: ${reason} No file was made.`, options);
  }
  if (/^Out of Memory Error/i.test(message)) {
    return new FluxionError(
      'FILE_UNWRITABLE',
      `${file} cannot be written within the memory that there is: ${reason}`,
      options,
    );
  }
  if (error instanceof DatabaseError || /connection|ECONNRESET|EPIPE/i.test(message)) {
    const lost = `The connection to PostgreSQL was lost: ${reason} No file was made; run the command again.`;
    return new FluxionError('DATABASE_UNREACHABLE', lost, options);
  }
  return error;
}
