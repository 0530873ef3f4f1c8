import type { Actor, AnonymousContext } from '../context.ts';
import { provePerson, type Refusal } from '../session/prove.ts';
import { enrolmentOf, newFactorSecret, type Enrolment } from './codes.ts';

interface EnrolFactor {
  readonly ctx: AnonymousContext & { readonly actor: Actor };
  readonly input: {
    readonly password: string;
    /** Of the present factor, where there is one that is confirmed. */
    readonly code: string | undefined;
    readonly address: string;
  };
}

/** Held to the password that was proven; recovery codes of the factor before are worth nothing now. */
const enrolSql = `
  WITH enrolled AS (
    UPDATE fluxion.credenciales SET totp_secreto = $3, totp_confirmado = NULL, totp_ultimo_paso = NULL
    WHERE usuario_id = $1 AND clave = $2
    RETURNING usuario_id
  ), forgotten AS (
    DELETE FROM fluxion.codigos_recuperacion WHERE usuario_id = (SELECT usuario_id FROM enrolled)
  )
  SELECT FROM enrolled`;

/**
 * Gives the actor the secret of a new second factor, in the place of the one that they had. It is asked for from the moment
 * that it is confirmed.
 */
export async function enrolFactor({
  ctx,
  input,
}: EnrolFactor): Promise<Refusal | { readonly outcome: 'enrolled'; readonly enrolment: Enrolment }> {
  const { correo } = ctx.actor;
  const proof = await provePerson({ ctx, input: { correo, ...input } });
  if (proof.outcome !== 'proven') return proof;
  const secret = newFactorSecret();
  const { rows } = await ctx.db.query(enrolSql, [proof.userId, proof.hash, secret]);
  return rows.length === 0 ? { outcome: 'refused' } : { outcome: 'enrolled', enrolment: enrolmentOf(secret, correo) };
}
