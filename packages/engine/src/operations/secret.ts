import { createHash, randomBytes } from 'node:crypto';

/** What a secret opens: an API token, a browser's session, or a one-time link. Each is taken only where it belongs. */
export const secretPrefixes = { token: 'fx_', session: 'fs_', link: 'fe_' } as const;
export type SecretKind = keyof typeof secretPrefixes;

const secretBytes = 32;

/** A new secret: its kind's prefix and 256 random bits in base64url. */
export function newSecret(kind: SecretKind): string {
  return secretPrefixes[kind] + randomBytes(secretBytes).toString('base64url');
}

/**
 * What is stored of a secret: its SHA-256, 32 bytes. A slow hash would add nothing, since 256 random bits cannot be
 * guessed; and a look-up by hash tells by its duration nothing about the secret.
 */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether the text has the form of a secret of this kind: refused without asking the database if not. */
export function looksLikeSecret(kind: SecretKind, text: string): boolean {
  return text.startsWith(secretPrefixes[kind]) && /^[A-Za-z0-9_-]{43}$/.test(text.slice(secretPrefixes[kind].length));
}

/** The beginning of a secret, by which its owner recognises it in a list. It gives away 36 of its 256 bits. */
export function secretLabel(secret: string): string {
  return secret.slice(0, 9);
}
