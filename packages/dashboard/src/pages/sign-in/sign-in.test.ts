import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../client/index.ts';
import { createLocale } from '../../i18n/index.ts';
import { linkOfFragment } from './link.ts';
import { asksForCode, refusalText, type Attempted } from './refusal.ts';
import { credentialsOf, fieldsOf } from './ways.ts';

const { texts: es } = createLocale('es');

describe('a sign-in link', () => {
  test('holds a token or the secret of a one-time link', () => {
    expect(linkOfFragment('#token=fx_Ab-9_z')).toEqual({ kind: 'token', secret: 'fx_Ab-9_z' });
    expect(linkOfFragment('#enlace=fe_Ab-9_z')).toEqual({ kind: 'enlace', secret: 'fe_Ab-9_z' });
  });

  test.each(['', '#', '#contenido', '#token=', '#token=abc', '#token=fx_a b', '#token=fx_a&x=1', '#enlace=fx_a'])(
    'is not the fragment "%s"',
    (fragment) => {
      expect(linkOfFragment(fragment)).toBeNull();
    },
  );
});

describe('credentials', () => {
  test('are what was typed, without spaces around what is pasted', () => {
    const typed = { correo: ' ana@x.ve ', clave: ' mi clave ', token: ' fx_a\n' };
    expect(credentialsOf('password', typed, '')).toEqual({ correo: 'ana@x.ve', clave: ' mi clave ' });
    expect(credentialsOf('token', typed, '')).toEqual({ token: 'fx_a' });
    const withCode = { nueva: 'mi clave', codigo: '123456 ' };
    expect(credentialsOf('enlace', withCode, 'fe_a')).toEqual({ enlace: 'fe_a', clave: 'mi clave', codigo: '123456' });
  });

  test('hold a code where one is asked for', () => {
    expect(fieldsOf('password', false).map(({ name }) => name)).toEqual(['correo', 'clave']);
    expect(fieldsOf('enlace', true).map(({ name }) => name)).toEqual(['nueva', 'codigo']);
  });
});

describe('a refusal', () => {
  const refused = (status: number, body: object = {}) => new ApiProblem({ kind: 'refused', status, body });

  test.each<Attempted>(['password', 'token', 'link', 'enlace'])('of a %s is put in words that fit it', (attempted) => {
    expect(refusalText(refused(401), attempted, es)).toBe(es.signIn.refused[attempted]);
    expect(refusalText(refused(400), attempted, es)).toBe(es.signIn.refused[attempted]);
    expect(refusalText(refused(429), attempted, es)).toBe(es.signIn.tooManyAttempts);
  });

  test('of a password that would be guessed says why', () => {
    const campos = [{ campo: 'clave', mensaje: 'debe tener 12 caracteres o más' }];
    const text = refusalText(refused(400, { campos }), 'enlace', es);
    expect(text).toBe('La clave debe tener 12 caracteres o más.');
  });

  test('of a code is known from that of a password', () => {
    const problem = refused(401, { codigo: 'SECOND_FACTOR_REQUIRED' });
    expect([asksForCode(problem), asksForCode(refused(401))]).toEqual([true, false]);
    expect(refusalText(problem, 'password', es)).toBe(es.signIn.codeRefused);
  });

  test('that is none says what happened instead', () => {
    const text = refusalText(new ApiProblem({ kind: 'unreachable' }), 'password', es);
    expect(text).toContain(es.failure.unreachableTitle);
  });
});
