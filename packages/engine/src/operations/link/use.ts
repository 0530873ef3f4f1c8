import type pg from 'pg';
import { withTransaction } from '../../postgres/index.ts';
import { hashNewPassword, setPassword } from '../password/set.ts';
import { useCode, type FactorContext } from '../second-factor/use-code.ts';
import { looksLikeSecret, secretHash } from '../secret.ts';
import { giveBackAttempt, limits, reserveAttempt } from '../session/attempts.ts';
import { busy } from '../session/prove.ts';
import { openPersonsSession, type Browser, type SignIn } from '../session/sign-in.ts';

interface UseLink {
  readonly ctx: FactorContext & { readonly db: pg.Pool };
  readonly input: {
    readonly link: string;
    readonly password: string;
    /** Of the second factor, which a link does not stand for. */
    readonly code: string | undefined;
    readonly browser: Browser;
  };
}

interface Invited {
  readonly id: string;
  readonly correo: string;
  readonly secreto: Buffer | null;
}

const invitedSql = `
  SELECT u.id, u.correo, CASE WHEN c.totp_confirmado IS NOT NULL THEN c.totp_secreto END AS secreto
  FROM fluxion.enlaces AS e
  JOIN usuarios AS u ON u.id = e.usuario_id
  LEFT JOIN fluxion.credenciales AS c ON c.usuario_id = u.id
  WHERE e.hash = $1 AND e.expira > now() AND u.activo`;

/** Locked as `changePassword` locks. */
const lockSql = 'SELECT FROM usuarios WHERE id = $1 AND activo FOR NO KEY UPDATE';
const takeSql = 'DELETE FROM fluxion.enlaces WHERE hash = $1 AND expira > now() RETURNING usuario_id';

async function findInvited({ ctx, input }: UseLink): Promise<Invited | undefined> {
  if (!looksLikeSecret('link', input.link)) return undefined;
  const { rows } = await ctx.db.query<Invited>(invitedSql, [secretHash(input.link)]);
  return rows[0];
}

/** Sets the password and opens a session, if the link has not been used meanwhile. */
function accept({ ctx, input }: UseLink, { id, correo }: Invited, hash: string): Promise<SignIn> {
  return withTransaction(ctx.db, async (client) => {
    await client.query(lockSql, [id]);
    const { rows } = await client.query(takeSql, [secretHash(input.link)]);
    if (rows.length === 0) return { outcome: 'refused' };
    await setPassword(client, { userId: id, correo, hash });
    const session = await openPersonsSession(client, input.browser, { userId: id, hash });
    return session === undefined ? { outcome: 'refused' } : { outcome: 'opened', session };
  });
}

/**
 * Sets a person's password by their one-time link, and signs them in. The link is used up with it, and stays for another try
 * if the password or the code will not do.
 *
 * @throws InvalidInput PASSWORD_* for one that would be guessed
 * @throws FluxionError SECRET_KEY_MISSING if their second factor cannot be decrypted
 */
export async function useLink(call: UseLink): Promise<SignIn> {
  const { ctx, input } = call;
  const attempt = [limits.ofAddress(input.browser.address)];
  const seconds = await reserveAttempt(ctx.db, attempt);
  if (seconds > 0) return { outcome: 'wait', seconds };
  const invited = await findInvited(call);
  if (invited === undefined) return { outcome: 'refused' };
  await giveBackAttempt(ctx.db, attempt);
  const hash = await hashNewPassword('clave', input.password, invited.correo);
  if (hash === undefined) return busy;
  if (invited.secreto !== null) {
    if (input.code === undefined) return { outcome: 'second factor' };
    const factor = await useCode(ctx, { userId: invited.id, stored: invited.secreto, code: input.code });
    if (typeof factor === 'number') return { outcome: 'wait', seconds: factor };
    if (!factor) return { outcome: 'second factor' };
  }
  return accept(call, invited, hash);
}
