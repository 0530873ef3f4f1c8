import { createHmac } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusedFields } from '../../../testing/answers.ts';
import { cookiesOf, goodPassword, linkOf, signedInPerson, type TestPerson } from '../../../testing/people.ts';
import { openTestChain, type TestChain } from '../../../testing/test-chain.ts';

let chain: TestChain;

beforeAll(async () => {
  chain = await openTestChain();
});

afterAll(() => chain.close());

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app shows, `steps` of 30 s from now (RFC 6238, written anew). */
function codeAt(secreto: string, steps = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', fromBase32(secreto)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

interface Enrolled extends TestPerson {
  readonly secreto: string;
  readonly recovery: readonly string[];
}

/** Somebody with a confirmed second factor. */
async function enrolled(): Promise<Enrolled> {
  const person = await signedInPerson(chain, 'super_admin');
  const { secreto } = (await person.call('POST', '/sesion/segundo-factor', { clave: goodPassword })).json();
  const url = '/sesion/segundo-factor/confirmar';
  // A step back, so that the codes of now and later are still to be used.
  const confirmed = await person.call('POST', url, { codigo: codeAt(secreto, -1) });
  return { ...person, secreto, recovery: confirmed.json().codigos_recuperacion };
}

function signIn({ correo, clave }: TestPerson, codigo?: string): Promise<LightMyRequestResponse> {
  const payload = { correo, clave, ...(codigo === undefined ? {} : { codigo }) };
  return chain.server.inject({ method: 'POST', url: '/sesion', payload });
}

async function codeOf(answer: Promise<LightMyRequestResponse>): Promise<string> {
  const { statusCode, body } = await answer;
  return statusCode < 400 ? String(statusCode) : String(JSON.parse(body).codigo);
}

async function stateOf(person: TestPerson): Promise<string> {
  return (await person.call('GET', '/sesion')).json().segundo_factor;
}

describe('a second factor', () => {
  it('is asked of administrators, and of them from the moment that it is confirmed', async () => {
    const person = await signedInPerson(chain, 'super_admin');
    expect(await stateOf(person)).toBe('pendiente');
    const other = cookiesOf(await signIn(person));
    expect(await codeOf(person.call('POST', '/sesion/segundo-factor', { clave: 'no es la clave' }))).toBe(
      'UNAUTHENTICATED',
    );
    const enrolment = (await person.call('POST', '/sesion/segundo-factor', { clave: goodPassword })).json();
    expect(enrolment.uri).toContain(`secret=${enrolment.secreto}`);
    expect(await codeOf(signIn(person))).toBe('204');
    const url = '/sesion/segundo-factor/confirmar';
    const wrong = await person.call('POST', url, { codigo: codeAt(enrolment.secreto, 40) });
    expect(refusedFields(wrong)).toEqual(['codigo']);
    const confirmed = await person.call('POST', url, { codigo: codeAt(enrolment.secreto) });
    expect(confirmed.json().codigos_recuperacion).toHaveLength(10);
    expect(await stateOf(person)).toBe('activo');
    expect((await chain.server.inject({ url: '/sesion', cookies: other })).statusCode).toBe(401);
    expect(await codeOf(signIn(person))).toBe('SECOND_FACTOR_REQUIRED');
    expect(await codeOf(signIn(person, codeAt(enrolment.secreto, 1)))).toBe('204');
  });

  it('tells of itself only those who know the password', async () => {
    const person = await enrolled();
    expect(await codeOf(signIn({ ...person, clave: 'no es la clave' }, codeAt(person.secreto)))).toBe(
      'UNAUTHENTICATED',
    );
    expect(await codeOf(signIn(person, codeAt(person.secreto)))).toBe('204');
  });

  it('takes each code once, of many at a time too, and none before one that was taken', async () => {
    const person = await enrolled();
    const code = codeAt(person.secreto, 1);
    const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(signIn(person, code))));
    expect(codes.filter((found) => found === '204')).toHaveLength(1);
    expect(await codeOf(signIn(person, codeAt(person.secreto)))).toBe('SECOND_FACTOR_REQUIRED');
  });

  it('takes each recovery code once, of many at a time too', async () => {
    const person = await enrolled();
    const [first = '', second = ''] = person.recovery;
    const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(signIn(person, first.toLowerCase()))));
    expect(codes.filter((found) => found === '204')).toHaveLength(1);
    expect(await codeOf(signIn(person, second.replaceAll('-', ' ')))).toBe('204');
    const other = await enrolled();
    expect(await codeOf(signIn(person, other.recovery[0]))).toBe('SECOND_FACTOR_REQUIRED');
  });

  it('makes whoever has the password wait after ten codes that are wrong, wherever they are', async () => {
    const person = await enrolled();
    const codes: string[] = [];
    for (let i = 0; i < 11; i += 1) codes.push(await codeOf(signIn(person, '000000')));
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'SECOND_FACTOR_REQUIRED'), 'TOO_MANY_ATTEMPTS']);
    expect(await codeOf(signIn(person, codeAt(person.secreto)))).toBe('TOO_MANY_ATTEMPTS');
  });

  it('is asked of a one-time link too, which stays until it is right', async () => {
    const person = await enrolled();
    const enlace = await linkOf(chain, person.id);
    const use = (more: object) =>
      codeOf(
        chain.server.inject({
          method: 'POST',
          url: '/sesion/enlace',
          payload: { enlace, clave: goodPassword, ...more },
        }),
      );
    expect(await use({})).toBe('SECOND_FACTOR_REQUIRED');
    expect(await use({ codigo: '000000' })).toBe('SECOND_FACTOR_REQUIRED');
    expect(await use({ codigo: codeAt(person.secreto) })).toBe('204');
  });

  it('is replaced with a code of the one before, whose recovery codes end', async () => {
    const person = await enrolled();
    const ask = (more: object) => person.call('POST', '/sesion/segundo-factor', { clave: goodPassword, ...more });
    expect(await codeOf(ask({}))).toBe('SECOND_FACTOR_REQUIRED');
    const { secreto } = (await ask({ codigo: codeAt(person.secreto) })).json();
    await person.call('POST', '/sesion/segundo-factor/confirmar', { codigo: codeAt(secreto, -1) });
    expect(await codeOf(signIn(person, person.recovery[0]))).toBe('SECOND_FACTOR_REQUIRED');
    expect(await codeOf(signIn(person, codeAt(secreto)))).toBe('204');
  });

  it('is taken from somebody who has lost it by another administrator, not by themselves', async () => {
    const [person, administrator] = [await enrolled(), await signedInPerson(chain, 'super_admin')];
    const url = `/usuarios/${person.id}/segundo-factor`;
    expect(await codeOf(person.call('DELETE', url))).toBe('FORBIDDEN');
    expect(await codeOf(administrator.call('DELETE', '/usuarios/nadie/segundo-factor'))).toBe('NOT_FOUND');
    expect(await codeOf(administrator.call('DELETE', url))).toBe('204');
    expect(await codeOf(signIn(person))).toBe('204');
  });
});
