import { tmpdir } from 'node:os';
import type { Pool } from 'pg';
import { fileDeliveries } from '../../sources/index.ts';
import { load } from '../load.ts';
import type { DeliveryReport } from '../report.ts';

/** Loads what is in folders, as the command does. */
export async function loadFolders(pool: Pool, folders: readonly string[]): Promise<readonly DeliveryReport[]> {
  const { deliveries } = await fileDeliveries(folders, {}, { folder: tmpdir() });
  return await load({ pool, folder: tmpdir(), deliveries });
}
