import { unitOf } from '../catalogue/families.ts';
import { choice, filledTable } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';

/** The thirteenth digit of an EAN: SQL over the twelve before it. */
function checkDigit(twelve: string): string {
  const digits = Array.from({ length: 12 }, (_, index) => {
    const weight = index % 2 === 0 ? 1 : 3;
    return `${weight} * substr(${twelve}, ${index + 1}, 1)::INTEGER`;
  });
  return `((10 - (${digits.join(' + ')}) % 10) % 10)`;
}

/** Products that can stand in for each other share the name of a set: the same thing in the same presentation. */
const setName = `CASE WHEN department_n >= 0 AND count(*) OVER (PARTITION BY producto, presentacion) >= 2
  THEN producto || ' ' || presentacion END`;

const perishable = 'coalesce(dias_vencimiento <= 30, false)';

/** The catalogue itself, with the classes that the sales gave, and the sets of substitutes that it falls into. */
export function productos({ from, until }: DemoPlan): string[] {
  return [
    ...filledTable(
      'productos',
      {
        id: ['VARCHAR', 'g.id'],
        codigo: ['VARCHAR', 'g.id'],
        codigo_barras: ['VARCHAR', `CASE WHEN fate <> 'placeholder' THEN twelve || ${checkDigit('twelve')} END`],
        codigo_proveedor: [
          'VARCHAR',
          `CASE WHEN fate <> 'placeholder' THEN format('R{:05d}', ${choice(100_000, 'reference', 'g.id')}) END`,
        ],
        descripcion: ['VARCHAR', 'descripcion'],
        descripcion_corta: ['VARCHAR', 'left(nombre, 40)'],
        categoria_id: ['VARCHAR', 'c.id'],
        categoria: ['VARCHAR', 'g.categoria'],
        subcategoria: ['VARCHAR', 'g.subcategoria'],
        grupo: ['VARCHAR', 'g.grupo'],
        linea: ['VARCHAR', 'producto'],
        marca: ['VARCHAR', 'marca'],
        fabricante: ['VARCHAR', `marca || ', C.A.'`],
        presentacion: ['VARCHAR', 'presentacion'],
        peso_unidad: ['DECIMAL(10,4)', `CASE WHEN ${unitOf('presentacion')} IN ('kg', 'g') THEN content END`],
        volumen_unidad: ['DECIMAL(10,4)', `CASE WHEN ${unitOf('presentacion')} IN ('l', 'ml') THEN content END`],
        unidad_medida: ['VARCHAR', `CASE WHEN weighed THEN 'KG' ELSE 'UND' END`],
        unidades_por_bulto: ['DECIMAL(12,4)', 'case_units'],
        costo_promedio: ['DECIMAL(12,4)', 'cost4 * 0.0001'],
        precio_sugerido: ['DECIMAL(12,4)', 'list_price4 * 0.0001'],
        margen_sugerido: ['DECIMAL(5,2)', '100.0 - 100.0 * cost4 / list_price4'],
        dias_vencimiento: ['INTEGER', 'dias_vencimiento'],
        es_perecedero: ['BOOLEAN', perishable],
        requiere_refrigeracion: ['BOOLEAN', 'refrigerado'],
        requiere_lote: ['BOOLEAN', `g.categoria = 'Medicamentos' OR ${perishable}`],
        estacionalidad: ['VARCHAR', `nullif(season, '-')`],
        patron_demanda: ['VARCHAR', 'patron'],
        abc_classification: ['VARCHAR', 'abc'],
        xyz_classification: ['VARCHAR', 'xyz'],
        conjunto_sustituible: ['VARCHAR', 'conjunto'],
        es_lider_conjunto: [
          'BOOLEAN',
          'conjunto IS NOT NULL AND row_number() OVER (PARTITION BY conjunto ORDER BY product_n) = 1',
        ],
        activo: ['BOOLEAN', `fate <> 'discontinued'`],
        discontinuado: ['BOOLEAN', `fate = 'discontinued'`],
        fecha_discontinuacion: ['DATE', `CASE WHEN fate = 'discontinued' THEN DATE '${from}' + 7 * last_week + 6 END`],
        es_provisional: ['BOOLEAN', `fate = 'placeholder'`],
        created_at: ['TIMESTAMPTZ', at('08:00:00', `DATE '${from}' + 7 * first_week`)],
        updated_at: ['TIMESTAMPTZ', at('20:00:00', `DATE '${until}'`)],
      },
      `FROM grouped g
       JOIN price_now USING (product_n)
       LEFT JOIN category c ON c.categoria = g.categoria AND c.subcategoria IS NOT DISTINCT FROM g.subcategoria
       LEFT JOIN product_class k ON k.producto_id = g.id
       ORDER BY g.id`,
      `grouped AS (SELECT *, ${setName} AS conjunto, '759100' || id AS twelve FROM product)`,
    ),
    ...filledTable(
      'conjuntos_sustituibles',
      {
        id: ['VARCHAR', `format('CONJ_{:04d}', row_number() OVER (ORDER BY nombre))`],
        nombre: ['VARCHAR', 'nombre'],
        categoria: ['VARCHAR', 'categoria'],
        tipo_conjunto: ['VARCHAR', `'sustituibles'`],
        activo: ['BOOLEAN', 'true'],
      },
      'FROM named ORDER BY nombre',
      `named AS (
         SELECT conjunto_sustituible AS nombre, min(categoria) AS categoria FROM productos
         WHERE conjunto_sustituible IS NOT NULL GROUP BY conjunto_sustituible)`,
    ),
  ];
}
