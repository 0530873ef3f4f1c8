import sql, { type Sql } from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { cell, countCell } from '../../cells.ts';
import { sumsByQuarter, sumsOfSums, ventasPorCuarto } from '../../rollups/index.ts';
import { inCurrency, sumsOfDaysIn } from '../currency.ts';
import { daysOf, linesOf, salesReads, takesWholeDays, type SalesFilter } from '../sales-filter.ts';
import { figures, type SalesFigures } from './figures.ts';

export interface SalesOfHour extends SalesFigures {
  /** The business date's ISO weekday: 1 is Monday, 7 is Sunday. */
  readonly dia_semana: number;
  /** The hour by the store's clock, 0 to 23; null: lines without an instant. */
  readonly hora: number | null;
}

/** What was sold in each hour of each weekday, in their order; hours by each store's own clock, summer time included. */
export const salesByHour: Question<SalesFilter, SalesOfHour> = {
  name: 'ventas por hora y día de la semana',
  reads: (filter) => [...salesReads(filter), { table: 'ubicaciones' }],
  rollups: [ventasPorCuarto],
  // Zones are looked up and clocks read for sums only: thousands of quarters of an hour, where there are millions of lines.
  sql: (filter) => sql`
    SELECT dia_semana, hora, ${sumsOfDaysIn(filter)}
    FROM (
      SELECT CAST(extract(isodow FROM fecha) AS INTEGER) AS dia_semana,
        CAST(extract(hour FROM to_timestamp(cuarto * 900) AT TIME ZONE zona_horaria) AS INTEGER) AS hora, sumado.*
      FROM (${inCurrency(filter, ['zona_horaria', 'cuarto'], byZone(filter))}) AS sumado) AS local
    GROUP BY dia_semana, hora
    ORDER BY dia_semana, hora NULLS LAST`,
  row: (raw) => {
    const hora = cell(raw, 'hora');
    return { dia_semana: countCell(raw, 'dia_semana'), hora: hora === null ? null : Number(hora), ...figures(raw) };
  },
};

function byZone(filter: SalesFilter): Sql {
  return sql`
    SELECT u.zona_horaria, c.fecha, c.cuarto, ${sumsOfSums}
    FROM ${quarters(filter)} AS c LEFT JOIN ubicaciones AS u ON u.id = c.ubicacion_id
    GROUP BY u.zona_horaria, c.fecha, c.cuarto`;
}

function quarters(filter: SalesFilter): Sql {
  return takesWholeDays(filter)
    ? sql`(SELECT * FROM ventas_por_cuarto WHERE ${daysOf(filter)})`
    : sql`(${sumsByQuarter(linesOf(filter))})`;
}
