import { load, type DeliveryReport } from '@fluxion/engine/ingest';
import { fileDeliveries } from '@fluxion/engine/sources';

type Pool = Parameters<typeof load>[0]['pool'];

/** What is said of files. */
export type Entry = Parameters<typeof fileDeliveries>[1];

/** Loads files as `fluxion load` does. */
export async function loadFiles(
  pool: Pool,
  folder: string,
  paths: readonly string[],
  entry: Entry,
): Promise<readonly DeliveryReport[]> {
  const { deliveries } = await fileDeliveries(paths, entry, { folder });
  return await load({ pool, folder, deliveries });
}

/** Loads a file of sales. @throws if not all of its lines are in the tables afterwards */
export async function loadSales(pool: Pool, folder: string, file: string): Promise<void> {
  for (const { outcome, name, message, rejects } of await loadFiles(pool, folder, [file], { feed: 'ventas' })) {
    if (outcome !== 'cargada') throw new Error(`${name}: ${outcome}: ${message} ${rejects[0]?.reason ?? ''}`);
  }
}
