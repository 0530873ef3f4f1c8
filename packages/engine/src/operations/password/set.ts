import type pg from 'pg';
import { forgetAttempts, limits } from '../session/attempts.ts';
import { secretPrefixes } from '../secret.ts';
import { hashPassword } from './hash.ts';
import { requireGoodPassword } from './rules.ts';

/**
 * What is to be stored of a person's new password; undefined if too many are being hashed.
 *
 * @throws InvalidInput PASSWORD_* naming the field, for one that would be guessed
 */
export async function hashNewPassword(field: string, password: string, correo: string): Promise<string | undefined> {
  requireGoodPassword(field, password, correo);
  return hashPassword(password);
}

interface SetPassword {
  readonly userId: string;
  readonly correo: string;
  /** Of `hashNewPassword`. */
  readonly hash: string;
}

const setSql = `
  INSERT INTO fluxion.credenciales (usuario_id, clave, clave_cambiada) VALUES ($1, $2, now())
  ON CONFLICT (usuario_id) DO UPDATE SET clave = excluded.clave, clave_cambiada = now()`;

/** A statement of its own, after the row above is locked: it sees every session that the old password has opened. */
const endSessionsSql = `UPDATE tokens SET revocado = now() WHERE usuario_id = $1 AND starts_with(prefijo, $2) AND revocado IS NULL`;

/** Ends all browser sessions of a person. */
async function endSessions(client: pg.ClientBase, userId: string): Promise<void> {
  await client.query(endSessionsSql, [userId, secretPrefixes.session]);
}

/** Gives a person a password, in a transaction of the caller's: all their sessions and their link end, and so do waits. */
export async function setPassword(client: pg.ClientBase, { userId, correo, hash }: SetPassword): Promise<void> {
  await client.query(setSql, [userId, hash]);
  await endSessions(client, userId);
  await client.query('DELETE FROM fluxion.enlaces WHERE usuario_id = $1', [userId]);
  await forgetAttempts(client, [limits.ofAccount(correo), limits.ofCodes(userId)]);
}
