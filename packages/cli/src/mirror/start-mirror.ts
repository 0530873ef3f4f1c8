import { setTimeout } from 'node:timers/promises';
import { messageOf } from '@fluxion/engine/base';
import { mirroredTables } from '@fluxion/engine/chain';
import {
  answerRequests,
  declareTables,
  installNotes,
  type Answering,
  type Mirror,
  type MirrorLog,
} from '@fluxion/engine/mirror';
import { openPool } from '@fluxion/engine/postgres';
import { openMirrorOf, type MirrorSettings } from './open-mirror.ts';
import { thisProcess, workOn } from './work.ts';

type Pool = ReturnType<typeof openPool>;

const declareAgainMs = 60_000;

/**
 * Keeps a mirror of the chain's tables, and answers what commands of other processes ask of it. It is there at once:
 * PostgreSQL answers until the copy can, and where there cannot be one.
 */
export async function startMirror(settings: MirrorSettings): Promise<Answering & { readonly mirror: Mirror }> {
  const { url, log } = settings;
  const pool = openPool({ url, applicationName: 'fluxion-mirror', max: 2 });
  const mirror = await openMirrorOf(pool, settings);
  const stopping = new AbortController();
  const declaring = declaresChain(pool, log, stopping.signal);
  const answering = answer(url, mirror, declaring.tried, stopping.signal);
  return {
    query: mirror.query,
    mirror,
    async close() {
      stopping.abort();
      await Promise.all([declaring.ended, answering.stop(), mirror.close()]);
      await pool.end();
    },
  };
}

/** Answers once the tables have been declared, or could not be: before that there is nothing to tell. */
function answer(url: string, mirror: Mirror, declared: Promise<unknown>, signal: AbortSignal) {
  return answerRequests({
    url,
    answerer: thisProcess,
    work: async (request, tell) => {
      await declared;
      return workOn(mirror, request, tell, signal);
    },
  });
}

/** Has the chain's tables mirrored; if that fails, the log tells, and it is tried again and again. */
function declaresChain(pool: Pool, log: MirrorLog, signal: AbortSignal) {
  let told = '';
  const attempt = async () => {
    try {
      await installNotes(pool);
      await declareTables(pool, mirroredTables);
      return true;
    } catch (error) {
      const reason = messageOf(error);
      if (reason !== told && !signal.aborted) {
        log.warn(`the tables cannot be mirrored, PostgreSQL answers in the mirror's place: ${reason}`);
      }
      told = reason;
      return false;
    }
  };
  const tried = attempt();
  const ended = tried.then(async (isDone) => {
    for (let done = isDone; !done; done = await attempt()) {
      await setTimeout(declareAgainMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
    }
  });
  return { tried, ended };
}
