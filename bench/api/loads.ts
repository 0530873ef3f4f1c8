import { join } from 'node:path';
import { addDays } from '@fluxion/engine/base';
import type { Workbench } from '../lib/workbench.ts';
import { loadApart } from '../load/load-apart.ts';
import { writeSales } from '../load/sales-csv.ts';

const stores = 16;
export const linesOfLoad = 20_000;

/** Loads a day of all stores at once, day before day: days to come are refused. @returns how many loads there were */
export async function loadUntil(bench: Workbench, firstDay: string, ended: AbortSignal): Promise<number> {
  let loaded = 0;
  for (let day = addDays(firstDay, -1); !ended.aborted; day = addDays(day, -1)) {
    const files = Array.from({ length: stores }, (_, n) => join(bench.directory, `mixed-${n + 1}.csv`));
    for (const [n, file] of files.entries()) await writeSales({ file, rows: linesOfLoad, store: n + 1, from: day });
    await loadApart(bench, files);
    loaded += files.length;
  }
  return loaded;
}
