import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import type { Rollup } from '../base/index.ts';
import { checkRollup, checkTable, type TableCheck } from './check/index.ts';
import type { MirrorFile } from './file/index.ts';
import { declaredName, rollupsOf, type OpenCopy, type TableState } from './sync/index.ts';

/** What comparing the copy with PostgreSQL has come to. */
export interface CheckReport {
  /** All that was compared is the same. */
  readonly equal: boolean;
  readonly tables: readonly ({ readonly table: string } & TableCheck)[];
  /** The rollups whose sums are not those of the copy's rows. */
  readonly wrongRollups: readonly string[];
  /** Those that are being copied, or cannot be. */
  readonly notCompared: readonly string[];
}

/** Both sides in one state, for as long as `work` takes. */
interface Held {
  readonly client: ClientBase;
  readonly duck: DuckDBConnection;
}

/**
 * Brings the copy up to date, and compares it with PostgreSQL as of that state: each unit's count and digest, and
 * the rollups' sums. Syncs and questions go on meanwhile.
 */
export async function checkCopy(
  copy: OpenCopy,
  file: MirrorFile,
  rollups: readonly Rollup[],
  onTable?: (table: string) => void,
): Promise<CheckReport> {
  return whilePinned(copy, file, async (held, tables) => {
    const compared: ({ readonly table: string } & TableCheck)[] = [];
    const wrongRollups: string[] = [];
    const notCompared: string[] = [];
    for (const { layout, since } of tables) {
      const table = declaredName(layout.table);
      if (since !== null) {
        notCompared.push(table);
        continue;
      }
      onTable?.(table);
      compared.push({ table, ...(await checkTable({ ...held, ...layout })) });
      for (const rollup of rollupsOf(rollups, layout)) {
        if ((await checkRollup(held.duck, layout.table, rollup)) > 0) wrongRollups.push(rollup.name);
      }
    }
    const equal = wrongRollups.length === 0 && compared.every(({ differing }) => differing.length === 0);
    return { equal, tables: compared, wrongRollups, notCompared };
  });
}

/** Runs `work` with a transaction on either side that sees the same state. */
async function whilePinned<T>(
  copy: OpenCopy,
  file: MirrorFile,
  work: (held: Held, tables: readonly TableState[]) => Promise<T>,
): Promise<T> {
  return file.hold(async (duck) => {
    let result: Promise<T> | undefined;
    try {
      await copy.pin(async (snapshot) => {
        await duck.run('BEGIN');
        // DuckDB settles on a state with the first read.
        await duck.run('SELECT * FROM fluxion_mirror.applied');
        const tables = [...copy.state.tables.values()];
        await new Promise<void>((begun, failed) => {
          result = snapshot.use((client) => {
            begun();
            return work({ client, duck }, tables);
          });
          result.catch(failed);
        });
      });
      if (!result) throw new Error('A pin is called before its sync ends.');
      return await result;
    } finally {
      await result?.catch(() => {});
    }
  });
}
