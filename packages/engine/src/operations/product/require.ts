import type { OperationContext } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';

interface RequireProduct {
  readonly ctx: OperationContext;
  readonly input: { readonly productId: string };
}

/**
 * Makes sure that a product exists.
 *
 * @throws InvalidInput UNKNOWN_PRODUCT if it does not
 */
export async function requireProduct({ ctx, input }: RequireProduct): Promise<void> {
  const { rows } = await ctx.db.query('SELECT FROM productos WHERE id = $1', [input.productId]);
  if (rows.length > 0) return;
  throw new InvalidInput([{ field: 'producto_id', fault: 'UNKNOWN_PRODUCT', value: input.productId }]);
}
