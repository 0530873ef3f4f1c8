import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './hash.ts';

describe('password hashes', () => {
  it('are argon2id with the costs of OWASP, and each has its own salt', async () => {
    const [first, second] = [await hashPassword('caballo pila grapa'), await hashPassword('caballo pila grapa')];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it('know their password, however its accents are composed', async () => {
    const stored = (await hashPassword('dieciséis_años')) ?? null;
    expect(stored).not.toBeNull();
    expect(await isPassword(stored, 'dieciséis_años'.normalize('NFD'))).toBe(true);
    expect(await isPassword(stored, 'dieciseis_anos')).toBe(false);
  });

  it('of nobody have none', async () => {
    expect(await isPassword(undefined, '')).toBe(false);
    expect(await isPassword(null, 'caballo pila grapa')).toBe(false);
  });

  it('are refused where too many wait, so that sign-ins cannot take all memory', async () => {
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => isPassword(undefined, 'x')));
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(8);
    expect(outcomes.filter((outcome) => outcome === false)).toHaveLength(32);
  });
});
