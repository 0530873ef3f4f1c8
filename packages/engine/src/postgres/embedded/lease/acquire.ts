import { FluxionError, messageOf } from '../../../base/index.ts';
import { launch, type Launched } from '../launch.ts';
import { takeLease, type Lease, type LeaseRefusal } from './lease.ts';
import { createPatience, type Pause } from '../patience.ts';
import { findPostmaster, type Postmaster } from '../cluster/postmaster.ts';
import { reconsider } from '../reconsider.ts';
import type { ServerContext } from '../server.ts';
import { shutDown } from '../shut-down.ts';

/** A lease of a running server. */
export interface Acquired {
  readonly lease: Lease;
  readonly port: number;
}

const second = 1000;

function failure(message: string, cause?: unknown): FluxionError {
  return new FluxionError('EMBEDDED_SERVER', message, { cause });
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

/** While no server runs: starts one, or looks why the one that was started does not. */
async function bringUp(server: ServerContext, state: { launched?: Launched }, pause: Pause): Promise<void> {
  if (state.launched?.hasEnded() === true) {
    await reconsider(server, state.launched, pause);
    delete state.launched;
    return;
  }
  state.launched ??= await launch(server);
  const notice = 'Waiting for PostgreSQL to begin';
  await pause({ notice, limitMs: 60 * second, failure: () => failure(`${notice} took too long.`) });
}

/** One look at the home: a lease, or undefined after a moment's pause for what is under way. */
async function attempt(
  server: ServerContext,
  state: { launched?: Launched },
  pause: Pause,
): Promise<Acquired | undefined> {
  const { home, log } = server;
  const running = await findPostmaster(home.dataDirectory);
  if (running === undefined) {
    await bringUp(server, state, pause);
    return undefined;
  }
  const outcome: Lease | LeaseRefusal =
    running.status === 'ready'
      ? await takeLease(running.port, server.password, home.dataDirectory)
      : { refused: 'unavailable', cause: undefined };
  if (!('refused' in outcome)) {
    const ours = running.pid === state.launched?.pid;
    if (ours) await state.launched?.keepPort();
    log(`PostgreSQL ${outcome.version} ${ours ? 'started' : 'is already running'} on port ${running.port}`);
    return { lease: outcome, port: running.port };
  }
  if (outcome.refused === 'foreign') throw foreignError(server, outcome.reason);
  await pauseFor(outcome, running, pause);
  return undefined;
}

/**
 * Takes a lease of the home's server: of the one that runs, else of one that it starts.
 *
 * @throws FluxionError EMBEDDED_SERVER with PostgreSQL's own reason if it cannot be started or used
 */
export async function acquire(server: ServerContext): Promise<Acquired> {
  const pause = createPatience(server.log);
  const state: { launched?: Launched } = {};
  try {
    for (;;) {
      const acquired = await attempt(server, state, pause);
      if (acquired !== undefined) return acquired;
    }
  } catch (error) {
    // What we have started and cannot use is of no use to anybody.
    if (state.launched?.hasEnded() === false) await shutDown(server);
    throw error;
  }
}
