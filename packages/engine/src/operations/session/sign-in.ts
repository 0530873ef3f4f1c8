import type { SqlRunner } from '../../base/index.ts';
import type { FactorContext } from '../second-factor/keys.ts';
import { insertSession, type Browser, type OpenedSession } from './insert.ts';
import { provePerson, type Refusal } from './prove.ts';

interface SignInInput {
  readonly ctx: FactorContext;
  readonly input: {
    readonly correo: string;
    readonly password: string;
    /** Of the second factor, if there is one. */
    readonly code: string | undefined;
    readonly browser: Browser;
  };
}

export type { Browser };
export type SignIn = Refusal | { readonly outcome: 'opened'; readonly session: OpenedSession };

/** Nobody whose password has been changed, or who has been disabled, since it was checked. */
const openerSql = `
  SELECT u.id AS usuario_id, NULL::timestamptz AS expira, NULL AS rol, NULL::varchar[] AS ubicaciones, NULL AS abierta_con
  FROM usuarios AS u
  JOIN fluxion.credenciales AS c ON c.usuario_id = u.id
  WHERE u.id = $6 AND u.activo AND c.clave = $7
  FOR SHARE OF u, c`;

/** Opens a session for a person whose password has this hash. */
export function openPersonsSession(
  db: SqlRunner,
  browser: Browser,
  { userId, hash }: { readonly userId: string; readonly hash: string },
): Promise<OpenedSession | undefined> {
  return insertSession(db, browser, { sql: openerSql, parameters: [userId, hash] });
}

/** Signs a browser in with mail address and password, and the second factor's code where there is one. @throws FluxionError SECRET_KEY_MISSING */
export async function signIn({ ctx, input }: SignInInput): Promise<SignIn> {
  const { browser, ...claim } = input;
  const proof = await provePerson({ ctx, input: { ...claim, address: browser.address } });
  if (proof.outcome !== 'proven') return proof;
  const session = await openPersonsSession(ctx.db, browser, proof);
  return session === undefined ? { outcome: 'refused' } : { outcome: 'opened', session };
}
