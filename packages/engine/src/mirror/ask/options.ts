import type { Question } from '../../base/index.ts';
import type { Answer, Freshness } from '../answer.ts';

export interface AskOptions {
  /** How long after it was asked a question waits for the copy at most, in milliseconds, unless it says so itself. */
  readonly budgetMs: number;
  /** Is told each failure that made PostgreSQL answer in the mirror's place; must not throw. */
  readonly onFailure?: (error: unknown) => void;
}

export interface QuestionOptions {
  /** `exact` unless told otherwise. */
  readonly freshness?: Freshness | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly budgetMs?: number | undefined;
}

/**
 * Answers a question.
 * @throws FluxionError INVALID_INPUT for a freshness or a budget that is none, or a snapshot of another database; what the
 * database says if it does not answer; or the signal's reason
 */
export type Ask = <Parameters, Row>(
  question: Question<Parameters, Row>,
  parameters: Parameters,
  options?: QuestionOptions,
) => Promise<Answer<Row>>;
