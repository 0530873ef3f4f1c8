import { setTimeout as pause } from 'node:timers/promises';
import { serverFailure } from '@fluxion/engine/postgres';

/** A server that restarts has ended its connections before it takes new ones. */
const pauseMs = 250;

/**
 * Reads, and once more if the connection to the database was lost meanwhile: a restart of the server costs the caller no
 * answer. Only for what changes nothing.
 * @param isWanted false: nobody waits for the answer any more, or a part of it is sent
 */
export async function readAgain<T>(read: () => Promise<T>, isWanted: () => boolean = () => true): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (serverFailure(error) !== 'lost' || !isWanted()) throw error;
    await pause(pauseMs);
    return read();
  }
}
