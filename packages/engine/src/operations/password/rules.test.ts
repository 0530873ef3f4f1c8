import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../invalid-input.ts';
import { requireGoodPassword } from './rules.ts';

const correo = 'ana.perez.garcia@cadena.example';

function fault(password: string): string | undefined {
  try {
    requireGoodPassword('clave', password, correo);
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    // What is told, and logged, of a password that is refused must not hold it.
    if (error.message.includes(password)) return 'the message holds the password';
    return error.faults[0]?.fault;
  }
}

describe('a password', () => {
  it.each([
    ['corta', 'PASSWORD_TOO_SHORT'],
    ['🐎🐎🐎🐎🐎🐎', 'PASSWORD_TOO_SHORT'],
    ['n\u0303'.repeat(11), 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
    [correo, 'PASSWORD_IS_MAIL'],
    ['ANA.PEREZ.GARCIA', 'PASSWORD_IS_MAIL'],
    ['Contraseña123', 'PASSWORD_COMMON'],
    ['abababababab', 'PASSWORD_COMMON'],
    ['caballo pila grapa', undefined],
    ['dieciséis_años', undefined],
  ])('%s', (password, expected) => {
    expect(fault(password)).toBe(expected);
  });

  it('of twelve random characters or more is good', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{12,128}$/), (password) => {
        fc.pre(new Set(password.toLowerCase()).size >= 5);
        expect(fault(password)).toBeUndefined();
      }),
    );
  });
});
