import type { DuckDBConnection } from '@duckdb/node-api';
import { DatabaseError, type ClientBase } from 'pg';
import { messageOf } from '../../../base/index.ts';
import { QueryError } from '../../../duckdb/index.ts';
import type { Instability } from '../../translate/index.ts';
import { compareAnswers, type ViewComparison } from './compare-answers.ts';
import { planView } from './plan-view.ts';

export interface ViewContext {
  /** Used by nobody else meanwhile. */
  readonly duck: DuckDBConnection;
  /** Used by nobody else meanwhile, and in no transaction. */
  readonly client: ClientBase;
  /** The view in the source. */
  readonly view: { readonly schema: string; readonly name: string };
  /** Its translation, as it stands in the target. */
  readonly target: { readonly schema: string; readonly name: string };
  /** Why its answer can differ from one run to the next on the same data, as `Translator.unstable` tells; undefined: it cannot. */
  readonly unstable?: Instability | undefined;
  /** How long each question to PostgreSQL may take, in milliseconds; 60,000 if not given. */
  readonly patienceMs?: number;
}

/**
 * Runs a view on both engines and compares the answers: the number of rows and a digest of them, in any order. Floats that are
 * not the same to the last digit are compared as sums, because engines add in different orders.
 *
 * @throws what is no fault of the view: a lost connection, a cancelled statement
 */
export async function compareView(context: ViewContext): Promise<ViewComparison> {
  const { duck, client, unstable } = context;
  if (unstable?.always) return { equal: true, reason: `not compared: ${unstable.reason}` };
  const planned = await planView(duck, client, context.view, context.target);
  if ('misfit' in planned) return { equal: false, reason: planned.misfit };
  try {
    const found = await compareAnswers(context, planned.plan);
    return found.equal || !unstable
      ? found
      : { equal: true, reason: `it answers otherwise, as it may: ${unstable.reason}` };
  } catch (error) {
    return explained(error);
  }
}

/** What PostgreSQL says of a statement that took longer than it may. */
const timedOut = '57014';

function explained(error: unknown): ViewComparison {
  if (error instanceof QueryError)
    return { equal: true, reason: `not compared: DuckDB itself cannot run it (${firstLine(error)})` };
  if (!(error instanceof DatabaseError)) throw error;
  if (error.code === timedOut && error.message.includes('statement timeout'))
    return { equal: true, reason: 'not compared: PostgreSQL takes too long to answer it' };
  // Class 57 is the operator's: a statement cancelled, a server that shuts down.
  if (error.code?.startsWith('57')) throw error;
  return { equal: false, reason: `PostgreSQL cannot run it: ${error.message}` };
}

const firstLine = (error: Error) => messageOf(error).split('\n', 1)[0];
