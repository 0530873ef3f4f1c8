import type { SqlRunner } from '../../base/index.ts';
import type { Actor } from '../context.ts';
import { newSecret, secretHash, secretLabel } from '../secret.ts';
import { forgetEndedSql } from '../token/forget-ended.ts';

/** Where a session is opened from, for its owner to recognise it by. */
export interface Browser {
  readonly address: string;
  readonly agent: string | undefined;
}

export interface OpenedSession {
  /** What the browser keeps; only its hash is stored. */
  readonly secret: string;
  readonly expires: Date;
  readonly tokenId: string;
  readonly person: Pick<Actor, 'id' | 'correo'>;
}

/** A session ends after so long, however much it is used. */
const sessionHours = 12;

/**
 * Adds a session for the one row (usuario_id, expira, rol, ubicaciones, abierta_con) that `opener` gives; undefined if it
 * gives none. `opener` locks what it stands on, so that a session cannot slip past those that end all of a person's; its
 * own parameters begin at $6.
 */
export async function insertSession(
  db: SqlRunner,
  browser: Browser,
  opener: { readonly sql: string; readonly parameters: readonly unknown[] },
): Promise<OpenedSession | undefined> {
  const secret = newSecret('session');
  const sql = `
    WITH forgotten AS (${forgetEndedSql}), opener AS (${opener.sql})
    INSERT INTO tokens (usuario_id, nombre, prefijo, hash, expira, rol, ubicaciones, abierta_con, direccion, agente)
    SELECT usuario_id, 'Sesión del panel', $1, $2, least(expira, now() + $3 * interval '1 hour'), rol, ubicaciones, abierta_con,
           left($4, 64), left($5, 300)
    FROM opener
    RETURNING id, expira, usuario_id, (SELECT correo FROM usuarios AS u WHERE u.id = usuario_id) AS correo`;
  const { rows } = await db.query<{ id: string; expira: string; usuario_id: string; correo: string }>(sql, [
    secretLabel(secret),
    secretHash(secret),
    sessionHours,
    browser.address,
    browser.agent ?? null,
    ...opener.parameters,
  ]);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { id: tokenId, expira, usuario_id: id, correo } = row;
  return { secret, expires: new Date(expira), tokenId, person: { id, correo } };
}
