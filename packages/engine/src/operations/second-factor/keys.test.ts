import { describe, expect, it } from 'vitest';
import { factorKeysOf, openSecret, sealSecret, storedHow } from './keys.ts';
import { newFactorSecret } from './codes.ts';

const secret = newFactorSecret();
const [one, two] = [factorKeysOf(['first']), factorKeysOf(['second'])];
const both = [...two, ...one];
const unreadable = expect.objectContaining({ code: 'SECRET_KEY_MISSING' });

describe('the secret of a second factor', () => {
  it('is encrypted with the first key, another way each time, and decrypted with any', () => {
    const stored = sealSecret(one, { userId: 'U1', secret });
    expect(stored.includes(secret)).toBe(false);
    expect(sealSecret(one, { userId: 'U1', secret })).not.toEqual(stored);
    for (const keys of [one, both]) expect(openSecret(keys, { userId: 'U1', stored })).toEqual(secret);
    expect(openSecret(two, { userId: 'U1', stored: sealSecret(both, { userId: 'U1', secret }) })).toEqual(secret);
  });

  it('is stored as it is without a key, and read with or without one', () => {
    expect(sealSecret([], { userId: 'U1', secret })).toEqual(secret);
    for (const keys of [[], one]) expect(openSecret(keys, { userId: 'U1', stored: secret })).toEqual(secret);
  });

  it('is not read without its key, for somebody else, or with a byte that is another', () => {
    const stored = sealSecret(one, { userId: 'U1', secret });
    for (const keys of [[], two]) expect(() => openSecret(keys, { userId: 'U1', stored })).toThrow(unreadable);
    expect(() => openSecret(one, { userId: 'U2', stored })).toThrow(unreadable);
    for (const place of [5, 17, stored.length - 1]) {
      const changed = Buffer.from(stored);
      changed.writeUInt8((stored[place] ?? 0) ^ 1, place);
      expect(() => openSecret(one, { userId: 'U1', stored: changed })).toThrow(unreadable);
    }
  });

  it('tells how it is stored', () => {
    const stored = sealSecret(one, { userId: 'U1', secret });
    expect([one, both, two, []].map((keys) => storedHow(keys, stored))).toEqual([
      'current',
      'former key',
      'unknown key',
      'unknown key',
    ]);
    expect([storedHow([], secret), storedHow(one, secret)]).toEqual(['current', 'plain']);
  });
});
