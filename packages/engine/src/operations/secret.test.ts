import { describe, expect, it } from 'vitest';
import { looksLikeSecret, newSecret, secretHash } from './secret.ts';

describe('secrets', () => {
  it('have a prefix and 256 bits, and never repeat', () => {
    const secrets = Array.from({ length: 1000 }, () => newSecret('token'));
    expect(new Set(secrets).size).toBe(1000);
    for (const secret of secrets) expect(secret).toMatch(/^fx_[A-Za-z0-9_-]{43}$/);
  });

  it('are taken for their own kind alone', () => {
    expect(looksLikeSecret('token', newSecret('token'))).toBe(true);
    expect(looksLikeSecret('session', newSecret('token'))).toBe(false);
    expect(looksLikeSecret('token', newSecret('session'))).toBe(false);
    expect(looksLikeSecret('token', 'fx_short')).toBe(false);
    expect(looksLikeSecret('token', `${newSecret('token')}\n`)).toBe(false);
  });

  it('are stored as their SHA-256', () => {
    expect(secretHash('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
