import type { OperationContext } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';

interface RequireProducts {
  readonly ctx: Pick<OperationContext, 'db'>;
  readonly input: { readonly productIds: readonly string[] };
}

/**
 * Makes sure that products exist.
 *
 * @throws InvalidInput UNKNOWN_PRODUCT for each that does not
 */
export async function requireProducts({ ctx, input }: RequireProducts): Promise<void> {
  const asked = [...new Set(input.productIds)];
  const { rows } = await ctx.db.query<{ id: string }>('SELECT id FROM productos WHERE id = ANY ($1)', [asked]);
  const existing = new Set(rows.map(({ id }) => id));
  const unknown = asked.filter((id) => !existing.has(id));
  if (unknown.length === 0) return;
  throw new InvalidInput(unknown.map((value) => ({ field: 'producto_id', fault: 'UNKNOWN_PRODUCT', value })));
}

/** Makes sure that a product exists. @throws InvalidInput UNKNOWN_PRODUCT */
export function requireProduct({ ctx, input }: { ctx: RequireProducts['ctx']; input: { readonly productId: string } }) {
  return requireProducts({ ctx, input: { productIds: [input.productId] } });
}
