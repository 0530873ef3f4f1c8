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

function departmentFamilies(
  { categoria, grupo, margen, iva, refrigerado, marcas, familias }: Department,
  index: number,
): string {
  return `SELECT ${index} AS department_n, ${quoteLiteral(categoria)} AS categoria, ${quoteLiteral(grupo)} AS grupo, ${margen} AS margen, ${iva} AS iva, ${refrigerado} AS refrigerado,
    string_split(${quoteLiteral(marcas)}, ';') AS marcas, f.* FROM ${textTable(familias, familyColumns)} f`;
}

/** What a presentation holds, in grams, millilitres or pieces: '1,5 l' is 1500, '12 und' is 12, a kilogram 1000. */
function contentOf(presentation: string): string {
  return `(coalesce(nullif(replace(regexp_extract(${presentation}, '^[0-9,]+'), ',', '.'), '')::DECIMAL(9,2), 1)
    * CASE WHEN ${unitOf(presentation)} IN ('kg', 'l') THEN 1000 ELSE 1 END)`;
}

/** The unit of a presentation: kg, g, l, ml, und, tab, rollos, sobres. */
export function unitOf(presentation: string): string {
  return `regexp_extract(${presentation}, '[a-z]+$')`;
}

/**
 * Working tables `family` (one row a family of products) and `combination` (each of its variants in each presentation of
 * each brand: everything that the chain could carry).
 */
export function createFamilies(): string[] {
  return [
    `CREATE TEMP TABLE family AS
     SELECT row_number() OVER (ORDER BY department_n, linea)::INTEGER AS family_n, * EXCLUDE (linea, dias) REPLACE (ltrim(producto, '*') AS producto), starts_with(producto, '*') AS variant_is_name, try_cast(dias AS INTEGER) AS dias_vencimiento
     FROM (${departments.map(departmentFamilies).join('\nUNION ALL ')}) ORDER BY family_n`,
    `CREATE TEMP TABLE combination AS
     WITH variant AS (SELECT *, unnest(string_split(variantes, ';')) AS variante, unnest(generate_series(1, len(string_split(variantes, ';')))) AS variant_n FROM family),
          presented AS (SELECT *, unnest(string_split(presentaciones, ';')) AS presentacion,
            unnest(generate_series(1, len(string_split(presentaciones, ';')))) AS presentation_n FROM variant),
          branded AS (SELECT *, presentacion = 'kg' AS weighed, unnest(CASE WHEN presentacion = 'kg' THEN [NULL] ELSE marcas END) AS marca,
            unnest(generate_series(1, CASE WHEN presentacion = 'kg' THEN 1 ELSE len(marcas) END)) AS brand_n FROM presented)
     SELECT * EXCLUDE (marcas, variantes, presentaciones), ${contentOf('presentacion')} AS content,
       content::DOUBLE / ${contentOf(`split_part(presentaciones, ';', 1)`)}::DOUBLE AS relative_content
     FROM branded ORDER BY family_n, variant_n, presentation_n, brand_n`,
  ];
}
