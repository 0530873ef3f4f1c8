import type { Sql } from 'sql-template-tag';
import { FluxionError, type Need, type Question, type RawRow, type Rollup } from '../../base/index.ts';
import type { Applied } from '../answer.ts';
import type { Core } from '../core.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { checkFreshness, type Wanted } from './freshness.ts';
import type { AskOptions, QuestionOptions } from './options.ts';
import { instant, type Instant, type Past } from './past.ts';

/** A question on its way to its answer. */
export interface Asked {
  readonly core: Core;
  readonly past: Past;
  readonly needs: readonly Need[];
  readonly sql: Sql;
  readonly rollups: readonly Rollup[];
  readonly wanted: Wanted;
  /** What had been answered with when it was asked. */
  readonly floor: Snapshot | undefined;
  readonly at: Instant;
  readonly budgetMs: number;
  readonly signal: AbortSignal;
  /** Filled in on the way. */
  readonly timings: { fenceMs: number | null; syncMs: number | null; queryMs: number };
  readonly onFailure: (error: unknown) => void;
}

/** Rows, and the state of the database that they are of. */
export interface Found {
  readonly rows: readonly RawRow[];
  readonly asOf: Applied;
}

/** What a question is asked with, and about. */
interface Asking<Parameters, Row> extends Pick<Asked, 'core' | 'past'> {
  readonly question: Question<Parameters, Row>;
  readonly parameters: Parameters;
  readonly defaults: AskOptions;
  readonly options: QuestionOptions;
}

/** @throws FluxionError INVALID_INPUT; or the reason of the signal, if it is aborted */
export function prepare<Parameters, Row>(asking: Asking<Parameters, Row>): Asked {
  const { core, past, question, parameters, defaults, options } = asking;
  const { freshness = 'exact', signal = new AbortController().signal, budgetMs = defaults.budgetMs } = options;
  signal.throwIfAborted();
  if (!(budgetMs >= 0)) {
    throw new FluxionError('INVALID_INPUT', 'budgetMs must be a number of milliseconds that is not negative.');
  }
  return {
    core,
    past,
    needs: question.reads(parameters),
    sql: question.sql(parameters),
    rollups: question.rollups ?? [],
    wanted: checkFreshness(freshness),
    floor: past.newest,
    at: instant(),
    budgetMs,
    signal,
    timings: { fenceMs: null, syncMs: null, queryMs: 0 },
    onFailure: defaults.onFailure ?? (() => {}),
  };
}
