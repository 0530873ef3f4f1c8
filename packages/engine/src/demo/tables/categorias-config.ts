import { filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';

/**
 * Working table `category`: every category, and every subcategory of one, with its id; NULL stands for the whole
 * category. `keeps` is the median of the days until expiry, 9999 for never.
 */
const createCategories = `CREATE TEMP TABLE category AS
  WITH known AS (
    SELECT categoria, subcategoria, department_n, margen, coalesce(dias_vencimiento, 9999) AS days FROM family
    UNION ALL
    SELECT 'SIN CATEGORIA', NULL, 99, 25, 9999),
  grouped AS (
    SELECT categoria, subcategoria, min(department_n) AS place, min(margen) AS margen, quantile_disc(days, 0.5) AS keeps
    FROM known
    GROUP BY GROUPING SETS ((categoria), (categoria, subcategoria))
    HAVING NOT (grouping(subcategoria) = 0 AND subcategoria IS NULL))
  SELECT format('CAT_{:03d}', row_number() OVER (ORDER BY place, categoria, subcategoria NULLS FIRST)) AS id,
    categoria, subcategoria, margen, keeps
  FROM grouped`;

/** A value for what keeps a month, half a year, and longer: SQL. */
function byShelfLife(month: number | string, halfYear: number | string, longer: number | string): string {
  return `CASE WHEN keeps <= 30 THEN ${month} WHEN keeps <= 180 THEN ${halfYear} ELSE ${longer} END`;
}

/** How many days before it expires a category's goods raise an alert: SQL over `keeps`. */
export const expiryAlertDays = byShelfLife('least(3, keeps // 4)', 15, 30);

/** The table categorias_config: what keeps for a few days only is covered for a few days only. */
export function categoriasConfig({ from, until }: DemoPlan): string[] {
  return [
    createCategories,
    ...filledTable(
      'categorias_config',
      {
        id: ['VARCHAR', 'id'],
        categoria: ['VARCHAR', 'categoria'],
        subcategoria: ['VARCHAR', 'subcategoria'],
        rotacion_objetivo: ['INTEGER', byShelfLife(90, 24, 12)],
        dias_cobertura_min: ['INTEGER', byShelfLife(2, 7, 7)],
        dias_cobertura_max: ['INTEGER', byShelfLife('least(keeps, 10)', 21, 30)],
        factor_seguridad: ['DECIMAL(4,2)', byShelfLife(1.1, 1.2, 1.2)],
        alerta_stock_bajo_porcentaje: ['DECIMAL(5,2)', '20'],
        alerta_vencimiento_dias: ['INTEGER', expiryAlertDays],
        alerta_sin_movimiento_dias: ['INTEGER', byShelfLife(15, 60, 60)],
        frecuencia_revision_dias: ['INTEGER', byShelfLife(1, 7, 7)],
        lote_minimo_pedido: ['DECIMAL(12,4)', '1'],
        multiple_pedido: ['DECIMAL(12,4)', '1'],
        margen_minimo: ['DECIMAL(5,2)', 'margen - 6'],
        margen_objetivo: ['DECIMAL(5,2)', 'margen'],
        margen_maximo: ['DECIMAL(5,2)', 'margen + 8'],
        activo: ['BOOLEAN', 'true'],
        created_at: ['TIMESTAMPTZ', at('08:00:00', `DATE '${from}'`)],
        updated_at: ['TIMESTAMPTZ', at('20:00:00', `DATE '${until}'`)],
      },
      'FROM category ORDER BY id',
    ),
  ];
}
