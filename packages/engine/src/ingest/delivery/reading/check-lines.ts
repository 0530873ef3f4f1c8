import type { DuckDBConnection } from '@duckdb/node-api';
import { inDuckTransaction } from '../../../duckdb/index.ts';
import { storeDayWriters } from '../../feeds/index.ts';
import { withMoreMemory } from './memory.ts';
import type { Understood } from './understand.ts';

/** Rejects the lines that contradict others, as the feed's writer finds them. All or nothing, so that it can be done again. */
export async function checkLines(duck: DuckDBConnection, { mapping, tables }: Understood): Promise<void> {
  const check = storeDayWriters[mapping.feed.name]?.check;
  if (!check) return;
  await withMoreMemory(duck, () => inDuckTransaction(duck, () => check(duck, tables)));
}
