import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { secretHash } from '../secret.ts';

const secretBytes = 20;
const periodSeconds = 30;
const recoveryCodes = 10;
/** 80 bits each: they cannot be found from what is stored of them, a plain SHA-256. */
const recoveryBytes = 10;

function totp(secret: Buffer, label: string): TOTP {
  const bytes = new Uint8Array(secret).buffer;
  return new TOTP({
    issuer: 'Fluxion',
    label,
    secret: new Secret({ buffer: bytes }),
    digits: 6,
    period: periodSeconds,
    algorithm: 'SHA1',
  });
}

/** What an authenticator app is given: the secret as a person types it, and the same as the URI of a QR code. */
export interface Enrolment {
  readonly secreto: string;
  readonly uri: string;
}

/** 160 random bits, as RFC 4226 recommends. */
export function newFactorSecret(): Buffer {
  return randomBytes(secretBytes);
}

export function enrolmentOf(secret: Buffer, correo: string): Enrolment {
  const factor = totp(secret, correo);
  return { secreto: factor.secret.base32, uri: factor.toString() };
}

/** Whether it has the form of an app's code, and is no recovery code. */
export function isAppCode(code: string): boolean {
  return /^[0-9]{6}$/.test(code);
}

/**
 * The time step, of 30 s since 1970, that a code is of: the present one or a neighbour, since clocks differ. Undefined for a
 * code of none of them (RFC 6238).
 */
export function stepOf(secret: Buffer, code: string, nowMs: number = Date.now()): number | undefined {
  if (!isAppCode(code)) return undefined;
  const delta = totp(secret, '').validate({ token: code, timestamp: nowMs, window: 1 });
  return delta === null ? undefined : Math.floor(nowMs / 1000 / periodSeconds) + delta;
}

/** Ten codes that stand for the second factor once each, as `ABCD-EFGH-JKLM-NPQR`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCodes }, () => {
    const letters = new Secret({ buffer: new Uint8Array(randomBytes(recoveryBytes)).buffer }).base32;
    return letters.match(/.{4}/g)?.join('-') ?? letters;
  });
}

/** What is stored of a recovery code, however it was typed. */
export function recoveryHash(code: string): Buffer {
  return secretHash(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
}
