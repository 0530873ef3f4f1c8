import sql, { raw, type Sql } from 'sql-template-tag';
import type { Rollup } from '../../base/index.ts';
import { lineSums } from './line-sums.ts';

/**
 * Sales lines added up by store, business day and quarter of an hour: `cuarto` counts those since 1970 in UTC, since every
 * zone's hours begin with one. It is null for lines without an instant.
 * @param lines what stands behind FROM: ventas_raw, or some of its lines
 */
export function sumsByQuarter(lines: Sql): Sql {
  return sql`
    SELECT ubicacion_id, fecha, CAST(floor(extract(epoch FROM fecha_hora) / 900) AS BIGINT) AS cuarto, ${lineSums}
    FROM ${lines}
    GROUP BY ubicacion_id, fecha, CAST(floor(extract(epoch FROM fecha_hora) / 900) AS BIGINT)`;
}

export const ventasPorCuarto: Rollup = {
  name: 'ventas_por_cuarto',
  of: 'ventas_raw',
  sql: (from) => sumsByQuarter(raw(from)).sql,
};
