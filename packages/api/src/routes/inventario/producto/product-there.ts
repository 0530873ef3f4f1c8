import { InvalidInput, requireProducts } from '@fluxion/engine/operations';
import type { RequestContext } from '../../../context/request-context.ts';
import { RequestProblem } from '../../../problems/problem.ts';

/** The problem of an address whose product is not there. */
export function noSuchProduct(id: string, cause?: unknown): RequestProblem {
  return new RequestProblem('NOT_FOUND', { detail: `No hay ningún producto «${id}».`, cause });
}

/** @throws RequestProblem NOT_FOUND unless the product of the address exists */
export async function productThere(ctx: RequestContext, id: string): Promise<void> {
  await requireProducts({ ctx, input: { productIds: [id] } }).catch((error: unknown) => {
    throw error instanceof InvalidInput ? noSuchProduct(id, error) : error;
  });
}
