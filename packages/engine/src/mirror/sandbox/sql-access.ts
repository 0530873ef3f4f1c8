import { FluxionError, type Rollup } from '../../base/index.ts';
import type { KeptCopy } from '../keep-copy.ts';
import { snapshotText } from '../snapshot/snapshot.ts';
import { checkSql } from './check.ts';
import { explainSqlError } from './explain.ts';
import type { SqlAccess } from './request.ts';
import { sqlTables } from './tables.ts';
import { watchStatement, within } from './watch.ts';

/** @param isHidden whether a table, as it is declared, is one that nobody may ask */
export function openSqlAccess(
  kept: KeptCopy,
  rollups: readonly Rollup[],
  isHidden: (table: string) => boolean,
): SqlAccess {
  const open = () => {
    if (!kept.now) throw behind();
    return kept.now;
  };
  const tables = async () => (await sqlTables(open(), rollups)).filter(({ of }) => !isHidden(of));
  return {
    tables: async () => (await tables()).map(({ name, of, columns }) => ({ name, of, columns })),
    async query({ sql, limits, timeoutMs, budgetMs, signal }) {
      const { session } = open().copy;
      const checked = await checkSql(sql, await tables());
      const needs = checked.reads.map((table) => ({ table }));
      if (typeof session.ready(needs) === 'string') throw behind();
      const reading = await session.fence(signal);
      if (session.lacks(reading, needs)) await within(budgetMs, signal, session.catchUp(reading));
      const watch = watchStatement(timeoutMs);
      try {
        const either = AbortSignal.any([signal, watch.signal]);
        const read = await session.readLimited(checked.sql, { ...limits, onBegin: watch.begin }, either, needs);
        const { columns, rows, truncated, applied } = read;
        const asOf = { snapshot: snapshotText(applied.snapshot), time: applied.time };
        return { columns, rows, truncated, asOf, reads: checked.reads };
      } catch (error) {
        signal.throwIfAborted();
        throw explainSqlError(error, sql);
      } finally {
        watch.end();
      }
    },
  };
}

const behind = () =>
  new FluxionError('MIRROR_BEHIND', 'The copy of these tables is being built. Ask again in a moment.');
