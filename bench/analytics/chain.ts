import { mirroredTables } from '@fluxion/engine/chain';
import { declareTables, installNotes } from '@fluxion/engine/mirror';
import type { Workbench } from '../lib/workbench.ts';

type Pool = Workbench['pool'];

/** Declares what is mirrored of the chain, as `fluxion up` does. */
export async function declareChain(pool: Pool): Promise<void> {
  await installNotes(pool);
  await declareTables(pool, mirroredTables);
}

/** What the chain's questions are asked about. */
export interface Extent {
  readonly stores: readonly string[];
  /** The largest categories. */
  readonly categories: readonly string[];
  /** The first and the last business day. */
  readonly from: string;
  readonly to: string;
}

/** @throws Error if there are no sales */
export async function extentOf(pool: Pool): Promise<Extent> {
  const { rows } = await pool.query<Extent>(
    `SELECT array_agg(DISTINCT ubicacion_id ORDER BY ubicacion_id) AS stores, min(fecha)::text AS from, max(fecha)::text AS to,
       ARRAY(SELECT categoria FROM productos GROUP BY categoria ORDER BY count(*) DESC, categoria LIMIT 2) AS categories
     FROM ventas_diarias HAVING count(*) > 0`,
  );
  const [extent] = rows;
  if (!extent) throw new Error('The database has no sales. `fluxion demo --rows N` fills it.');
  return extent;
}
