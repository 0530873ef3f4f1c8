import { mkdir } from 'node:fs/promises';
import type pg from 'pg';
import { load, loadFromSource, type DeliveryReport } from '../ingest/index.ts';
import { fileDeliveries } from '../sources/index.ts';
import type { LoadTask } from './queue/index.ts';

/** Does a task; throws only where it is not a delivery's fault alone. */
export type LoadTaskOf = (task: LoadTask, signal?: AbortSignal) => Promise<readonly DeliveryReport[]>;

/** Does tasks with the connections of the pool and temporary files in the folder, which is made when it is first needed. */
export function taskLoader({ pool, folder }: { readonly pool: pg.Pool; readonly folder: string }): LoadTaskOf {
  return async (task, signal) => {
    await mkdir(folder, { recursive: true });
    if (task.kind === 'file') {
      const { deliveries } = await fileDeliveries([task.path], {}, { folder, signal });
      return load({ pool, folder, deliveries, signal });
    }
    const { source, date, store } = task;
    return loadFromSource({ pool, folder, source, date, signal, ...(store === null ? {} : { stores: [store] }) });
  };
}
