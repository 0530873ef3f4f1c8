import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processIsAlive } from '../base/index.ts';

const prefix = 'fluxion-duckdb-';

/**
 * Where DuckDB writes what does not fit into its memory: not beside the source, whose folder may be read-only. DuckDB
 * makes it when it needs it and removes it when it closes; those of processes that were killed are removed here.
 */
export function spillFolder(parent = tmpdir()): string {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix) || processIsAlive(Number(name.slice(prefix.length)))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Somebody else's: it stays theirs.
    }
  }
  return join(parent, `${prefix}${process.pid}`);
}
