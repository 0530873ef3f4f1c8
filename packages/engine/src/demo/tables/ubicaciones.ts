import { filledTable } from '../expressions.ts';
import { openedLate } from '../demand/store-days.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';
import { zone } from '../stores/stores.ts';

const columns = {
  id: 'VARCHAR',
  codigo: 'VARCHAR',
  nombre: 'VARCHAR',
  tipo: 'VARCHAR',
  region: 'VARCHAR',
  ciudad: 'VARCHAR',
  direccion: 'VARCHAR',
  latitud: 'DECIMAL(10,6)',
  longitud: 'DECIMAL(10,6)',
  superficie_m2: 'DECIMAL(10,2)',
  capacidad_almacenamiento_m3: 'DECIMAL(10,2)',
  capacidad_maxima_productos: 'INTEGER',
  horario_apertura: 'TIME',
  horario_cierre: 'TIME',
  dias_operacion: 'VARCHAR',
  zona_horaria: 'VARCHAR',
  dias_reposicion_promedio: 'INTEGER',
  factor_seguridad: 'DECIMAL(4,2)',
  activo: 'BOOLEAN',
  created_at: 'TIMESTAMPTZ',
  updated_at: 'TIMESTAMPTZ',
};

export function ubicaciones({ from, until }: DemoPlan): string[] {
  const shared = `nombre, region, ciudad, direccion, latitud, longitud, superficie AS superficie_m2, apertura AS horario_apertura,
    cierre AS horario_cierre, '${zone}' AS zona_horaria, true AS activo, ${at('20:00:00', `DATE '${until}'`)} AS updated_at`;
  return filledTable(
    'ubicaciones',
    columns,
    `SELECT id, format('T{:02d}', store_n) AS codigo, 'tienda' AS tipo, ${shared}, superficie // 4 AS capacidad_almacenamiento_m3, superficie * 12 AS capacidad_maxima_productos,
       '1234567' AS dias_operacion, 3 + store_n % 4 AS dias_reposicion_promedio, 1.5 AS factor_seguridad,
       ${at('08:00:00', `DATE '${from}' + CASE WHEN store_n = ${openedLate.store} THEN ${openedLate.day} ELSE 0 END`)} AS created_at FROM store
     UNION ALL BY NAME
     SELECT id, format('C{:02d}', centre_n) AS codigo, 'cedi' AS tipo, ${shared}, superficie * 6 AS capacidad_almacenamiento_m3, superficie * 10 AS capacidad_maxima_productos,
       '123456' AS dias_operacion, 7 AS dias_reposicion_promedio, 1.3 AS factor_seguridad, ${at('08:00:00', `DATE '${from}'`)} AS created_at FROM distribution_centre
     ORDER BY tipo DESC, id`,
  );
}
