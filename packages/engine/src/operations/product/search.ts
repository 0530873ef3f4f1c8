import { foldSql, wordPatterns } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';
import { moneySql } from '../money-sql.ts';

/** A product of the catalogue; decimals are text. */
export interface Product {
  readonly id: string;
  readonly codigo: string;
  readonly codigo_barras: string | null;
  readonly descripcion: string;
  readonly categoria: string;
  readonly subcategoria: string | null;
  readonly marca: string | null;
  readonly presentacion: string | null;
  readonly unidad_medida: string | null;
  readonly unidades_por_bulto: string | null;
  readonly precio_sugerido: string | null;
  readonly activo: boolean;
}

interface SearchProducts {
  readonly ctx: OperationContext;
  readonly input: {
    /** Words that must all appear in codigo, codigo_barras or descripcion; no character is a wildcard. */
    readonly text?: string | undefined;
    readonly category?: string | undefined;
    /** The codigo after which the page begins. */
    readonly after?: string | undefined;
    readonly limit: number;
  };
}

const productsSql = `
  SELECT id, codigo, codigo_barras, descripcion, categoria, subcategoria, marca, presentacion, unidad_medida,
         trim_scale(unidades_por_bulto) AS unidades_por_bulto, ${moneySql('precio_sugerido')} AS precio_sugerido,
         activo IS NOT FALSE AS activo
  FROM productos
  CROSS JOIN LATERAL (SELECT concat_ws(' ', codigo, codigo_barras, descripcion) AS searched) AS text
  WHERE ($1::text IS NULL OR codigo > $1)
    AND ($2::text IS NULL OR categoria = $2)
    AND ($3::text[] = '{}' OR ${foldSql('searched')} LIKE ALL ($3))
  ORDER BY codigo
  LIMIT $4`;

/** The products found, by codigo. The catalogue belongs to the chain: it is the same for every actor. */
export async function searchProducts({ ctx, input }: SearchProducts): Promise<readonly Product[]> {
  const { rows } = await ctx.db.query<Product>(productsSql, [
    input.after ?? null,
    input.category ?? null,
    wordPatterns(input.text ?? ''),
    input.limit,
  ]);
  return rows;
}
