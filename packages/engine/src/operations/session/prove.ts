import { isPassword } from '../password/hash.ts';
import type { FactorContext } from '../second-factor/keys.ts';
import { useCode } from '../second-factor/use-code.ts';
import { giveBackAttempt, limits, reserveAttempt } from './attempts.ts';

interface ProvePerson {
  readonly ctx: FactorContext;
  readonly input: {
    readonly correo: string;
    readonly password: string;
    /** Of the second factor; `'not asked'` where the password is enough. */
    readonly code: string | undefined | 'not asked';
    readonly address: string;
  };
}

/** What came of it. `second factor`: the password was right, and the code was wrong or missing. */
export type Refusal =
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'second factor' }
  | { readonly outcome: 'wait'; readonly seconds: number };
export type Proof =
  | Refusal
  | {
      readonly outcome: 'proven';
      readonly userId: string;
      /** The hash of the password that was right: what follows holds only while it is still this one. */
      readonly hash: string;
    };

/** Somebody else's flood, and soon over. */
export const busy = { outcome: 'wait', seconds: 5 } as const satisfies Refusal;

interface Account {
  readonly id: string;
  readonly clave: string | null;
  /** As it is stored; null while there is no second factor that is confirmed. */
  readonly secreto: Buffer | null;
  readonly conocida: boolean;
}

const accountSql = `
  SELECT u.id, c.clave, CASE WHEN c.totp_confirmado IS NOT NULL THEN c.totp_secreto END AS secreto,
         EXISTS (SELECT FROM tokens AS t WHERE t.usuario_id = u.id AND t.direccion = left($2, 64) AND t.abierta_con IS NULL) AS conocida
  FROM usuarios AS u
  LEFT JOIN fluxion.credenciales AS c ON c.usuario_id = u.id
  WHERE u.correo = $1 AND u.activo`;

/** Whether the second factor is right, where the account has one. */
async function codeIsRight(ctx: FactorContext, account: Account, code: string | undefined): Promise<boolean | number> {
  if (account.secreto === null) return true;
  if (code === undefined) return false;
  return useCode(ctx, { userId: account.id, stored: account.secreto, code });
}

/**
 * Finds out whether somebody is who they say. What they learn, and how long it takes, is the same for people who are not
 * there, are inactive or have no password; only who knows the password hears of a second factor.
 *
 * @throws FluxionError SECRET_KEY_MISSING if their second factor cannot be decrypted
 */
export async function provePerson({ ctx, input }: ProvePerson): Promise<Proof> {
  const { address, password, code } = input;
  const correo = input.correo.toLowerCase();
  const { rows } = await ctx.db.query<Account>(accountSql, [correo, address]);
  const [account] = rows;
  const attempt = [
    limits.ofAddress(address),
    limits.ofPair(address, correo),
    ...(account?.conocida === true ? [] : [limits.ofAccount(correo)]),
  ];
  const seconds = await reserveAttempt(ctx.db, attempt);
  if (seconds > 0) return { outcome: 'wait', seconds };
  const right = await isPassword(account?.clave, password);
  if (right === false) return { outcome: 'refused' };
  await giveBackAttempt(ctx.db, attempt);
  if (right === undefined) return busy;
  // A right password has an account with a hash.
  if (account === undefined || account.clave === null) return { outcome: 'refused' };
  const factor = code === 'not asked' ? true : await codeIsRight(ctx, account, code);
  if (typeof factor === 'number') return { outcome: 'wait', seconds: factor };
  return factor ? { outcome: 'proven', userId: account.id, hash: account.clave } : { outcome: 'second factor' };
}
