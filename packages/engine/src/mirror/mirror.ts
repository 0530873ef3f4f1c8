import { FluxionError, type Need } from '../base/index.ts';
import { breakerOf, openPool } from '../postgres/index.ts';
import { openAsk, type Ask } from './ask/index.ts';
import { checkCopy, type CheckReport } from './check-copy.ts';
import { keepCopy, type KeepOptions, type KeptCopy } from './keep-copy.ts';
import { openSqlAccess, type SqlAccess } from './sandbox/index.ts';
import { statusOf, whenReady, type MirrorStatus } from './status.ts';
import { coreOf } from './kept-core.ts';

export type MirrorOptions = KeepOptions['file'] & {
  /** PostgreSQL's. The mirror has connections of its own. */
  readonly url: string;
  /** Kept beside the tables that they are of. */
  readonly rollups: KeepOptions['rollups'];
  /** Whether a mirrored table, by the name it is declared with, is one that nobody may ask by SQL of their own. */
  readonly isHidden?: (table: string) => boolean;
  /** How long a question waits for the copy before PostgreSQL answers it; 1500 ms unless told otherwise. */
  readonly budgetMs?: number;
  /** Between two looks whether something has changed; 250 ms unless told otherwise. */
  readonly followMs?: number;
  /** After so long PostgreSQL gives up a question that it was asked in the mirror's place; a minute unless told otherwise. */
  readonly statementTimeoutMs?: number;
  readonly log: KeepOptions['log'];
};

/** A copy of PostgreSQL's tables in DuckDB that follows them, and answers for them. */
export interface Mirror {
  /** Answers a question, from the copy where that is as fresh as wanted. */
  readonly query: Ask;
  /** What persons ask by SQL of their own, of the copy alone. */
  readonly sql: SqlAccess;
  /**
   * Names the state of what the needs read, so that it can be asked later whether that has changed. What is read after the
   * call is of that state or of a later one. Undefined while the copy of it is not whole.
   */
  version(needs: readonly Need[]): string | undefined;
  /**
   * Whether what the needs read is still as it was when `version` named its state, by every transaction that was committed
   * before the call. False also where that cannot be known.
   */
  isCurrent(version: string, needs: readonly Need[], signal: AbortSignal): Promise<boolean>;
  status(): MirrorStatus;
  /** Brings the copy to a state of the database that is no older than the call. @throws FluxionError MIRROR_BEHIND */
  sync(): Promise<void>;
  /** Copies the tables anew, all of them unless told otherwise; questions go to PostgreSQL meanwhile. @throws FluxionError NOT_FOUND */
  rebuild(tables?: readonly string[]): Promise<void>;
  /** Compares the copy with PostgreSQL, unit by unit. @throws FluxionError MIRROR_BEHIND */
  check(onTable?: (table: string) => void): Promise<CheckReport>;
  /** Waits until every table that can be copied is ready. @throws the signal's reason */
  whenReady(signal?: AbortSignal): Promise<void>;
  /**
   * Stops following and closes the file, which the next one goes on with. A question that is under way may fail by that:
   * end them first.
   */
  close(): Promise<void>;
}

/** Syncs, fences, and questions each have connections of their own: none waits for the others. */
const connections = { syncs: 6, questions: 4 };
/** What runs on connections has so long to end by itself. */
const closeWithinMs = 2000;
const opening = 'The mirror is being opened. Ask again in a moment.';

/**
 * Begins to keep a mirror of the tables that the database declares as mirrored (`declareTables`), and returns at once: the
 * file is opened or built behind, and PostgreSQL answers until it is ready.
 */
export function openMirror(options: MirrorOptions): Mirror {
  const {
    url,
    rollups,
    budgetMs = 1500,
    followMs = 250,
    statementTimeoutMs = 60_000,
    log,
    isHidden = () => false,
    ...file
  } = options;
  const pool = openPool({ url, applicationName: 'fluxion-mirror', max: connections.syncs });
  const questions = openPool({
    url,
    applicationName: 'fluxion-analytics',
    max: connections.questions,
    statementTimeoutMs,
  });
  const kept = keepCopy({ pool, file, rollups, followMs, log });
  let closed: Promise<void> | undefined;
  const breakers = [pool, questions].map(breakerOf);
  const close = async () => {
    // What still waits then, waits for somebody's lock.
    const late = setTimeout(() => breakers.forEach((breakOff) => breakOff()), closeWithinMs);
    try {
      await kept.close();
      await Promise.all([pool.end(), questions.end()]);
    } finally {
      clearTimeout(late);
    }
  };
  const failed = (error: unknown) => log.warn(`PostgreSQL answers in the mirror's place: ${String(error)}`);
  return {
    query: openAsk(coreOf(kept), questions, { budgetMs, onFailure: failed }),
    sql: openSqlAccess(kept, rollups, isHidden),
    version: (needs) => kept.now?.copy.session.version(needs),
    isCurrent: async (version, needs, signal) =>
      kept.now !== undefined && (await kept.now.copy.session.isCurrent(version, needs, signal)),
    status: () => statusOf(kept),
    sync: async () => openNow(kept).copy.session.sync(),
    rebuild: (tables) => rebuild(kept, tables),
    check: async (onTable) => {
      const { copy, file: open } = openNow(kept);
      return checkCopy(copy, open, rollups, onTable);
    },
    whenReady: (signal) => whenReady(kept, signal),
    close: () => (closed ??= close()),
  };
}

function openNow(kept: KeptCopy) {
  if (!kept.now) throw new FluxionError('MIRROR_BEHIND', opening);
  return kept.now;
}

async function rebuild(kept: KeptCopy, tables: readonly string[] | undefined): Promise<void> {
  if (!tables) return kept.lose('it was asked for');
  const { copy } = openNow(kept);
  const states = tables.map((name) => {
    const state = copy.state.table(name);
    if (!state && !copy.state.current) throw new FluxionError('MIRROR_BEHIND', opening);
    if (!state) throw new FluxionError('NOT_FOUND', `${name} is not mirrored. \`fluxion mirror add\` adds a table.`);
    return state;
  });
  for (const { layout } of states) copy.state.condemn(layout.table.id);
  await copy.session.sync();
}
