import { migrate, verify } from '@fluxion/engine/transfer';
import type { Way } from '../lib/figures.ts';
import type { Workbench } from '../lib/workbench.ts';
import { emptyTable } from '../migrate/copies.ts';
import { compareByMd5 } from './md5.ts';

export const copying = 'copying';
export const ours = 'verify';
export const md5 = 'md5 of row texts';

/** Copying first: the others compare what the last copy left. */
export function waysOf(bench: Workbench, file: string): Way[] {
  const ends = { file, pool: bench.pool, schema: 'public' };
  const nothing = async () => {};
  return [
    {
      name: copying,
      prepare: () => emptyTable(bench),
      run: async () => void (await migrate({ ...ends, verify: false })),
    },
    {
      name: ours,
      prepare: nothing,
      run: async () => {
        if (!(await verify(ends)).equal) throw new Error('The copy differs from the file.');
      },
    },
    { name: md5, prepare: nothing, run: () => compareByMd5(bench, file) },
  ];
}
