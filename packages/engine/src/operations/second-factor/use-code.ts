import { giveBackAttempt, limits, reserveAttempt } from '../session/attempts.ts';
import { isAppCode, recoveryHash, stepOf } from './codes.ts';
import { openSecret, sealSecret, storedHow, type FactorContext, type FactorKeys } from './keys.ts';

export type { FactorContext };

interface UseCode {
  readonly userId: string;
  /** The secret of the factor, as it is stored. */
  readonly stored: Buffer;
  readonly code: string;
}

/** A step that is later than any whose code was taken, so that each code is taken once; two at a time wait for each other. */
const useStepSql = `
  UPDATE fluxion.credenciales SET totp_ultimo_paso = $3, totp_secreto = $4
  WHERE usuario_id = $1 AND totp_secreto = $2 AND totp_confirmado IS NOT NULL
    AND (totp_ultimo_paso IS NULL OR totp_ultimo_paso < $3)
  RETURNING usuario_id`;

const useRecoverySql =
  'DELETE FROM fluxion.codigos_recuperacion WHERE usuario_id = $1 AND hash = $2 RETURNING usuario_id';

/** What of a secret is stored from now on: encrypted anew where its key is not the first, or where it is not encrypted. */
function renewed(keys: FactorKeys, userId: string, stored: Buffer, secret: Buffer): Buffer {
  return storedHow(keys, stored) === 'current' ? stored : sealSecret(keys, { userId, secret });
}

/** Takes a code of the app. Its secret is opened before an attempt is counted: a key that is missing is nobody's guess. */
function takeAppCode({ factorKeys }: FactorContext, { userId, stored, code }: UseCode) {
  const secret = openSecret(factorKeys, { userId, stored });
  const step = stepOf(secret, code);
  if (step === undefined) return undefined;
  return { text: useStepSql, values: [userId, stored, step, renewed(factorKeys, userId, stored, secret)] };
}

/**
 * Takes a code of the second factor: one of the app, or a recovery code, each once.
 * @returns `true` if it was right, `false` if not, or the seconds to wait after too many that were not
 * @throws FluxionError SECRET_KEY_MISSING for a code of the app whose secret cannot be decrypted
 */
export async function useCode(ctx: FactorContext, input: UseCode): Promise<boolean | number> {
  const { userId, code } = input;
  const taking = isAppCode(code)
    ? takeAppCode(ctx, input)
    : { text: useRecoverySql, values: [userId, recoveryHash(code)] };
  const attempt = [limits.ofCodes(userId)];
  const seconds = await reserveAttempt(ctx.db, attempt);
  if (seconds > 0) return seconds;
  const { rows } = taking === undefined ? { rows: [] } : await ctx.db.query(taking.text, taking.values);
  const right = rows.length > 0;
  if (right) await giveBackAttempt(ctx.db, attempt);
  return right;
}
