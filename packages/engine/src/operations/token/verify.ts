import { findPrincipal, type Principal } from '../principal.ts';
import type { AnonymousContext } from '../context.ts';

interface VerifyToken {
  readonly ctx: AnonymousContext;
  readonly input: { readonly token: string };
}

/** Whose API token this is and what that person may see; undefined if it is unknown, expired or revoked, or its person inactive. */
export async function verifyToken({ ctx, input }: VerifyToken): Promise<Principal | undefined> {
  return findPrincipal(ctx.db, 'token', input.token);
}
