import type { SqlRunner } from '../../base/index.ts';
import { daysBack, type AskedUnit } from '../due/due-units.ts';

interface AskedRow {
  readonly source: string;
  readonly store: string | null;
  readonly date: string;
  readonly asked: string;
  readonly succeeded: boolean;
}

/** Far enough back for every zone. */
const daysKept = daysBack + 3;

/** What is remembered of the units that the schedule may still want. */
export async function askedUnits(db: SqlRunner): Promise<readonly AskedUnit[]> {
  const { rows } = await db.query<AskedRow>(
    `SELECT fuente AS source, ubicacion_id AS store, fecha AS date, pedida AS asked, lograda AS succeeded
     FROM fluxion.unidades_pedidas WHERE fecha > now()::date - $1::integer`,
    [daysKept],
  );
  return rows.map((row) => ({ ...row, asked: new Date(row.asked) }));
}

/** Remembers that a source was asked for a unit, and whether the answer was loaded. */
export async function noteAsked(db: SqlRunner, { source, store, date, asked, succeeded }: AskedUnit): Promise<void> {
  await db.query(
    `INSERT INTO fluxion.unidades_pedidas AS u (fuente, ubicacion_id, fecha, pedida, lograda) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT unidades_pedidas_key DO UPDATE SET pedida = EXCLUDED.pedida, lograda = EXCLUDED.lograda
     WHERE u.pedida <= EXCLUDED.pedida`,
    [source, store, date, asked, succeeded],
  );
}

/** Forgets days that nobody asks about any more. */
export async function forgetOldDays(db: SqlRunner): Promise<void> {
  await db.query('DELETE FROM fluxion.unidades_pedidas WHERE fecha <= now()::date - $1::integer', [daysKept]);
}
