import { mkdir } from 'node:fs/promises';
import type pg from 'pg';
import type { DeliveryReport } from '../ingest/index.ts';
import type { Secrets } from '../sources/index.ts';
import type { LoadTask } from './queue/index.ts';

/** Does a task; throws only where it is not a delivery's fault alone. */
export type LoadTaskOf = (task: LoadTask, signal?: AbortSignal) => Promise<readonly DeliveryReport[]>;

export interface TaskLoaderOptions {
  readonly pool: pg.Pool;
  /** For temporary files; made when it is first needed. */
  readonly folder: string;
  /** Looks up the variables of the environment that sources name. */
  readonly secrets: Secrets;
  /** Asks also a store that is left alone for a while because it has failed too often: a person wants it. */
  readonly insist?: boolean;
}

/** Does tasks with the connections of the pool. What loads is most of the program: it is read with the first task. */
export function taskLoader({ pool, folder, secrets, insist = false }: TaskLoaderOptions): LoadTaskOf {
  return async (task, signal) => {
    await mkdir(folder, { recursive: true });
    const { force = false } = task;
    const { load, loadFromSource } = await import('../ingest/index.ts');
    if (task.kind === 'file') {
      const { fileDeliveries } = await import('../sources/index.ts');
      const { deliveries } = await fileDeliveries([task.path], {}, { folder, signal });
      return load({ pool, folder, deliveries, force, signal });
    }
    const { source, date, store } = task;
    const stores = store === null ? undefined : [store];
    return loadFromSource({ pool, folder, source, date, stores, secrets, insist, force, signal });
  };
}
