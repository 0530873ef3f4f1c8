import { createTable, fillTable, type FilledColumns } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';

const weeks = 12;

/** Calculations kept: one every thirteen weeks, the last one on the last day. */
const calculations = 4;

/**
 * Sales of the twelve weeks that end on `day` (SQL), classed within each group: by value, A up to 80 % of the running total
 * and B up to 95 % (what crosses a limit still counts to the better class); by the coefficient of variation of the
 * weekly quantities (population), X under 0.5, Y under 1, else Z. Returns are taken off; what sold nothing has no class.
 */
function classes(group: string | undefined, day: string): string {
  const keys = group === undefined ? 'producto_id' : `${group}, producto_id`;
  const within = group === undefined ? '' : `PARTITION BY ${group}`;
  const byValue = `(${within} ORDER BY value DESC, producto_id)`;
  // n times the sum of squares less the squared sum is n squared times the variance, and exact.
  const deviation = `sqrt(greatest((${weeks} * squares - quantity * quantity)::DOUBLE, 0))`;
  return `week AS (
      SELECT ${keys}, (${day} - fecha) // 7 AS week, sum(monto_total) AS week_value, sum(cantidad)::DECIMAL(15,3) AS week_quantity
      FROM ventas_raw WHERE fecha > ${day} - ${weeks * 7} AND fecha <= ${day} GROUP BY ALL),
    product_sales AS (
      SELECT ${keys}, sum(week_value) AS value, sum(week_quantity) AS quantity, sum(week_quantity * week_quantity) AS squares
      FROM week GROUP BY ${keys} HAVING sum(week_value) > 0),
    ranked AS (
      SELECT *, row_number() OVER ${byValue} AS ranking, sum(value) OVER ${byValue} AS running, sum(value) OVER (${within}) AS total,
        ${deviation} / nullif(quantity, 0)::DOUBLE AS variation
      FROM product_sales),
    classed AS (
      SELECT *,
        CASE WHEN running - value < total * 0.80 THEN 'A' WHEN running - value < total * 0.95 THEN 'B' ELSE 'C' END AS abc,
        CASE WHEN quantity > 0 AND variation < 0.5 THEN 'X' WHEN quantity > 0 AND variation < 1 THEN 'Y' ELSE 'Z' END AS xyz
      FROM ranked)`;
}

function columns(day: string): FilledColumns {
  return {
    id: ['VARCHAR', `ubicacion_id || '-' || producto_id || '-' || strftime(${day}, '%Y%m%d')`],
    codigo_producto: ['VARCHAR', 'producto_id'],
    ubicacion_id: ['VARCHAR', 'ubicacion_id'],
    fecha_calculo: ['DATE', day],
    clasificacion_abc_valor: ['VARCHAR', 'abc'],
    clasificacion_xyz: ['VARCHAR', 'xyz'],
    matriz: ['VARCHAR', 'abc || xyz'],
    ranking_valor: ['INTEGER', 'ranking'],
    valor_consumo_total: ['DECIMAL(18,4)', 'value'],
    porcentaje_valor: ['DECIMAL(8,4)', '100 * value::DOUBLE / total::DOUBLE'],
    porcentaje_acumulado: ['DECIMAL(8,4)', '100 * running::DOUBLE / total::DOUBLE'],
    coeficiente_variacion: ['DECIMAL(12,4)', 'variation'],
    demanda_promedio_semanal: ['DECIMAL(12,4)', `quantity::DOUBLE / ${weeks}`],
  };
}

/** Working table `product_class` (the whole chain's classes on the last day), and productos_abc_v2_historico (each store's). */
export function abcHistorico({ until }: DemoPlan): string[] {
  const table = 'productos_abc_v2_historico';
  const last = `DATE '${until}'`;
  const days = Array.from({ length: calculations }, (_, index) => `(${last} - ${(calculations - 1 - index) * 13 * 7})`);
  return [
    `CREATE TEMP TABLE product_class AS WITH ${classes(undefined, last)} SELECT producto_id, abc, xyz FROM classed`,
    createTable(table, columns(last)),
    ...days.map((day) =>
      fillTable(table, columns(day), 'FROM classed ORDER BY ubicacion_id, ranking', classes('ubicacion_id', day)),
    ),
  ];
}
