import type { Principal } from '../principal.ts';
import { secretPrefixes } from '../secret.ts';
import { newRecoveryCodes, recoveryHash, stepOf } from './codes.ts';
import { openSecret, type FactorContext } from './keys.ts';

interface ConfirmFactor {
  readonly ctx: FactorContext & Pick<Principal, 'actor' | 'tokenId'>;
  readonly input: { readonly code: string };
}

const pendingSql = `
  SELECT totp_pendiente AS secreto FROM fluxion.credenciales WHERE usuario_id = $1 AND totp_pendiente IS NOT NULL`;

/**
 * Of two at a time, one confirms. Sessions that were opened without the factor end, but the one that confirms, and so do the
 * recovery codes of the factor before.
 */
const confirmSql = `
  WITH confirmed AS (
    UPDATE fluxion.credenciales SET totp_secreto = $2, totp_pendiente = NULL, totp_confirmado = now(), totp_ultimo_paso = $3
    WHERE usuario_id = $1 AND totp_pendiente = $2
    RETURNING usuario_id
  ), forgotten AS (
    DELETE FROM fluxion.codigos_recuperacion WHERE usuario_id = (SELECT usuario_id FROM confirmed)
  ), ended AS (
    UPDATE tokens SET revocado = now()
    WHERE usuario_id = (SELECT usuario_id FROM confirmed) AND starts_with(prefijo, $5) AND id <> $6 AND revocado IS NULL
  )
  INSERT INTO fluxion.codigos_recuperacion (usuario_id, hash)
  SELECT usuario_id, unnest($4::bytea[]) FROM confirmed
  RETURNING usuario_id`;

/**
 * Confirms the actor's new second factor by a code of it: from now on it is asked for.
 * @returns the recovery codes, which are shown now and never again; undefined if the code is wrong, or nothing to confirm
 * @throws FluxionError SECRET_KEY_MISSING
 */
export async function confirmFactor({ ctx, input }: ConfirmFactor): Promise<readonly string[] | undefined> {
  const { rows } = await ctx.db.query<{ secreto: Buffer }>(pendingSql, [ctx.actor.id]);
  const [pending] = rows;
  if (pending === undefined) return undefined;
  const userId = ctx.actor.id;
  const step = stepOf(openSecret(ctx.factorKeys, { userId, stored: pending.secreto }), input.code);
  if (step === undefined) return undefined;
  const codes = newRecoveryCodes();
  const confirmed = await ctx.db.query(confirmSql, [
    userId,
    pending.secreto,
    step,
    codes.map(recoveryHash),
    secretPrefixes.session,
    ctx.tokenId,
  ]);
  return confirmed.rows.length === 0 ? undefined : codes;
}
