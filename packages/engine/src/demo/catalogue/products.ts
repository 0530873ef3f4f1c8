import { bits, choice, uniform } from '../expressions.ts';
import { placeholderProducts, type DemoPlan } from '../plan.ts';
import { createFamilies } from './families.ts';

const key = ['family_n', 'variant_n', 'presentation_n', 'brand_n'];

/**
 * Working table `product`: the chain's catalogue. `product_n` is the rank by popularity, from 1; the placeholders follow
 * at the end. `weight` is the mean demand; prices and costs are whole ten-thousandths of a dollar at the beginning of the
 * data, and `price_step` the steps they are rounded to. A product sells from `first_week` to `last_week`.
 */
export function createProducts(plan: DemoPlan): string[] {
  return [...createFamilies(), chosenProducts(plan), placeholders(plan)];
}

/** Families take turns until the catalogue is full; then popularity and the fates of products are dealt out. */
function chosenProducts({ products, coreProducts }: DemoPlan): string {
  const score = `${uniform('popularity', ...key)} * (1 + 0.3 * (variant_n + presentation_n - 2)) / (popularity * popularity * CASE WHEN weighed THEN 4 ELSE 1 END)`;
  const relativeRank = `(${products} / (product_n + ${products} / 40.0))`;
  const price = `precio::DOUBLE * (0.15 + 0.85 * relative_content) * (0.84 + 0.36 * ${uniform('brand', 'marca')}) * (0.92 + 0.16 * ${uniform('variant', 'family_n', 'variante')})`;
  return `CREATE TEMP TABLE product AS
    WITH turn AS (SELECT *, row_number() OVER (PARTITION BY family_n ORDER BY ${bits('turn', ...key)}, ${key.join(', ')}) AS round FROM combination),
         chosen AS (SELECT * FROM turn ORDER BY round, ${bits('family', 'family_n')}, family_n LIMIT ${products}),
         scored AS (SELECT *, ${score} AS score, season = '-' AND row_number() OVER (PARTITION BY season = '-' ORDER BY score, ${key.join(', ')}) <= ${coreProducts} AS core FROM chosen),
         ranked AS (SELECT *, row_number() OVER (ORDER BY core DESC, score, ${key.join(', ')})::INTEGER AS product_n,
            (100000 + row_number() OVER (ORDER BY ${key.join(', ')}))::VARCHAR AS id, ${price} AS price FROM scored),
         dealt AS (SELECT *, ${choice(1000, 'fate', 'id')} AS fate_n, ${choice(100, 'pattern', 'id')} AS pattern_n,
            ${choice(36, 'end', 'id')} AS end_n, ${choice(42, 'start', 'id')} AS start_n, ${choice(13, 'margin', 'id')} AS margin_n, ${choice(8, 'case', 'id')} AS case_n FROM ranked),
         fated AS (SELECT *, CASE WHEN core THEN 'regular' WHEN fate_n < 20 THEN 'never sold' WHEN fate_n < 60 THEN 'dead'
              WHEN fate_n < 85 THEN 'discontinued' WHEN fate_n < 135 THEN 'new' ELSE 'regular' END AS fate,
            CASE WHEN season <> '-' THEN 'estacional' WHEN core THEN 'estable' WHEN pattern_n < 18 THEN 'errático' WHEN pattern_n < 45 THEN 'variable' ELSE 'estable' END AS patron,
            CASE WHEN weighed OR price < 1 THEN 1 ELSE 100 END AS price_step FROM dealt)
    SELECT product_n, id, family_n, department_n, categoria, subcategoria, producto, variante, presentacion, marca, weighed, content, dias_vencimiento,
      refrigerado, iva, margen, season, patron, fate, price_step, variant_n, presentation_n,
      CASE WHEN variant_is_name THEN upper(left(variante, 1)) || substr(variante, 2) ELSE producto || ' ' || variante END AS nombre,
      concat_ws(' ', nombre, marca, presentacion) AS descripcion, grupo,
      (1000 * ${relativeRank} * sqrt(${relativeRank}))::BIGINT AS weight,
      (round(price * 10000 / price_step) * price_step)::INTEGER AS base_price4,
      (price * 100 * (100 - margen - 6 + margin_n))::INTEGER AS base_cost4,
      (CASE WHEN weighed THEN 10 + 5 * (case_n % 3) ELSE [6, 12, 24, 12, 20, 10, 48, 1][1 + case_n] END)::INTEGER AS case_units,
      CASE WHEN fate = 'new' THEN 8 + start_n ELSE 0 END AS first_week,
      CASE WHEN fate = 'never sold' THEN -1 WHEN fate IN ('dead', 'discontinued') THEN 8 + end_n ELSE 1000 END AS last_week
    FROM fated ORDER BY product_n`;
}

/** Products that the tills sell although nobody has put them into the catalogue yet: most of them in the last weeks. */
function placeholders({ products }: DemoPlan): string {
  return `INSERT INTO product BY NAME
    SELECT (${products} + i)::INTEGER AS product_n, (900000 + i)::VARCHAR AS id, 0 AS family_n, -1 AS department_n, 'SIN CATEGORIA' AS categoria,
      false AS weighed, 1 AS content, false AS refrigerado, 16 AS iva, 25 AS margen, '-' AS season, 'errático' AS patron, 'placeholder' AS fate,
      100 AS price_step, 1 AS variant_n, 1 AS presentation_n, 'SIN CATALOGO ' || id AS descripcion, 4000 AS weight, 1 AS case_units,
      (200 + ${choice(900, 'placeholder', 'i')}) * 100 AS base_price4, base_price4 * 3 // 4 AS base_cost4, 40 + i AS first_week, 1000 AS last_week
    FROM range(1, ${placeholderProducts + 1}) r(i)`;
}
