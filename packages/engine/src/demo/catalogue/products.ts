import { bits, cases, choice, uniform } from '../expressions.ts';
import { placeholderProducts, type DemoPlan } from '../plan.ts';
import { createFamilies } from './families.ts';

/** What tells one combination from another. */
const key = ['family_n', 'variant_n', 'presentation_n', 'brand_n'];
const keyOrder = key.join(', ');

/** Smaller is more popular: by chance, by the family, fresh goods first, first variants and presentations first. */
const score = `${uniform('popularity', ...key)} * (1 + 0.3 * (variant_n + presentation_n - 2))
  / (popularity * popularity * CASE WHEN weighed THEN 4 ELSE 1 END)`;

/** The first presentation's price, by content (larger ones are a little cheaper), brand and variant. */
const price = `precio::DOUBLE * (0.15 + 0.85 * relative_content) * (0.84 + 0.36 * ${uniform('brand', 'marca')})
  * (0.92 + 0.16 * ${uniform('variant', 'family_n', 'variante')})`;

/**
 * Working table `product`: the chain's catalogue. `product_n` is the rank by popularity, from 1; the placeholders follow
 * at the end. `weight` is the mean demand; prices and costs are whole ten-thousandths of a dollar at the beginning of the
 * data, and `price_step` the steps they are rounded to. A product sells from `first_week` to `last_week`.
 */
export function createProducts(plan: DemoPlan): string[] {
  return [...createFamilies(), ranking(plan), fates(plan), 'DROP TABLE ranked', placeholders(plan)];
}

/**
 * Families take turns until the catalogue is full. Core products come first, and none of them is seasonal: every store has
 * them on every day.
 */
function ranking({ products, coreProducts }: DemoPlan): string {
  return `CREATE TEMP TABLE ranked AS
    WITH turn AS (
      SELECT *, row_number() OVER (PARTITION BY family_n ORDER BY ${bits('turn', ...key)}, ${keyOrder}) AS round
      FROM combination),
    chosen AS (
      SELECT *, ${score} AS score FROM turn ORDER BY round, ${bits('family', 'family_n')}, family_n LIMIT ${products}),
    scored AS (
      SELECT *, season = '-' AND row_number() OVER (PARTITION BY season = '-' ORDER BY score, ${keyOrder}) <= ${coreProducts} AS core
      FROM chosen)
    SELECT *, row_number() OVER (ORDER BY core DESC, score, ${keyOrder})::INTEGER AS product_n,
      (100000 + row_number() OVER (ORDER BY ${keyOrder}))::VARCHAR AS id
    FROM scored`;
}

/** The demand falls with the rank as rank to the power of -1.5, flattened at the top: A is a sixth of the products. */
function fates({ products }: DemoPlan): string {
  const relativeRank = `(${products} / (product_n + ${products} / 40.0))`;
  const fate = cases(
    `'regular'`,
    ['core', `'regular'`],
    ['fate_n < 20', `'never sold'`],
    ['fate_n < 60', `'dead'`],
    ['fate_n < 85', `'discontinued'`],
    ['fate_n < 135', `'new'`],
  );
  const patron = cases(
    `'estable'`,
    [`season <> '-'`, `'estacional'`],
    ['core', `'estable'`],
    ['pattern_n < 18', `'errático'`],
    ['pattern_n < 45', `'variable'`],
  );
  return `CREATE TEMP TABLE product AS
    WITH dealt AS (
      SELECT *, ${price} AS price, CASE WHEN weighed OR price < 1 THEN 1 ELSE 100 END AS price_step,
        ${choice(1000, 'fate', 'id')} AS fate_n, ${choice(100, 'pattern', 'id')} AS pattern_n,
        ${choice(13, 'margin', 'id')} - 6 AS extra_margin, ${choice(8, 'case', 'id')} AS case_n, ${fate} AS fate, ${patron} AS patron
      FROM ranked)
    SELECT product_n, id, family_n, department_n, categoria, subcategoria, grupo, producto, variante, presentacion, marca,
      weighed, content, dias_vencimiento, refrigerado, iva, season, patron, fate, price_step,
      CASE WHEN variant_is_name THEN upper(left(variante, 1)) || substr(variante, 2)
        ELSE producto || ' ' || variante END AS nombre,
      concat_ws(' ', nombre, marca, presentacion) AS descripcion,
      (1000 * ${relativeRank} * sqrt(${relativeRank}))::BIGINT AS weight,
      (round(price * 10000 / price_step) * price_step)::INTEGER AS base_price4,
      (price * 100 * (100 - margen + extra_margin))::INTEGER AS base_cost4,
      (CASE WHEN weighed THEN 10 + 5 * (case_n % 3) ELSE [6, 12, 24, 12, 20, 10, 48, 1][1 + case_n] END)::INTEGER AS case_units,
      ${cases(0, [`fate = 'new'`, `8 + ${choice(42, 'start', 'id')}`])} AS first_week,
      ${cases(1000, [`fate = 'never sold'`, -1], [`fate IN ('dead', 'discontinued')`, `8 + ${choice(36, 'end', 'id')}`])} AS last_week
    FROM dealt ORDER BY product_n`;
}

/** Products that the tills sell although nobody has put them into the catalogue yet: most of them in the last weeks. */
function placeholders({ products }: DemoPlan): string {
  return `INSERT INTO product BY NAME
    SELECT (${products} + i)::INTEGER AS product_n, (900000 + i)::VARCHAR AS id, 'SIN CATALOGO ' || id AS descripcion,
      0 AS family_n, -1 AS department_n, 'SIN CATEGORIA' AS categoria, false AS weighed, 1 AS content, false AS refrigerado,
      16 AS iva, '-' AS season, 'errático' AS patron, 'placeholder' AS fate, 100 AS price_step, 4000 AS weight,
      1 AS case_units, (200 + ${choice(900, 'placeholder', 'i')}) * 100 AS base_price4, base_price4 * 3 // 4 AS base_cost4,
      40 + i AS first_week, 1000 AS last_week
    FROM range(1, ${placeholderProducts + 1}) r(i)`;
}
