import { scopeIncludes, type StoreScope } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';

interface NarrowStores {
  readonly ctx: Pick<OperationContext, 'db' | 'stores'>;
  /** The stores asked for; left out: all that the actor may see. */
  readonly input: { readonly stores?: readonly string[] | undefined };
}

/**
 * The stores that an answer is about: those asked for, or all that the actor may see. The one place where what is
 * asked for meets what may be seen.
 *
 * @throws InvalidInput UNKNOWN_STORE for each id that does not exist or that the actor may not see; which of the two
 * is not told
 */
export async function narrowStores({ ctx, input }: NarrowStores): Promise<StoreScope> {
  if (input.stores === undefined) return ctx.stores;
  const asked = [...new Set(input.stores)];
  const { rows } = await ctx.db.query<{ id: string }>('SELECT id FROM ubicaciones WHERE id = ANY ($1)', [asked]);
  const existing = new Set(rows.map(({ id }) => id));
  const unknown = asked.filter((id) => !existing.has(id) || !scopeIncludes(ctx.stores, id));
  if (unknown.length === 0) return asked;
  throw new InvalidInput(unknown.map((value) => ({ field: 'ubicacion_id', fault: 'UNKNOWN_STORE', value })));
}
