import { describe, expect, it } from 'vitest';
import { enrolmentOf, newFactorSecret, newRecoveryCodes, recoveryHash, stepOf } from './codes.ts';

describe('one-time codes', () => {
  // RFC 6238, appendix B, the last six of the eight digits.
  const secret = Buffer.from('12345678901234567890');
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at %d s are those of RFC 6238', (seconds, code) => {
    expect(stepOf(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('are taken one step early or late, and told apart', () => {
    const step = Math.floor(1_111_111_109 / 30);
    expect(stepOf(secret, '081804', (step + 1) * 30_000)).toBe(step);
    expect(stepOf(secret, '081804', (step - 1) * 30_000)).toBe(step);
    expect(stepOf(secret, '081804', (step + 2) * 30_000)).toBeUndefined();
    expect(stepOf(secret, '081804', (step - 2) * 30_000)).toBeUndefined();
  });

  it.each(['', '28708', '2870820', '28708a', '٢٨٧٠٨٢', ' 287082'])('are six digits: %j is none', (code) => {
    expect(stepOf(secret, code, 59_000)).toBeUndefined();
  });

  it('come from a secret that an app takes', () => {
    const { secreto, uri } = enrolmentOf(newFactorSecret(), 'ana@cadena.example');
    expect(secreto).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toBe(
      `otpauth://totp/Fluxion:ana%40cadena.example?issuer=Fluxion&secret=${secreto}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

it('makes recovery codes that are known however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(recoveryHash(code.toLowerCase().replaceAll('-', ' '))).toEqual(recoveryHash(code));
  }
});
