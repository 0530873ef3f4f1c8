import type { AnonymousContext } from '../context.ts';
import { ensureLocalAdministrator } from '../user/ensure-local-administrator.ts';
import { createToken, type CreatedToken } from './create.ts';

interface CreateLocalToken {
  readonly ctx: AnonymousContext;
  readonly input: { readonly name: string; readonly validDays: number };
}

/**
 * Makes a token of the local administrator, and the administrator if there is none: whoever can reach the database may
 * do everything anyway.
 */
export async function createLocalToken({ ctx, input }: CreateLocalToken): Promise<CreatedToken> {
  const userId = await ensureLocalAdministrator({ ctx });
  return createToken({ ctx, input: { userId, ...input } });
}
