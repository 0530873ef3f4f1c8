import type { AnonymousContext } from '../context.ts';
import { looksLikeSecret, secretHash } from '../secret.ts';

interface CloseSession {
  readonly ctx: AnonymousContext;
  readonly input: { readonly session: string };
}

/** Ends a browser session for good. One that ended already, or never was, is left as it is. */
export async function closeSession({ ctx, input }: CloseSession): Promise<void> {
  if (!looksLikeSecret('session', input.session)) return;
  await ctx.db.query('UPDATE tokens SET revocado = now() WHERE hash = $1 AND revocado IS NULL', [
    secretHash(input.session),
  ]);
}
