import type { Actor } from '../context.ts';
import { provePerson, type Refusal } from '../session/prove.ts';
import { enrolmentOf, newFactorSecret, type Enrolment } from './codes.ts';
import { sealSecret, type FactorContext } from './keys.ts';

interface EnrolFactor {
  readonly ctx: FactorContext & { readonly actor: Actor };
  readonly input: {
    readonly password: string;
    /** Of the present factor, where there is one that is confirmed. */
    readonly code: string | undefined;
    readonly address: string;
  };
}

/** Held to the password that was proven. */
const enrolSql =
  'UPDATE fluxion.credenciales SET totp_pendiente = $3 WHERE usuario_id = $1 AND clave = $2 RETURNING usuario_id';

/**
 * Gives the actor the secret of a new second factor. From the moment that it is confirmed it is asked for, in the place of the
 * one that they had until then.
 */
export async function enrolFactor({
  ctx,
  input,
}: EnrolFactor): Promise<Refusal | { readonly outcome: 'enrolled'; readonly enrolment: Enrolment }> {
  const { correo } = ctx.actor;
  const proof = await provePerson({ ctx, input: { correo, ...input } });
  if (proof.outcome !== 'proven') return proof;
  const secret = newFactorSecret();
  const { userId, hash } = proof;
  const { rows } = await ctx.db.query(enrolSql, [userId, hash, sealSecret(ctx.factorKeys, { userId, secret })]);
  return rows.length === 0 ? { outcome: 'refused' } : { outcome: 'enrolled', enrolment: enrolmentOf(secret, correo) };
}
