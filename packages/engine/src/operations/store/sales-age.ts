import type { SqlRunner } from '../../base/index.ts';
import { gapCalendar } from '../load/calendar.ts';
import { firstLateDay } from './freshness.ts';

/** How old a store's sales are, for who watches the system. */
export interface SalesAge {
  readonly codigo: string;
  /**
   * Hours since the day began, by the store's own clock, from which on its sales are missing: the first day that should have
   * them by now, else its today. So 0 to 24 while nothing is late, 36 at noon after a day that never came. Null while the store
   * has no sales at all.
   */
  readonly hours: number | null;
  /** The first day that is late; null: none is. */
  readonly missingFrom: string | null;
  /** Of the last 35 days, those that are missing, failed or short. */
  readonly gaps: number;
}

interface AskAges {
  readonly db: SqlRunner;
  /** The moment that it is asked at; the database's clock unless told. */
  readonly now?: Date | undefined;
}

const throughSql = `
  SELECT t.id, (SELECT max(fecha) FROM ventas_diarias WHERE ubicacion_id = t.id) AS through FROM unnest($1::text[]) AS t (id)`;

const hoursSql = `
  SELECT u.id, extract(epoch FROM coalesce($3::timestamptz, now()) - t.fecha::timestamp AT TIME ZONE u.zona_horaria)::float8 / 3600 AS hours
  FROM unnest($1::text[], $2::date[]) AS t (id, fecha)
  JOIN ubicaciones AS u ON u.id = t.id`;

/** How old the sales of each active store are, by codigo, whoever may see it. No sales line is read. */
export async function salesAges({ db, now }: AskAges): Promise<readonly SalesAge[]> {
  const { tiendas } = await gapCalendar({ ctx: { db, stores: 'all' }, input: { now } });
  const known = await db.query<{ id: string; through: string | null }>(throughSql, [
    tiendas.map(({ ubicacion_id }) => ubicacion_id),
  ]);
  const through = new Map(known.rows.map((row) => [row.id, row.through]));
  const stores = tiendas.map((store) => {
    const last = through.get(store.ubicacion_id) ?? null;
    return { ...store, last, late: last === null ? undefined : firstLateDay(last, store) };
  });
  const { rows } = await db.query<{ id: string; hours: number }>(hoursSql, [
    stores.map(({ ubicacion_id }) => ubicacion_id),
    stores.map(({ late, hoy }) => late ?? hoy),
    now ?? null,
  ]);
  const hours = new Map(rows.map((row) => [row.id, row.hours]));
  return stores.map(({ ubicacion_id, codigo, last, late, huecos }) => {
    const age = last === null ? null : (hours.get(ubicacion_id) ?? null);
    return { codigo, hours: age, missingFrom: late ?? null, gaps: huecos };
  });
}
