import type { AnonymousContext } from '../context.ts';
import { findPrincipal, type Principal } from '../principal.ts';

interface FindSession {
  readonly ctx: AnonymousContext;
  readonly input: { readonly session: string };
}

/** Whose browser session this is; undefined if it ended, or never was. */
export async function findSession({ ctx, input }: FindSession): Promise<Principal | undefined> {
  return findPrincipal(ctx.db, 'session', input.session);
}
