import type { AnonymousContext } from '../context.ts';
import { secretPrefixes } from '../secret.ts';

interface RevokeToken {
  readonly ctx: AnonymousContext;
  readonly input: { readonly id: string };
}

/** Ends the token, and the browser sessions of its person: one of them may have been opened with it. */
const revokeSql = `
  UPDATE tokens AS t
  SET revocado = now()
  FROM tokens AS revoked
  WHERE revoked.id = $1
    AND (t.id = revoked.id OR (t.usuario_id = revoked.usuario_id AND starts_with(t.prefijo, $2)))
    AND t.revocado IS NULL`;

/** Ends an API token, and the sessions of its person, for good. Revoking what is revoked or unknown changes nothing. */
export async function revokeToken({ ctx, input }: RevokeToken): Promise<void> {
  await ctx.db.query(revokeSql, [input.id, secretPrefixes.session]);
}
