import type { AnonymousContext } from '../context.ts';
import { looksLikeSecret, secretHash } from '../secret.ts';
import { giveBackAttempt, limits, reserveAttempt } from './attempts.ts';
import { insertSession, type Browser, type OpenedSession } from './insert.ts';
import type { SignIn } from './sign-in.ts';

interface OpenSession {
  readonly ctx: AnonymousContext;
  readonly input: { readonly token: string; readonly browser: Browser };
}

const openerSql = `
  SELECT t.usuario_id, t.expira, t.rol, t.ubicaciones, t.id AS abierta_con
  FROM tokens AS t
  JOIN usuarios AS u ON u.id = t.usuario_id
  WHERE t.hash = $6 AND t.revocado IS NULL AND (t.expira IS NULL OR t.expira > now()) AND u.activo
  FOR SHARE OF t`;

async function opened({ ctx, input }: OpenSession): Promise<OpenedSession | undefined> {
  if (!looksLikeSecret('token', input.token)) return undefined;
  return insertSession(ctx.db, input.browser, { sql: openerSql, parameters: [secretHash(input.token)] });
}

/**
 * Signs a browser in with an API token: a session that may do what the token may, and ends after half a day, with the token,
 * or when nobody uses it.
 */
export async function openSession({ ctx, input }: OpenSession): Promise<SignIn> {
  const attempt = [limits.ofAddress(input.browser.address)];
  const seconds = await reserveAttempt(ctx.db, attempt);
  if (seconds > 0) return { outcome: 'wait', seconds };
  const session = await opened({ ctx, input });
  if (session === undefined) return { outcome: 'refused' };
  await giveBackAttempt(ctx.db, attempt);
  return { outcome: 'opened', session };
}
