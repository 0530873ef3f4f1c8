import type { AnonymousContext } from '../context.ts';
import { secretPrefixes } from '../secret.ts';

interface RevokeToken {
  readonly ctx: AnonymousContext;
  readonly input: {
    readonly id: string;
    /** What becomes of the browser sessions of its person, one of which may have been opened with it. */
    readonly sessions: 'end' | 'keep';
  };
}

const revokeSql = `
  UPDATE tokens AS t
  SET revocado = now()
  FROM tokens AS revoked
  WHERE revoked.id = $1
    AND (t.id = revoked.id OR ($3 AND t.usuario_id = revoked.usuario_id AND starts_with(t.prefijo, $2)))
    AND t.revocado IS NULL`;

/**
 * Ends an API token for good. The sessions end too where it may be in the wrong hands, and stay where it has only
 * served its purpose. Revoking what is revoked or unknown changes nothing.
 */
export async function revokeToken({ ctx, input }: RevokeToken): Promise<void> {
  await ctx.db.query(revokeSql, [input.id, secretPrefixes.session, input.sessions === 'end']);
}
