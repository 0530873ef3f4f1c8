import type { Pool } from 'pg';
import type { Rollup } from '../base/index.ts';
import { isDamage, openMirrorFile, type MirrorFile, type MirrorFileOptions } from './file/index.ts';
import type { MirrorLog } from './log.ts';
import { forgetMirrors, installNotes, promised } from './notes/index.ts';
import { includes } from './snapshot/snapshot.ts';
import { openCopy, readState, repeat, type FileState, type OpenCopy } from './sync/index.ts';

export interface KeepOptions {
  readonly pool: Pool;
  readonly file: Omit<MirrorFileOptions, 'log'>;
  readonly rollups: readonly Rollup[];
  readonly followMs: number;
  readonly log: MirrorLog;
}

/** The copy that is open now, if one is. */
export interface KeptCopy {
  readonly now: { readonly copy: OpenCopy; readonly file: MirrorFile } | undefined;
  /** What does not go on at present, in words; null: all does. */
  readonly problem: string | null;
  /** Gives the file up and builds another. */
  lose(reason: string): void;
  close(): Promise<void>;
}

/** Why a file was given up, and whether another process could go on with it. */
interface Loss {
  readonly reason: string;
  readonly content: 'useless' | 'sound';
}

/** A file that was given up is followed by the next after so long. */
const reopenAfterMs = 200;
/** A file that DuckDB gives up sooner than this after it was opened is not tried again. */
const soundAfterMs = 60_000;

/**
 * Keeps a copy open: in the file that is there, if it is of this database's past and of this version, else in one that is
 * built anew; and again whenever a file must be given up. A database that does not answer is waited for.
 */
export function keepCopy(options: KeepOptions): KeptCopy {
  const { pool, log } = options;
  const closing = new AbortController();
  const problems = new Map<string, string>();
  let now: KeptCopy['now'];
  let lose: (loss: Loss | undefined) => void = () => {};

  const live = async (): Promise<number> => {
    await installNotes(pool);
    const { file, found } = await openTrusted(options);
    const opened = Date.now();
    const lost = new Promise<Loss | undefined>((resolve) => {
      lose = resolve;
      closing.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const copy = await openCopy({
      ...options,
      problems,
      file,
      found,
      onLost: (reason, content) => lose({ reason, content }),
    });
    now = { copy, file };
    problems.clear();
    const loss = closing.signal.aborted ? undefined : await lost;
    now = undefined;
    const isSound = loss?.content === 'sound' && Date.now() - opened > soundAfterMs;
    if (loss) log.warn(`the mirror is ${isSound ? 'opened' : 'built'} anew: ${loss.reason}`);
    await copy.stop();
    await (loss && !isSound ? discard(pool, file, found) : file.close());
    return reopenAfterMs;
  };
  const ended = repeat(live, { signal: closing.signal, log, problems, what: 'opening the mirror' });
  return {
    get now() {
      return now;
    },
    get problem() {
      const [first] = problems;
      return first ? first.join(': ') : null;
    },
    lose: (reason) => lose({ reason, content: 'useless' }),
    async close() {
      closing.abort();
      await ended;
    },
  };
}

/** Opens a file whose state can be trusted; one that cannot is removed. */
async function openTrusted({ pool, file: where, log }: KeepOptions): Promise<{ file: MirrorFile; found: FileState }> {
  for (;;) {
    const file = await openMirrorFile({ ...where, log: log.info });
    try {
      const found = await readStateOf(file);
      const problem = found ? await problemOf(pool, found) : 'it is of another version';
      if (found && problem === undefined) return { file, found };
      log.info(`${file.path} is built anew: ${problem}`);
      await discard(pool, file, found);
    } catch (error) {
      // Or the next attempt would find its place taken, and build a second file beside it.
      await (isDamage(error) ? file.discard() : file.close());
      throw error;
    }
  }
}

async function readStateOf(file: MirrorFile): Promise<FileState | undefined> {
  const duck = await file.connect();
  try {
    return await readState(duck);
  } finally {
    duck.closeSync();
  }
}

/** Removes a file, and has no notes kept for it any longer. */
async function discard(pool: Pool, file: MirrorFile, found: FileState | undefined): Promise<void> {
  await file.discard();
  // Where the database is away, a day without word of it comes to the same.
  if (found) await forgetMirrors(pool, [found.id]).catch(() => {});
}

/** A file that is further than PostgreSQL was ever told is of a past that the database no longer has. */
async function problemOf(pool: Pool, { id, applied }: FileState): Promise<string | undefined> {
  if (!applied) return undefined;
  const known = await promised(pool, id);
  if (known === undefined) return 'the database does not know it';
  return includes(known, applied.snapshot) ? undefined : 'the database has been set back';
}
