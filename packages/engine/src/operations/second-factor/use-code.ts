import type { SqlRunner } from '../../base/index.ts';
import { giveBackAttempt, limits, reserveAttempt } from '../session/attempts.ts';
import { recoveryHash, stepOf } from './codes.ts';

interface UseCode {
  readonly userId: string;
  readonly secret: Buffer;
  readonly code: string;
}

/** A step that is later than any whose code was taken, so that each code is taken once; two at a time wait for each other. */
const useStepSql = `
  UPDATE fluxion.credenciales SET totp_ultimo_paso = $3
  WHERE usuario_id = $1 AND totp_secreto = $2 AND totp_confirmado IS NOT NULL
    AND (totp_ultimo_paso IS NULL OR totp_ultimo_paso < $3)
  RETURNING usuario_id`;

const useRecoverySql =
  'DELETE FROM fluxion.codigos_recuperacion WHERE usuario_id = $1 AND hash = $2 RETURNING usuario_id';

async function taken(db: SqlRunner, { userId, secret, code }: UseCode): Promise<boolean> {
  const step = stepOf(secret, code);
  const { rows } = await (step === undefined
    ? db.query(useRecoverySql, [userId, recoveryHash(code)])
    : db.query(useStepSql, [userId, secret, step]));
  return rows.length > 0;
}

/**
 * Takes a code of the second factor: one of the app, or a recovery code, each once.
 * @returns `true` if it was right, `false` if not, or the seconds to wait after too many that were not
 */
export async function useCode(db: SqlRunner, input: UseCode): Promise<boolean | number> {
  const attempt = [limits.ofCodes(input.userId)];
  const seconds = await reserveAttempt(db, attempt);
  if (seconds > 0) return seconds;
  const right = await taken(db, input);
  if (right) await giveBackAttempt(db, attempt);
  return right;
}
