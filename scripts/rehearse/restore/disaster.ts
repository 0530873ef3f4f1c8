import { rm } from 'node:fs/promises';
import { followWithCopy } from '../lib/copy-of-service.ts';
import { loadDeliveries, salesOf } from '../lib/deliveries.ts';
import { mebibytes, withPool, type Pool } from '../lib/rehearsal.ts';
import { archiveSoFar, takeBaseBackup } from './archive.ts';
import { noteMoment, type Moment } from './moment.ts';
import type { Scene } from './scene.ts';

/** What is known of the database when it is gone. */
export interface Before extends Moment {
  /** What the stores' days that were delivered after the mistake held. */
  readonly lateSales: string;
}

const mistake = `DELETE FROM ventas_raw WHERE ubicacion_id = 'TIENDA_09'`;

/** A day's work, a mistake in the middle of it, and the loss of the server with its data. */
export function liveUntilDisaster(scene: Scene): Promise<Before> {
  const { server, steps, deliveries } = scene;
  return withPool(server.url, async (pool) => {
    await backUpWhileLoading(scene, pool);
    await loadDeliveries(pool, deliveries.afterBackup);
    const before = await noteMoment(scene, pool);
    await steps.time(
      `the mistake: ${mistake}`,
      () => pool.query(mistake),
      ({ rowCount }) => `${rowCount} rows`,
    );
    await loadDeliveries(pool, deliveries.afterMistake);
    const followed = () => followWithCopy(server.url, scene.copyFolder);
    const copy = await steps.time('the columnar copy of a service is made', followed);
    steps.check('it has the mistake too', copy.equal);
    await steps.time('the archive gets what was written so far', () => archiveSoFar(server));
    await loadDeliveries(pool, deliveries.notArchived);
    const lateSales = await salesOf(pool, [...deliveries.afterMistake, ...deliveries.notArchived]);
    await server.kill();
    await rm(server.dataDirectory, { recursive: true });
    return { ...before, lateSales };
  });
}

async function backUpWhileLoading({ server, backup, steps, deliveries }: Scene, pool: Pool): Promise<void> {
  const work = async () => {
    const loaded = loadDeliveries(pool, deliveries.duringBackup);
    const [bytes] = await Promise.all([takeBaseBackup(server, backup), loaded]);
    return bytes;
  };
  await steps.time("base backup, while stores' days are loaded", work, mebibytes);
}
