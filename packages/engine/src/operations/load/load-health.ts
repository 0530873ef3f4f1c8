import type { SqlRunner } from '../../base/index.ts';
import type { Load } from './list.ts';

/** How the loads of the last 24 hours went, for who watches the system: no store is told apart. */
export interface LoadHealth {
  /** When the last load ended that brought rows or found none to bring; null: there was none, ever. */
  readonly last: string | null;
  readonly outcomes: readonly { readonly outcome: Load['resultado']; readonly loads: number }[];
  /** Lines that were rejected. */
  readonly rejected: number;
  /** Units that were due at the schedule's last turn and not loaded yet. */
  readonly pending: number;
}

const healthSql = `
  WITH recent AS (
    SELECT resultado, count(*)::int AS loads, sum(filas_rechazadas)::float8 AS rejected
    FROM cargas WHERE iniciada > now() - interval '24 hours' GROUP BY resultado
  )
  SELECT (SELECT max(terminada) FROM cargas WHERE resultado NOT IN ('en_curso', 'fallida')) AS last,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('outcome', resultado, 'loads', loads)), '[]') FROM recent) AS outcomes,
         (SELECT coalesce(sum(rejected), 0) FROM recent) AS rejected,
         coalesce((SELECT pendientes FROM fluxion.planificador), 0) AS pending`;

/** How the loads have gone lately. It reads the whole ledger: not to be asked for each request. */
export async function loadHealth({ db }: { readonly db: SqlRunner }): Promise<LoadHealth> {
  const { rows } = await db.query<LoadHealth>(healthSql);
  return rows[0] ?? { last: null, outcomes: [], rejected: 0, pending: 0 };
}
