import type pg from 'pg';
import { withTransaction } from '../../postgres/index.ts';
import type { Actor } from '../context.ts';
import type { FactorContext } from '../second-factor/keys.ts';
import { busy, provePerson } from '../session/prove.ts';
import { openPersonsSession, type Browser, type SignIn } from '../session/sign-in.ts';
import { hashNewPassword, setPassword } from './set.ts';

interface ChangePassword {
  readonly ctx: FactorContext & { readonly db: pg.Pool; readonly actor: Actor };
  readonly input: { readonly current: string; readonly password: string; readonly browser: Browser };
}

/** The person is locked before anything of theirs, here and where a link is used: neither waits for the other for ever. */
const stillRightSql = `
  SELECT FROM usuarios AS u
  JOIN fluxion.credenciales AS c ON c.usuario_id = u.id
  WHERE u.id = $1 AND u.activo AND c.clave = $2
  FOR NO KEY UPDATE OF u, c`;

/**
 * Gives the actor a new password. All their sessions end; the caller gets a new one.
 *
 * @throws InvalidInput PASSWORD_* for one that would be guessed
 */
export async function changePassword({ ctx, input }: ChangePassword): Promise<SignIn> {
  const { actor, db } = ctx;
  const { current, password, browser } = input;
  const claim = { correo: actor.correo, password: current, code: 'not asked' as const, address: browser.address };
  const proof = await provePerson({ ctx, input: claim });
  if (proof.outcome !== 'proven') return proof;
  const hash = await hashNewPassword('nueva', password, actor.correo);
  if (hash === undefined) return busy;
  return withTransaction(db, async (client) => {
    const { rows } = await client.query(stillRightSql, [actor.id, proof.hash]);
    if (rows.length === 0) return { outcome: 'refused' };
    await setPassword(client, { userId: actor.id, correo: actor.correo, hash });
    const session = await openPersonsSession(client, browser, { userId: actor.id, hash });
    return session === undefined ? { outcome: 'refused' } : { outcome: 'opened', session };
  });
}
