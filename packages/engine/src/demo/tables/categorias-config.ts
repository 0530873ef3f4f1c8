import { filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';

const columns = {
  id: 'VARCHAR',
  categoria: 'VARCHAR',
  subcategoria: 'VARCHAR',
  rotacion_objetivo: 'INTEGER',
  dias_cobertura_min: 'INTEGER',
  dias_cobertura_max: 'INTEGER',
  factor_seguridad: 'DECIMAL(4,2)',
  alerta_stock_bajo_porcentaje: 'DECIMAL(5,2)',
  alerta_vencimiento_dias: 'INTEGER',
  alerta_sin_movimiento_dias: 'INTEGER',
  frecuencia_revision_dias: 'INTEGER',
  lote_minimo_pedido: 'DECIMAL(12,4)',
  multiple_pedido: 'DECIMAL(12,4)',
  margen_minimo: 'DECIMAL(5,2)',
  margen_objetivo: 'DECIMAL(5,2)',
  margen_maximo: 'DECIMAL(5,2)',
  activo: 'BOOLEAN',
  created_at: 'TIMESTAMPTZ',
  updated_at: 'TIMESTAMPTZ',
};

/**
 * Working table `category`: every category, and every subcategory of one, with its id; NULL stands for the whole
 * category. And the table categorias_config: what keeps a few days only is covered for a few days only.
 */
export function categoriasConfig({ from, until }: DemoPlan): string[] {
  return [
    `CREATE TEMP TABLE category AS
     SELECT format('CAT_{:03d}', row_number() OVER (ORDER BY department_n, categoria, subcategoria NULLS FIRST)) AS id, *
     FROM (SELECT categoria, subcategoria, min(department_n) AS department_n, min(margen) AS margen, quantile_disc(coalesce(dias_vencimiento, 9999), 0.5) AS keeps
           FROM (SELECT categoria, subcategoria, department_n, margen, dias_vencimiento FROM family UNION ALL SELECT 'SIN CATEGORÍA', NULL, 99, 25, NULL)
           GROUP BY GROUPING SETS ((categoria), (categoria, subcategoria)) HAVING NOT (grouping(subcategoria) = 0 AND subcategoria IS NULL))`,
    ...filledTable(
      'categorias_config',
      columns,
      `SELECT id, categoria, subcategoria, CASE WHEN keeps <= 30 THEN 90 WHEN keeps <= 180 THEN 24 ELSE 12 END AS rotacion_objetivo,
         CASE WHEN keeps <= 30 THEN 2 ELSE 7 END AS dias_cobertura_min, CASE WHEN keeps <= 30 THEN least(keeps, 10) WHEN keeps <= 180 THEN 21 ELSE 30 END AS dias_cobertura_max,
         CASE WHEN keeps <= 30 THEN 1.1 ELSE 1.2 END AS factor_seguridad, 20 AS alerta_stock_bajo_porcentaje,
         CASE WHEN keeps <= 30 THEN 3 WHEN keeps <= 180 THEN 15 ELSE 30 END AS alerta_vencimiento_dias, CASE WHEN keeps <= 30 THEN 15 ELSE 60 END AS alerta_sin_movimiento_dias,
         CASE WHEN keeps <= 30 THEN 1 ELSE 7 END AS frecuencia_revision_dias, 1 AS lote_minimo_pedido, 1 AS multiple_pedido,
         margen - 6 AS margen_minimo, margen AS margen_objetivo, margen + 8 AS margen_maximo, true AS activo,
         ${at('08:00:00', `DATE '${from}'`)} AS created_at, ${at('20:00:00', `DATE '${until}'`)} AS updated_at
       FROM category ORDER BY id`,
    ),
  ];
}
