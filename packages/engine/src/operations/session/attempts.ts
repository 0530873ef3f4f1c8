import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { SqlRunner } from '../../base/index.ts';

/** What failed attempts are counted by. */
export interface AttemptLimit {
  readonly key: string;
  /** Failures within the window after which there is a wait until it ends. */
  readonly failures: number;
  readonly windowSeconds: number;
}

/** The part of an address that its owner cannot change at will: of IPv6 the network, which has 2^64 addresses. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  // The URL parser writes an address in its one canonical form.
  const [head = '', tail = ''] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::');
  const groups = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const [first = [], last = []] = groups;
  const filled = [...first, ...Array.from({ length: 8 - first.length - last.length }, () => '0'), ...last];
  return filled.slice(0, 4).join(':');
}

/** A name of any length, and of whatever a caller typed, as a key. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export const limits = {
  /** Somebody who tries many accounts, or none. A store's people share an address. */
  ofAddress: (address: string): AttemptLimit => ({
    key: `direccion ${networkOf(address)}`,
    failures: 50,
    windowSeconds: 900,
  }),
  /** Somebody who tries one account: only they wait, not its owner elsewhere. */
  ofPair: (address: string, correo: string): AttemptLimit => ({
    key: `cuenta ${digest(correo)} desde ${networkOf(address)}`,
    failures: 10,
    windowSeconds: 900,
  }),
  /** Many addresses that try one account: it is slowed down for addresses that it has never signed in from. */
  ofAccount: (correo: string): AttemptLimit => ({ key: `cuenta ${digest(correo)}`, failures: 20, windowSeconds: 600 }),
  /** Somebody who has the password: a million codes are few, so nobody is spared. A new password ends the wait. */
  ofCodes: (userId: string): AttemptLimit => ({ key: `codigo ${digest(userId)}`, failures: 10, windowSeconds: 3600 }),
};

/** Rows are locked in one order, so that no two sign-ins wait for each other. */
const reserveSql = `
  INSERT INTO fluxion.intentos AS i (clave, fallos, hasta)
  SELECT clave, 1, now() + segundos * interval '1 second'
  FROM unnest($1::text[], $2::int[]) AS k (clave, segundos)
  ORDER BY clave
  ON CONFLICT (clave) DO UPDATE SET
    fallos = CASE WHEN i.hasta <= now() THEN 1 ELSE i.fallos + 1 END,
    hasta = CASE WHEN i.hasta <= now() THEN excluded.hasta ELSE i.hasta END
  RETURNING clave, fallos, ceil(extract(epoch FROM hasta - now()))::int AS segundos`;

const giveBackSql = `
  UPDATE fluxion.intentos SET fallos = fallos - 1
  WHERE clave IN (SELECT clave FROM fluxion.intentos WHERE clave = ANY ($1) AND fallos > 0 ORDER BY clave FOR UPDATE)`;

const forgetSql = `
  DELETE FROM fluxion.intentos WHERE clave IN (
    SELECT clave FROM fluxion.intentos WHERE hasta < now() - interval '1 hour' LIMIT 100 FOR UPDATE SKIP LOCKED)`;

/**
 * Counts an attempt as failed before it is made, so that many at once are counted too; `giveBackAttempt` takes it back once
 * it has succeeded. One that must not be made counts nowhere.
 * @returns the whole seconds that must still be waited; 0 if it may be made
 */
export async function reserveAttempt(db: SqlRunner, asked: readonly AttemptLimit[]): Promise<number> {
  const { rows } = await db.query<{ clave: string; fallos: number; segundos: number }>(reserveSql, [
    asked.map(({ key }) => key),
    asked.map(({ windowSeconds }) => windowSeconds),
  ]);
  await db.query(forgetSql);
  const failures = new Map(asked.map((limit) => [limit.key, limit.failures]));
  const waits = rows.filter(({ clave, fallos }) => fallos > (failures.get(clave) ?? 0)).map(({ segundos }) => segundos);
  if (waits.length === 0) return 0;
  await giveBackAttempt(db, asked);
  return Math.max(1, ...waits);
}

/** Takes back an attempt that was no failure. */
export async function giveBackAttempt(db: SqlRunner, asked: readonly AttemptLimit[]): Promise<void> {
  await db.query(giveBackSql, [asked.map(({ key }) => key)]);
}

/** Ends the waits of these keys. */
export async function forgetAttempts(db: SqlRunner, asked: readonly AttemptLimit[]): Promise<void> {
  await db.query('DELETE FROM fluxion.intentos WHERE clave = ANY ($1)', [asked.map(({ key }) => key)]);
}
