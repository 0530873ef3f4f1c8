import sql, { raw, type Sql } from 'sql-template-tag';
import { wordExpressions, type Batch } from '../../base/index.ts';
import type { OperationContext, StreamingContext } from '../context.ts';
import { rowsOf, streamOf } from '../listing.ts';
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

interface ProductsInput {
  /** Words that must all appear in codigo, codigo_barras or descripcion; no character is a wildcard. */
  readonly text?: string | undefined;
  readonly category?: string | undefined;
  /** The codigo after which the page begins. */
  readonly after?: string | undefined;
}

/** SQL of the text that products are searched in. */
export const searchedSql = `concat_ws(' ', codigo, codigo_barras, descripcion)`;

/** The columns of a `Product`. */
export const productColumns = raw(`
  id, codigo, codigo_barras, descripcion, categoria, subcategoria, marca, presentacion, unidad_medida,
  trim_scale(unidades_por_bulto) AS unidades_por_bulto, ${moneySql('precio_sugerido')} AS precio_sugerido,
  activo IS NOT FALSE AS activo`);

function productsSql({ text = '', category, after }: ProductsInput, limit: number | null): Sql {
  const words = wordExpressions(text);
  return sql`
    SELECT ${productColumns}
    FROM productos
    WHERE (${after ?? null}::text IS NULL OR codigo > ${after ?? null})
      AND (${category ?? null}::text IS NULL OR categoria = ${category ?? null})
      AND (${words}::text[] = '{}' OR ${raw(searchedSql)} ~ ALL (${words}))
    ORDER BY codigo
    LIMIT ${limit}`;
}

interface SearchProducts {
  readonly ctx: OperationContext;
  readonly input: ProductsInput & { readonly limit: number };
}

/** The products found, by codigo. The catalogue belongs to the chain: it is the same for every actor. */
export async function searchProducts({ ctx, input }: SearchProducts): Promise<readonly Product[]> {
  return rowsOf<Product>(ctx, productsSql(input, input.limit));
}

interface StreamProducts {
  readonly ctx: StreamingContext;
  /** Of a product, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: ProductsInput;
}

/** All that `searchProducts` would find, of one snapshot. */
export function streamProducts({ ctx, columns, input }: StreamProducts): AsyncIterable<Batch> {
  return streamOf(ctx, productsSql(input, null), columns);
}
