import type { AskedDatabase } from '../asked.ts';
import { ok, warning, type Check } from '../../verdict.ts';

interface Loads {
  readonly stuck: number;
  readonly oldest: string | null;
}

/** A load of a store's day takes seconds to minutes; what is at it for hours has lost its process. */
const stuckSql = `
  SELECT count(*)::int AS stuck, min(iniciada)::text AS oldest
  FROM public.entregas WHERE resultado = 'en_curso' AND iniciada < now() - interval '2 hours'`;

/** Loads whose process died before it could say how they ended. */
export const loads: Check<AskedDatabase> = {
  name: 'loads',
  async look({ pool }) {
    const { rows: there } = await pool.query<{ table: string | null }>(
      `SELECT to_regclass('public.entregas') AS table`,
    );
    if (there[0]?.table === null) return [];
    const { rows } = await pool.query<Loads>(stuckSql);
    return rows.map(({ stuck, oldest }) =>
      stuck === 0
        ? ok('None is stuck.')
        : warning(
            `${stuck} loads have not come to their end, the oldest since ${oldest}: their processes died.`,
            'Load the same files again, or `fluxion recover`: what is there already is skipped.',
          ),
    );
  },
};
