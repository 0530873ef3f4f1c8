import type { Actor, AnonymousContext } from '../context.ts';
import { provePerson, type Refusal } from '../session/prove.ts';
import type { FactorContext } from './keys.ts';
import { roleWithFactor } from './state.ts';

/** `$2`: the hash of the password that was proven, or NULL. */
const removeSql = `
  WITH person AS (
    SELECT u.id FROM usuarios AS u LEFT JOIN fluxion.credenciales AS c ON c.usuario_id = u.id
    WHERE u.id = $1 AND ($2::text IS NULL OR c.clave = $2)
  ), forgotten AS (
    DELETE FROM fluxion.codigos_recuperacion WHERE usuario_id = (SELECT id FROM person)
  ), removed AS (
    UPDATE fluxion.credenciales
    SET totp_secreto = NULL, totp_pendiente = NULL, totp_confirmado = NULL, totp_ultimo_paso = NULL
    WHERE usuario_id = (SELECT id FROM person)
  )
  SELECT FROM person`;

/** Takes away the second factor of somebody who has lost it. @returns whether there is such a person */
export async function removeFactor({
  ctx,
  input,
}: {
  ctx: AnonymousContext;
  input: { readonly userId: string };
}): Promise<boolean> {
  const { rows } = await ctx.db.query(removeSql, [input.userId, null]);
  return rows.length > 0;
}

interface RemoveOwnFactor {
  readonly ctx: FactorContext & { readonly actor: Actor };
  readonly input: { readonly password: string; readonly code: string | undefined; readonly address: string };
}

/**
 * Takes away the actor's own second factor. `needed`: people of their role keep theirs.
 * @throws FluxionError SECRET_KEY_MISSING
 */
export async function removeOwnFactor({
  ctx,
  input,
}: RemoveOwnFactor): Promise<Refusal | { readonly outcome: 'removed' } | { readonly outcome: 'needed' }> {
  const { correo, rol } = ctx.actor;
  if (rol === roleWithFactor) return { outcome: 'needed' };
  const proof = await provePerson({ ctx, input: { correo, ...input } });
  if (proof.outcome !== 'proven') return proof;
  const { rows } = await ctx.db.query(removeSql, [proof.userId, proof.hash]);
  return { outcome: rows.length === 0 ? 'refused' : 'removed' };
}
