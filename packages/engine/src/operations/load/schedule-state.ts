import type { SqlRunner } from '../../base/index.ts';

/** How the schedule of loads is. */
export interface ScheduleState {
  /** When the planner last looked for what is due; null: it never ran. */
  readonly ultima_vuelta: string | null;
  /** Whether its last turn succeeded, and is not long ago. */
  readonly al_dia: boolean;
  /** Units that were due then and not loaded yet. */
  readonly pendientes: number;
  /** What went wrong in its last turn; null: nothing. */
  readonly mensaje: string | null;
}

/** Servers plan each minute; where tasks of their own do, a scheduler starts one each quarter of an hour, and may skip some. */
const stateSql = `
  SELECT ultima_vuelta, pendientes, mensaje, mensaje IS NULL AND coalesce(ultimo_exito > now() - interval '45 minutes', false) AS al_dia
  FROM fluxion.planificador`;

/** Whether the schedule of loads runs, in whichever process: that it has stopped must not go unnoticed. */
export async function scheduleState({ db }: { readonly db: SqlRunner }): Promise<ScheduleState> {
  const { rows } = await db.query<ScheduleState>(stateSql);
  return rows[0] ?? { ultima_vuelta: null, al_dia: false, pendientes: 0, mensaje: null };
}
