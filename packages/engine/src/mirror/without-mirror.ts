import { openPool } from '../postgres/index.ts';
import { openAsk, type Ask } from './ask/index.ts';
import type { Core } from './core.ts';

/** Whoever answers questions. */
export interface Answering {
  readonly query: Ask;
  close(): Promise<void>;
}

const unasked = (): never => {
  throw new Error('Without a mirror nobody asks it.');
};
const noCore: Core = { ready: () => 'off', fence: unasked, lacks: unasked, catchUp: unasked, read: unasked };

/** Answers questions where no mirror is kept: PostgreSQL does. It gives a question up after `statementTimeoutMs`. */
export function withoutMirror(options: { readonly url: string; readonly statementTimeoutMs: number }): Answering {
  const pool = openPool({ ...options, applicationName: 'fluxion-analytics', max: 4 });
  return { query: openAsk(noCore, pool, { budgetMs: 0 }), close: () => pool.end() };
}
