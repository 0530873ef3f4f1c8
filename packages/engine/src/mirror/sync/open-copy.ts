import type { Pool } from 'pg';
import { mirrorClosed, type MirrorFile } from '../file/index.ts';
import type { MirrorLog } from '../log.ts';
import { prune, readFence } from '../notes/index.ts';
import { Session, type OnLost } from './session.ts';
import { CopyState, type FileState, type Pin, type SyncContext } from './state/index.ts';
import { buildParts, syncOnce } from './step/index.ts';
import { repeat } from './timing/index.ts';

/** A fence counts up to so many changed units; if there are more, all of them are taken for changed. */
const unitsOfFence = 1000;
/** Old notes are removed so often. */
const pruneEveryMs = 60_000;

export interface CopyOptions {
  readonly pool: Pool;
  readonly file: MirrorFile;
  /** What the file said of itself when it was opened. */
  readonly found: FileState;
  readonly rollups: SyncContext['rollups'];
  /** Between two looks whether something has changed. */
  readonly followMs: number;
  readonly log: MirrorLog;
  /** What does not go on at present, by what is done: kept up to date. */
  readonly problems: Map<string, string>;
  readonly onLost: OnLost;
}

/** A file's copy that follows its database. */
export interface OpenCopy {
  readonly session: Session;
  readonly state: CopyState;
  /** Brings the copy up to date and takes hold of both sides before the next sync. */
  pin(pin: Pin): Promise<void>;
  /** Stops following; what is under way is thrown away. The file stays open. */
  stop(): Promise<void>;
}

/** Follows the database with the file: small changes by syncs, tables that are new or lost part by part. */
export async function openCopy(options: CopyOptions): Promise<OpenCopy> {
  const { pool, file, rollups, followMs, log, problems, onLost } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const state = new CopyState(options.found);
  const pins: Pin[] = [];
  const parts = { pool, state, rollups, signal, pins };
  const syncing = { ...parts, duck: await file.connect() };
  const building = { ...parts, duck: await file.connect() };
  const fence = (since: Parameters<typeof readFence>[1]) => readFence(pool, since, unitsOfFence, state.id);
  const sync = async () => {
    signal.throwIfAborted();
    await syncOnce(syncing);
  };
  const session = new Session({ fence, file, state, sync, onLost });

  const follow = async () => {
    const reading = state.applied && (await session.fence(signal));
    if (!reading || session.isBehind(reading) || state.hasLate() || state.mustPromise()) await session.sync();
    else await file.checkpoint();
    return followMs;
  };
  const build = async () => {
    if (!(await buildParts(building))) return followMs;
    await file.checkpoint();
    return 0;
  };
  const clean = async () => {
    await prune(pool);
    return pruneEveryMs;
  };
  const loops = [
    repeat(follow, { signal, log, problems, what: 'following the database' }),
    repeat(build, { signal, log, problems, what: 'copying tables' }),
    repeat(clean, { signal, log, problems, what: 'removing old notes' }),
  ];
  return {
    session,
    state,
    async pin(pin) {
      pins.push(pin);
      try {
        await session.sync();
      } finally {
        // Whoever waited for a sync that failed is gone when the next one ends.
        if (pins.includes(pin)) pins.splice(pins.indexOf(pin), 1);
      }
    },
    async stop() {
      stopping.abort(mirrorClosed());
      // A sync that somebody else waits for, or nobody any longer, may be under way: the next turn comes when it has ended.
      await Promise.all([...loops, session.sync().catch(() => {})]);
    },
  };
}
