import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { FluxionError } from '../../base/index.ts';
import type { AnonymousContext } from '../context.ts';

/** One key, and by what a secret tells that it was encrypted with it. */
interface FactorKey {
  readonly id: Buffer;
  readonly key: Buffer;
}

/** What secrets of second factors are encrypted with: the first encrypts, each decrypts. None: they are stored as they are. */
export type FactorKeys = readonly FactorKey[];

/** What an operation gets that works with second factors. */
export interface FactorContext extends AnonymousContext {
  readonly factorKeys: FactorKeys;
}

const cipher = 'aes-256-gcm';
const [idBytes, nonceBytes, tagBytes] = [4, 12, 16];
/** How it is laid out: this byte, the key's id, the nonce, the encrypted secret, the tag. A secret as it is is shorter than all that. */
const layout = Buffer.of(1);
const overhead = layout.length + idBytes + nonceBytes + tagBytes;

function derived(text: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', text, '', `fluxion second factor ${purpose}`, bytes));
}

/** The keys that texts stand for, which must be random: they are derived quickly (HKDF, RFC 5869). */
export function factorKeysOf(texts: readonly string[]): FactorKeys {
  return texts.map((text) => ({ id: derived(text, 'id', idBytes), key: derived(text, 'key', 32) }));
}

/** Whose a secret is, is authenticated with it: in the place of somebody else's it is worth nothing. */
interface OfPerson {
  readonly userId: string;
}

/** A secret as it is stored: encrypted with the first key, if there is one. */
export function sealSecret([first]: FactorKeys, { userId, secret }: OfPerson & { readonly secret: Buffer }): Buffer {
  if (first === undefined) return secret;
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, first.key, nonce).setAAD(Buffer.from(userId));
  const encrypted = Buffer.concat([sealing.update(secret), sealing.final()]);
  return Buffer.concat([layout, first.id, nonce, encrypted, sealing.getAuthTag()]);
}

function idOf(stored: Buffer): Buffer | undefined {
  return stored.length > overhead ? stored.subarray(layout.length, layout.length + idBytes) : undefined;
}

function keyOf(keys: FactorKeys, stored: Buffer): FactorKey | undefined {
  return keys.find(({ id }) => idOf(stored)?.equals(id));
}

/**
 * The secret that is stored so, encrypted or as it is.
 * @throws FluxionError SECRET_KEY_MISSING if none of the keys is the one that it was encrypted with
 */
export function openSecret(keys: FactorKeys, { userId, stored }: OfPerson & { readonly stored: Buffer }): Buffer {
  if (idOf(stored) === undefined) return stored;
  const used = keyOf(keys, stored);
  if (used === undefined) throw unreadable(userId);
  const nonceEnd = layout.length + idBytes + nonceBytes;
  try {
    const opening = createDecipheriv(cipher, used.key, stored.subarray(nonceEnd - nonceBytes, nonceEnd))
      .setAAD(Buffer.from(userId))
      .setAuthTag(stored.subarray(-tagBytes));
    return Buffer.concat([opening.update(stored.subarray(nonceEnd, -tagBytes)), opening.final()]);
  } catch (cause) {
    throw unreadable(userId, cause);
  }
}

function unreadable(userId: string, cause?: unknown): FluxionError {
  return new FluxionError(
    'SECRET_KEY_MISSING',
    `The second factor of the person with the id ${userId} cannot be decrypted: set FLUXION_SECRET_KEY to the key that it was encrypted with, or take it away with \`fluxion user reset MAIL\`.`,
    { cause },
  );
}

/** How a secret is stored, seen from these keys. */
export type StoredHow = 'current' | 'former key' | 'unknown key' | 'plain';

/** How a secret is stored: `current` if `sealSecret` would do it so. */
export function storedHow(keys: FactorKeys, stored: Buffer): StoredHow {
  if (idOf(stored) === undefined) return keys.length === 0 ? 'current' : 'plain';
  const used = keyOf(keys, stored);
  if (used === undefined) return 'unknown key';
  return used === keys[0] ? 'current' : 'former key';
}
