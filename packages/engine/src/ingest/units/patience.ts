import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { DatabaseError } from 'pg';

/**
 * What passes when it is tried again: a lock that was not had in time, a deadlock, a serialization failure, and a unit that
 * another load put in between.
 */
const passing = new Set(['55P03', '40P01', '40001', '23505']);

/** Tries a transaction again that others were in the way of, a few times within some seconds. */
export const patience = retry(
  handleWhen((error) => error instanceof DatabaseError && passing.has(error.code ?? '')),
  { maxAttempts: 6, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 5000 }) },
);
