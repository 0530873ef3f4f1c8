import { unitOf } from '../catalogue/families.ts';
import { choice, filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';

const columns = {
  id: 'VARCHAR',
  codigo: 'VARCHAR',
  codigo_barras: 'VARCHAR',
  codigo_proveedor: 'VARCHAR',
  descripcion: 'VARCHAR',
  descripcion_corta: 'VARCHAR',
  categoria_id: 'VARCHAR',
  categoria: 'VARCHAR',
  subcategoria: 'VARCHAR',
  grupo: 'VARCHAR',
  linea: 'VARCHAR',
  marca: 'VARCHAR',
  fabricante: 'VARCHAR',
  presentacion: 'VARCHAR',
  peso_unidad: 'DECIMAL(10,4)',
  volumen_unidad: 'DECIMAL(10,4)',
  unidad_medida: 'VARCHAR',
  unidades_por_bulto: 'DECIMAL(12,4)',
  costo_promedio: 'DECIMAL(12,4)',
  precio_sugerido: 'DECIMAL(12,4)',
  margen_sugerido: 'DECIMAL(5,2)',
  dias_vencimiento: 'INTEGER',
  es_perecedero: 'BOOLEAN',
  requiere_refrigeracion: 'BOOLEAN',
  requiere_lote: 'BOOLEAN',
  estacionalidad: 'VARCHAR',
  patron_demanda: 'VARCHAR',
  abc_classification: 'VARCHAR',
  xyz_classification: 'VARCHAR',
  conjunto_sustituible: 'VARCHAR',
  es_lider_conjunto: 'BOOLEAN',
  activo: 'BOOLEAN',
  discontinuado: 'BOOLEAN',
  fecha_discontinuacion: 'DATE',
  es_provisional: 'BOOLEAN',
  created_at: 'TIMESTAMPTZ',
  updated_at: 'TIMESTAMPTZ',
};

/** The thirteenth digit of an EAN: SQL over twelve. */
function checkDigit(twelve: string): string {
  const digits = Array.from(
    { length: 12 },
    (_, index) => `${index % 2 === 0 ? 1 : 3} * substr(${twelve}, ${index + 1}, 1)::INTEGER`,
  );
  return `((10 - (${digits.join(' + ')}) % 10) % 10)`;
}

/** Products that can stand in for each other share a name of their set: the same thing in the same presentation, at least three of them. */
const setName = `CASE WHEN department_n >= 0 AND count(*) OVER (PARTITION BY producto, presentacion) >= 3 THEN producto || ' ' || presentacion END`;

/** The catalogue itself, with the classes that the sales gave, and the sets of substitutes that it falls into. */
export function productos({ from, until }: DemoPlan): string[] {
  return [
    ...filledTable(
      'productos',
      columns,
      `WITH grouped AS (SELECT *, ${setName} AS conjunto, '759100' || id AS twelve FROM product)
       SELECT g.id, g.id AS codigo, CASE WHEN fate <> 'placeholder' THEN twelve || ${checkDigit('twelve')}::VARCHAR END AS codigo_barras,
         CASE WHEN fate <> 'placeholder' THEN format('R{:05d}', ${choice(100_000, 'reference', 'g.id')}) END AS codigo_proveedor,
         descripcion, left(nombre, 40) AS descripcion_corta, c.id AS categoria_id, g.categoria, g.subcategoria,
         g.grupo,
         producto AS linea, marca, marca || ', C.A.' AS fabricante, presentacion,
         CASE WHEN ${unitOf('presentacion')} IN ('kg', 'g') THEN content END AS peso_unidad, CASE WHEN ${unitOf('presentacion')} IN ('l', 'ml') THEN content END AS volumen_unidad,
         CASE WHEN weighed THEN 'KG' ELSE 'UND' END AS unidad_medida, case_units AS unidades_por_bulto, cost4 * 0.0001 AS costo_promedio, list_price4 * 0.0001 AS precio_sugerido,
         100.0 - 100.0 * cost4 / list_price4 AS margen_sugerido, dias_vencimiento, coalesce(dias_vencimiento <= 30, false) AS es_perecedero, refrigerado AS requiere_refrigeracion,
         coalesce(g.categoria = 'Medicamentos' OR dias_vencimiento <= 30, false) AS requiere_lote, nullif(season, '-') AS estacionalidad, patron AS patron_demanda,
         abc AS abc_classification, xyz AS xyz_classification, conjunto AS conjunto_sustituible, conjunto IS NOT NULL AND row_number() OVER (PARTITION BY conjunto ORDER BY product_n) = 1 AS es_lider_conjunto,
         fate <> 'discontinued' AS activo, fate = 'discontinued' AS discontinuado, CASE WHEN fate = 'discontinued' THEN DATE '${from}' + 7 * last_week + 6 END AS fecha_discontinuacion,
         fate = 'placeholder' AS es_provisional, ${at('08:00:00', `DATE '${from}' + 7 * first_week`)} AS created_at, ${at('20:00:00', `DATE '${until}'`)} AS updated_at
       FROM grouped g JOIN price_now USING (product_n)
         LEFT JOIN category c ON c.categoria = g.categoria AND c.subcategoria IS NOT DISTINCT FROM g.subcategoria LEFT JOIN product_class k ON k.producto_id = g.id
       ORDER BY g.id`,
    ),
    ...filledTable(
      'conjuntos_sustituibles',
      { id: 'VARCHAR', nombre: 'VARCHAR', categoria: 'VARCHAR', tipo_conjunto: 'VARCHAR', activo: 'BOOLEAN' },
      `SELECT format('CONJ_{:04d}', row_number() OVER (ORDER BY nombre)) AS id, * FROM (SELECT conjunto_sustituible AS nombre, min(categoria) AS categoria, 'sustituibles' AS tipo_conjunto, true AS activo
         FROM productos WHERE conjunto_sustituible IS NOT NULL GROUP BY conjunto_sustituible) ORDER BY nombre`,
    ),
  ];
}
