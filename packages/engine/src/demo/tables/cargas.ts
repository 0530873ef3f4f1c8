import { cargaId } from '../demand/store-days.ts';
import { cases, chance, choice, filledTable } from '../expressions.ts';
import { recentDays, type DemoPlan } from '../plan.ts';
import { zone } from '../stores/stores.ts';
import { loadedAfterS } from './ventas-raw.ts';

/**
 * The ledger of the loads that brought the sales, with a row for every store-day that was requested. Days on which the
 * store was closed came back empty; of the missing days, some failed and some were never requested (no row).
 */
export function cargas({ lastDay }: DemoPlan): string[] {
  const file = `format('{}_{}_{}.csv', fuente, ubicacion_id, strftime(fecha, '%Y%m%d'))`;
  return filledTable(
    'cargas',
    {
      id: ['VARCHAR', cargaId],
      fuente: ['VARCHAR', 'fuente'],
      ubicacion_id: ['VARCHAR', 'ubicacion_id'],
      fecha: ['DATE', 'fecha'],
      archivo: ['VARCHAR', `CASE WHEN state <> 'failed' THEN ${file} END`],
      huella: ['VARCHAR', `CASE WHEN state <> 'failed' THEN md5(${cargaId}) END`],
      filas_leidas: ['BIGINT', 'lines + rejected'],
      filas_cargadas: ['BIGINT', 'lines'],
      filas_rechazadas: ['BIGINT', 'rejected'],
      iniciada: ['TIMESTAMPTZ', 'to_timestamp(begun_s)'],
      terminada: ['TIMESTAMPTZ', 'to_timestamp(begun_s + 2 + lines // 4000)'],
      resultado: [
        'VARCHAR',
        cases(
          `'cargada'`,
          [`state = 'failed'`, `'fallida'`],
          ['rejected > 0', `'con_rechazos'`],
          ['lines = 0', `'vacia'`],
        ),
      ],
      mensaje: [
        'VARCHAR',
        cases(
          'NULL',
          [`state = 'failed'`, `'La caja no respondió: tiempo de espera agotado'`],
          ['rejected > 0', `'Cantidad ilegible'`],
          [`state = 'closed'`, `'Tienda cerrada'`],
        ),
      ],
    },
    'FROM told ORDER BY fecha, ubicacion_id',
    `asked AS (
       SELECT store_n, day_n, day.fecha, state, store.id AS ubicacion_id, recibos, coalesce(lines, 0) AS lines
       FROM store_day_state JOIN day USING (day_n) JOIN store USING (store_n) LEFT JOIN store_day USING (store_n, day_n)
       WHERE state NOT IN ('absent', 'missing')),
     told AS (
       SELECT *, CASE WHEN recibos AND day_n > ${lastDay - recentDays} THEN 'facturas' ELSE 'ventas' END AS fuente,
         CASE WHEN lines > 0 AND ${chance(5, 'rejects', 'store_n', 'day_n')}
           THEN 1 + ${choice(3, 'how many rejects', 'store_n', 'day_n')} ELSE 0 END AS rejected,
         epoch(fecha::TIMESTAMP AT TIME ZONE '${zone}')::BIGINT + ${loadedAfterS} AS begun_s
       FROM asked)`,
  );
}
