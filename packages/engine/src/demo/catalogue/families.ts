import { quoteLiteral } from '../../base/index.ts';
import { textTable } from '../expressions.ts';
import type { Department } from './department.ts';
import { departments } from './departments.ts';

const familyColumns = {
  subcategoria: 'VARCHAR',
  producto: 'VARCHAR',
  precio: 'DECIMAL(9,2)',
  dias: 'VARCHAR',
  season: 'VARCHAR',
  popularity: 'INTEGER',
  variantes: 'VARCHAR',
  presentaciones: 'VARCHAR',
};

function departmentFamilies(department: Department, index: number): string {
  const { categoria, grupo, margen, iva, refrigerado, marcas, familias } = department;
  return `SELECT ${index} AS department_n, ${quoteLiteral(categoria)} AS categoria, ${quoteLiteral(grupo)} AS grupo,
      ${margen} AS margen, ${iva} AS iva, ${refrigerado} AS refrigerado, string_split(${quoteLiteral(marcas)}, ';') AS marcas, f.*
    FROM ${textTable(familias, familyColumns)} f`;
}

/** What a presentation holds, in grams, millilitres or pieces: '1,5 l' is 1500, '12 und' is 12, a kilogram 1000. */
function contentOf(presentation: string): string {
  const digits = `replace(regexp_extract(${presentation}, '^[0-9,]+'), ',', '.')`;
  return `(coalesce(nullif(${digits}, '')::DECIMAL(9,2), 1)
    * CASE WHEN ${unitOf(presentation)} IN ('kg', 'l') THEN 1000 ELSE 1 END)`;
}

/** The unit of a presentation: kg, g, l, ml, und, tab, rollos, sobres. */
export function unitOf(presentation: string): string {
  return `regexp_extract(${presentation}, '[a-z]+$')`;
}

/** The parts of a list and their numbers from 1, each part a row: two expressions of a SELECT list. */
function numbered(parts: string, name: string, number: string): string {
  return `unnest(${parts}) AS ${name}, unnest(generate_series(1, len(${parts}))) AS ${number}`;
}

/**
 * Working tables `family` (one row a family of products) and `combination` (each of its variants in each presentation of
 * each brand: everything that the chain could carry).
 */
export function createFamilies(): string[] {
  return [
    `CREATE TEMP TABLE family AS
     SELECT row_number() OVER (ORDER BY department_n, linea)::INTEGER AS family_n, * EXCLUDE (linea, dias)
         REPLACE (ltrim(producto, '*') AS producto),
       starts_with(producto, '*') AS variant_is_name, try_cast(dias AS INTEGER) AS dias_vencimiento
     FROM (${departments.map(departmentFamilies).join('\nUNION ALL\n')}) ORDER BY family_n`,
    `CREATE TEMP TABLE combination AS
     WITH variant AS (SELECT *, ${numbered(`string_split(variantes, ';')`, 'variante', 'variant_n')} FROM family),
     presented AS (
       SELECT *, ${numbered(`string_split(presentaciones, ';')`, 'presentacion', 'presentation_n')} FROM variant),
     supplied AS (
       SELECT * REPLACE (CASE WHEN presentacion = 'kg' THEN [NULL] ELSE marcas END AS marcas), presentacion = 'kg' AS weighed
       FROM presented),
     branded AS (SELECT *, ${numbered('marcas', 'marca', 'brand_n')} FROM supplied)
     SELECT * EXCLUDE (marcas, variantes, presentaciones), ${contentOf('presentacion')} AS content,
       content::DOUBLE / ${contentOf(`split_part(presentaciones, ';', 1)`)}::DOUBLE AS relative_content
     FROM branded ORDER BY family_n, variant_n, presentation_n, brand_n`,
  ];
}
