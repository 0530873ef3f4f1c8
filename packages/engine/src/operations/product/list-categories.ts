import type { OperationContext } from '../context.ts';

/** What products are grouped by. */
export interface Category {
  readonly categoria: string;
  readonly productos: number;
  /** Those that are neither inactive nor discontinued. */
  readonly productos_activos: number;
}

const categoriesSql = `
  SELECT categoria, count(*)::int AS productos,
    (count(*) FILTER (WHERE activo IS NOT FALSE AND discontinuado IS NOT TRUE))::int AS productos_activos
  FROM productos
  GROUP BY categoria
  ORDER BY lower(categoria), categoria COLLATE "C"`;

/** The categories of the catalogue, by name. They belong to the chain: they are the same for every actor. */
export async function listCategories({ ctx }: { readonly ctx: OperationContext }): Promise<readonly Category[]> {
  const { rows } = await ctx.db.query<Category>(categoriesSql);
  return rows;
}
