import type { AnonymousContext } from '../context.ts';
import { looksLikeSecret, newSecret, secretHash, secretLabel } from '../secret.ts';
import { forgetEndedSql } from '../token/forget-ended.ts';

interface OpenSession {
  readonly ctx: AnonymousContext;
  readonly input: { readonly token: string };
}

export interface OpenedSession {
  /** What the browser keeps; only its hash is stored. */
  readonly secret: string;
  readonly expires: Date;
}

const sessionHours = 12;

const openSql = `
  WITH forgotten AS (${forgetEndedSql}), signed_in AS (
    SELECT t.usuario_id, t.expira
    FROM tokens AS t
    JOIN usuarios AS u ON u.id = t.usuario_id
    WHERE t.hash = $1 AND t.revocado IS NULL AND (t.expira IS NULL OR t.expira > now()) AND u.activo
  )
  INSERT INTO tokens (usuario_id, nombre, prefijo, hash, expira)
  SELECT usuario_id, 'Sesión del panel', $2, $3, least(expira, now() + $4 * interval '1 hour')
  FROM signed_in
  RETURNING expira`;

/**
 * Signs a browser in with an API token: a session of its own, which ends after half a day, or with the token if that
 * is sooner. Undefined if the token does not sign in.
 */
export async function openSession({ ctx, input }: OpenSession): Promise<OpenedSession | undefined> {
  if (!looksLikeSecret('token', input.token)) return undefined;
  const secret = newSecret('session');
  const { rows } = await ctx.db.query<{ expira: string }>(openSql, [
    secretHash(input.token),
    secretLabel(secret),
    secretHash(secret),
    sessionHours,
  ]);
  const [row] = rows;
  return row === undefined ? undefined : { secret, expires: new Date(row.expira) };
}
