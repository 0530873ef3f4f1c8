import { createTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';

const columns = {
  id: 'VARCHAR',
  codigo_producto: 'VARCHAR',
  ubicacion_id: 'VARCHAR',
  fecha_calculo: 'DATE',
  clasificacion_abc_valor: 'VARCHAR',
  clasificacion_xyz: 'VARCHAR',
  matriz: 'VARCHAR',
  ranking_valor: 'INTEGER',
  valor_consumo_total: 'DECIMAL(18,4)',
  porcentaje_valor: 'DECIMAL(8,4)',
  porcentaje_acumulado: 'DECIMAL(8,4)',
  coeficiente_variacion: 'DECIMAL(12,4)',
  demanda_promedio_semanal: 'DECIMAL(12,4)',
};

const weeks = 12;
/** Calculations kept: one every thirteen weeks, the last one on the last day. */
const calculations = 4;

/**
 * Sales of the twelve weeks that end on `day` (SQL), classed within each group: by value, A up to 80 % of the running total
 * and B up to 95 % (what crosses a limit still counts to the better class); by the coefficient of variation of the
 * weekly quantities (population), X under 0.5, Y under 1, else Z. Returns are taken off; what sold nothing has no class.
 */
function classes(group: string, day: string): string {
  const keys = group === '' ? 'producto_id' : `${group}, producto_id`;
  const within = group === '' ? '' : `PARTITION BY ${group}`;
  return `SELECT ${keys}, value, total, running, quantity, ranking, sqrt(greatest((${weeks} * squares - quantity * quantity)::DOUBLE, 0)) / nullif(quantity, 0)::DOUBLE AS variation,
      CASE WHEN running - value < total * 0.80 THEN 'A' WHEN running - value < total * 0.95 THEN 'B' ELSE 'C' END AS abc,
      CASE WHEN quantity > 0 AND variation < 0.5 THEN 'X' WHEN quantity > 0 AND variation < 1 THEN 'Y' ELSE 'Z' END AS xyz
    FROM (SELECT *, row_number() OVER (${within} ORDER BY value DESC, producto_id) AS ranking, sum(value) OVER (${within} ORDER BY value DESC, producto_id) AS running, sum(value) OVER (${within}) AS total
      FROM (SELECT ${keys}, sum(week_value) AS value, sum(week_quantity) AS quantity, sum(week_quantity::DECIMAL(15,3) * week_quantity::DECIMAL(15,3)) AS squares
        FROM (SELECT ${keys}, (${day} - fecha) // 7 AS week, sum(monto_total) AS week_value, sum(cantidad) AS week_quantity FROM ventas_raw
          WHERE fecha > ${day} - ${weeks * 7} AND fecha <= ${day} GROUP BY ALL) GROUP BY ${keys} HAVING sum(week_value) > 0))`;
}

/** Working table `product_class` (the whole chain's classes on the last day), and the table productos_abc_v2_historico (each store's). */
export function abcHistorico({ until }: DemoPlan): string[] {
  const last = `DATE '${until}'`;
  return [
    `CREATE TEMP TABLE product_class AS SELECT producto_id, abc, xyz FROM (${classes('', last)})`,
    createTable('productos_abc_v2_historico', columns),
    ...Array.from({ length: calculations }, (_, index) => {
      const day = `(${last} - ${(calculations - 1 - index) * 13 * 7})`;
      return `INSERT INTO productos_abc_v2_historico BY NAME
        SELECT ubicacion_id || '-' || producto_id || '-' || strftime(${day}, '%Y%m%d') AS id, producto_id AS codigo_producto, ubicacion_id, ${day} AS fecha_calculo, abc AS clasificacion_abc_valor,
          xyz AS clasificacion_xyz, abc || xyz AS matriz, ranking AS ranking_valor, value AS valor_consumo_total, 100 * value::DOUBLE / total::DOUBLE AS porcentaje_valor,
          100 * running::DOUBLE / total::DOUBLE AS porcentaje_acumulado, variation AS coeficiente_variacion, quantity::DOUBLE / ${weeks} AS demanda_promedio_semanal
        FROM (${classes('ubicacion_id', day)}) ORDER BY ubicacion_id, ranking`;
    }),
  ];
}
