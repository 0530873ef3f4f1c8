import { cargaId } from '../demand/store-days.ts';
import { chance, choice, filledTable } from '../expressions.ts';
import { recentDays, type DemoPlan } from '../plan.ts';
import { zone } from '../stores/stores.ts';
import { loadedAfterS } from './ventas-raw.ts';

const columns = {
  id: 'VARCHAR',
  fuente: 'VARCHAR',
  ubicacion_id: 'VARCHAR',
  fecha: 'DATE',
  archivo: 'VARCHAR',
  huella: 'VARCHAR',
  filas_leidas: 'BIGINT',
  filas_cargadas: 'BIGINT',
  filas_rechazadas: 'BIGINT',
  iniciada: 'TIMESTAMPTZ',
  terminada: 'TIMESTAMPTZ',
  resultado: 'VARCHAR',
  mensaje: 'VARCHAR',
};

/**
 * The ledger of the loads that brought the sales: a row for every store-day that was asked for. A day on which the store
 * was closed came empty; of the gaps, some failed and some were never tried (no row).
 */
export function cargas({ lastDay }: DemoPlan): string[] {
  return filledTable(
    'cargas',
    columns,
    `WITH told AS (SELECT w.store_n, w.day_n, state, d.fecha, s.id AS ubicacion_id, coalesce(lines, 0) AS lines, ${cargaId.replaceAll('store_n', 'w.store_n').replaceAll('day_n', 'w.day_n')} AS id,
         CASE WHEN recibos AND w.day_n > ${lastDay - recentDays} THEN 'facturas' ELSE 'ventas' END AS fuente,
         CASE WHEN lines > 0 AND ${chance(5, 'rejects', 'w.store_n', 'w.day_n')} THEN 1 + ${choice(3, 'how many', 'w.store_n', 'w.day_n')} ELSE 0 END AS rejected,
         epoch(d.fecha::TIMESTAMP AT TIME ZONE '${zone}')::BIGINT + ${loadedAfterS} AS begun_s
       FROM store_day_state w JOIN day d USING (day_n) JOIN store s USING (store_n) LEFT JOIN store_day l ON l.store_n = w.store_n AND l.day_n = w.day_n WHERE state NOT IN ('absent', 'missing'))
     SELECT id, fuente, ubicacion_id, fecha, CASE WHEN state <> 'failed' THEN format('{}_{}_{}.csv', fuente, ubicacion_id, strftime(fecha, '%Y%m%d')) END AS archivo,
       CASE WHEN state <> 'failed' THEN md5(id) END AS huella, lines + rejected AS filas_leidas, lines AS filas_cargadas, rejected AS filas_rechazadas,
       to_timestamp(begun_s) AS iniciada, to_timestamp(begun_s + 2 + lines // 4000) AS terminada,
       CASE WHEN state = 'failed' THEN 'fallida' WHEN rejected > 0 THEN 'con_rechazos' WHEN lines = 0 THEN 'vacia' ELSE 'cargada' END AS resultado,
       CASE WHEN state = 'failed' THEN 'La caja no respondió: tiempo de espera agotado' WHEN rejected > 0 THEN 'Cantidad ilegible' WHEN state = 'closed' THEN 'Tienda cerrada' END AS mensaje
     FROM told ORDER BY fecha, ubicacion_id`,
  );
}
