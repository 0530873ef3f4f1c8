import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { FluxionError } from '../../base/index.ts';
import type { Delivery } from '../../sources/index.ts';
import { storesFor } from '../stores.ts';
import type { PlannedUnit } from '../units/unit.ts';

/**
 * The unit of a delivery without lines: the source says that nothing was sold there that day.
 * @throws FluxionError FEED_UNREADABLE if it is not known which day of which store
 */
export async function emptyUnit(pool: Pool, { description, name }: Delivery): Promise<PlannedUnit> {
  const { store, date } = description;
  const stores = await storesFor(pool, description);
  const ubicacionId = (stores.find(({ id }) => id === store) ?? stores.find(({ codigo }) => codigo === store))?.id;
  if (ubicacionId === undefined || date === undefined) {
    throw new FluxionError(
      'FEED_UNREADABLE',
      `${name} has no lines, and nothing says of which store and day: say it with --store and --date, and the day is noted as empty.`,
    );
  }
  return {
    ubicacionId,
    fecha: date,
    rows: 0,
    sums: {},
    digest: createHash('md5').digest('hex'),
    first: 0,
    last: 0,
    rejected: 0,
  };
}
