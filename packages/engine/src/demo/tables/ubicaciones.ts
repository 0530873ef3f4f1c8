import { openedLate } from '../demand/store-days.ts';
import { filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { zone } from '../stores/stores.ts';

/** The stores, and the distribution centres that serve them. */
export function ubicaciones({ from, until }: DemoPlan): string[] {
  const isStore = `tipo = 'tienda'`;
  const opened = `DATE '${from}' + CASE WHEN ${isStore} AND n = ${openedLate.store} THEN ${openedLate.day} ELSE 0 END`;
  const shared = 'id, nombre, region, ciudad, direccion, latitud, longitud, superficie, apertura, cierre';
  return filledTable(
    'ubicaciones',
    {
      id: ['VARCHAR', 'id'],
      codigo: ['VARCHAR', `CASE WHEN ${isStore} THEN 'T' ELSE 'C' END || right(id, 2)`],
      nombre: ['VARCHAR', 'nombre'],
      tipo: ['VARCHAR', 'tipo'],
      region: ['VARCHAR', 'region'],
      ciudad: ['VARCHAR', 'ciudad'],
      direccion: ['VARCHAR', 'direccion'],
      latitud: ['DECIMAL(10,6)', 'latitud'],
      longitud: ['DECIMAL(10,6)', 'longitud'],
      superficie_m2: ['DECIMAL(10,2)', 'superficie'],
      capacidad_almacenamiento_m3: [
        'DECIMAL(10,2)',
        `CASE WHEN ${isStore} THEN superficie // 4 ELSE superficie * 6 END`,
      ],
      capacidad_maxima_productos: ['INTEGER', 'superficie * 12'],
      horario_apertura: ['TIME', 'apertura'],
      horario_cierre: ['TIME', 'cierre'],
      dias_operacion: ['VARCHAR', `CASE WHEN ${isStore} THEN '1234567' ELSE '123456' END`],
      zona_horaria: ['VARCHAR', `'${zone}'`],
      dias_reposicion_promedio: ['INTEGER', `CASE WHEN ${isStore} THEN 3 + n % 4 ELSE 7 END`],
      factor_seguridad: ['DECIMAL(4,2)', `CASE WHEN ${isStore} THEN 1.5 ELSE 1.3 END`],
      activo: ['BOOLEAN', 'true'],
      created_at: ['TIMESTAMPTZ', at('08:00:00', opened)],
      updated_at: ['TIMESTAMPTZ', at('20:00:00', `DATE '${until}'`)],
    },
    'FROM place ORDER BY tipo DESC, id',
    `place AS (
       SELECT 'tienda' AS tipo, store_n AS n, ${shared} FROM store
       UNION ALL
       SELECT 'cedi', centre_n, ${shared} FROM distribution_centre)`,
  );
}
