import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FluxionError, messageOf } from '../../base/index.ts';
import { launch, type Launched } from './launch.ts';
import { takeLease, type Lease, type LeaseRefusal } from './lease.ts';
import { createPatience, type Wait } from './patience.ts';
import { findPostmaster, signalShutdown, type Postmaster } from './postmaster.ts';
import type { ServerContext } from './server.ts';

/** A lease of a running server. */
export interface Acquired {
  readonly lease: Lease;
  readonly port: number;
}

type Pause = (wait: Wait) => Promise<void>;

const second = 1000;

function failure(message: string, cause?: unknown): FluxionError {
  return new FluxionError('EMBEDDED_SERVER', message, { cause });
}

/** A server that did not come up: waits for what passes by itself, throws what does not. */
async function reconsider(server: ServerContext, launched: Launched, pause: Pause): Promise<void> {
  const { why, error } = await launched.explain();
  if (why === 'other') throw error;
  if (why === 'emptyLockFile') await removeOldEmptyLock(server.home.dataDirectory);
  const notice = {
    anotherServer: 'Another PostgreSQL is starting on the same data; waiting for it',
    emptyLockFile: 'Another PostgreSQL is starting on the same data; waiting for it',
    portTaken: 'Another program took the port of PostgreSQL; trying the next',
    oldProcesses: 'Waiting for the last processes of a PostgreSQL that was killed',
  }[why];
  await pause({ notice, limitMs: 60 * second, failure: () => error });
}

/** A disk that was full leaves an empty lock file, and PostgreSQL does not touch it. A starting server fills it at once. */
async function removeOldEmptyLock(dataDirectory: string): Promise<void> {
  const file = join(dataDirectory, 'postmaster.pid');
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined && found.size === 0 && Date.now() - found.mtimeMs > 2 * second)
    await rm(file, { force: true });
}

async function pauseFor(refusal: LeaseRefusal, running: Postmaster, pause: Pause): Promise<void> {
  if (refusal.refused === 'unavailable' && running.status === 'ready') {
    const cause = messageOf(refusal.cause);
    const silent = `PostgreSQL (process ${running.pid}) runs but does not answer on port ${running.port}: ${cause}`;
    const wait = { notice: 'Waiting for PostgreSQL to answer', limitMs: 60 * second };
    await pause({ ...wait, failure: () => failure(silent, refusal.cause) });
    return;
  }
  // Recovery after a crash, and the last checkpoint, take as long as they take: to cut them off makes it worse.
  const notice =
    refusal.refused === 'stopping' || running.status === 'stopping'
      ? 'Waiting for the PostgreSQL that is being stopped'
      : 'PostgreSQL is still starting; after an unclean stop it first recovers its data';
  await pause({ notice, limitMs: Number.POSITIVE_INFINITY, failure: () => failure(notice) });
}

function foreignError(server: ServerContext, reason: string): FluxionError {
  const { dataDirectory, passwordFile } = server.home;
  const advice = `If ${dataDirectory} was copied here, copy ${passwordFile} with it.`;
  return failure(`The PostgreSQL in ${dataDirectory} does not let Fluxion in (${reason}). ${advice}`);
}

/**
 * Takes a lease of the home's server: of the one that runs, else of one that it starts.
 *
 * @throws FluxionError EMBEDDED_SERVER with PostgreSQL's own reason if it cannot be started or used
 */
export async function acquire(server: ServerContext): Promise<Acquired> {
  const { home, tools, log } = server;
  const pause = createPatience(log);
  let launched: Launched | undefined;
  for (;;) {
    const running = await findPostmaster(home.dataDirectory);
    if (running === undefined) {
      if (launched?.hasEnded() === true) {
        await reconsider(server, launched, pause);
        launched = undefined;
      } else {
        launched ??= await launch(server);
        const notice = 'Waiting for PostgreSQL to begin';
        await pause({ notice, limitMs: 60 * second, failure: () => failure(`${notice} took too long.`) });
      }
      continue;
    }
    const ours = running.pid === launched?.pid;
    const outcome: Lease | LeaseRefusal =
      running.status === 'ready'
        ? await takeLease(running.port, server.password, home.dataDirectory)
        : { refused: 'unavailable', cause: undefined };
    if (!('refused' in outcome)) {
      if (ours) await launched?.keepPort();
      log(`PostgreSQL ${outcome.version} ${ours ? 'started' : 'is already running'} on port ${running.port}`);
      return { lease: outcome, port: running.port };
    }
    if (outcome.refused === 'foreign') {
      if (ours) await signalShutdown(running.pid, 'fast', tools.binaries.pgCtl);
      throw foreignError(server, outcome.reason);
    }
    await pauseFor(outcome, running, pause);
  }
}
