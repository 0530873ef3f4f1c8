import type { AnonymousContext } from '../context.ts';
import { secretPrefixes } from '../secret.ts';

interface RevokeToken {
  readonly ctx: AnonymousContext;
  readonly input: {
    readonly id: string;
    /** Only one of this person; left out: whosever it is. */
    readonly userId?: string | undefined;
    /** What becomes of the browser sessions that were opened with it. */
    readonly sessions: 'end' | 'keep';
  };
}

const revokeSql = `
  UPDATE tokens SET revocado = now()
  WHERE id = $1 AND ($2::text IS NULL OR usuario_id = $2) AND starts_with(prefijo, $3) AND revocado IS NULL
  RETURNING id`;

/** A statement of its own, after the row above is locked: it sees every session that the token has opened. */
const endOpenedSql = `
  UPDATE tokens SET revocado = now() WHERE abierta_con = $1 AND ($2::text IS NULL OR usuario_id = $2) AND revocado IS NULL`;

/**
 * Ends an API token for good. The sessions end too where it may be in the wrong hands, and stay where it has only served its
 * purpose. Revoking what is revoked or unknown changes nothing.
 * @returns whether it was in force
 */
export async function revokeToken({ ctx, input }: RevokeToken): Promise<boolean> {
  const { id, userId = null, sessions } = input;
  const { rows } = await ctx.db.query(revokeSql, [id, userId, secretPrefixes.token]);
  if (sessions === 'end') await ctx.db.query(endOpenedSql, [id, userId]);
  return rows.length > 0;
}
