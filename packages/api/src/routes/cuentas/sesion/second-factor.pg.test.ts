import { createHmac } from 'node:crypto';
import type { Role } from '@fluxion/engine/operations';
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
async function enrolled(rol: Role = 'super_admin'): Promise<Enrolled> {
  const person = await signedInPerson(chain, rol);
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

  it('stays as it is until the one in its place is confirmed', async () => {
    const person = await enrolled();
    const asked = { clave: goodPassword, codigo: codeAt(person.secreto) };
    expect(await codeOf(person.call('POST', '/sesion/segundo-factor', asked))).toBe('200');
    expect(await stateOf(person)).toBe('activo');
    expect(await codeOf(signIn(person))).toBe('SECOND_FACTOR_REQUIRED');
    expect(await codeOf(signIn(person, person.recovery[0]))).toBe('204');
  });

  it('is given up by its person with password and code, but not by an administrator', async () => {
    const url = '/sesion/segundo-factor/quitar';
    const person = await enrolled('gerente_tienda');
    const give = (body: object) => codeOf(person.call('POST', url, body));
    expect(await give({ clave: 'no es la clave', codigo: person.recovery[0] })).toBe('UNAUTHENTICATED');
    expect(await give({ clave: goodPassword })).toBe('SECOND_FACTOR_REQUIRED');
    expect(await give({ clave: goodPassword, codigo: codeAt(person.secreto) })).toBe('204');
    expect(await stateOf(person)).toBe('no');
    expect(await codeOf(signIn(person))).toBe('204');
    const administrator = await enrolled();
    const asked = { clave: goodPassword, codigo: codeAt(administrator.secreto) };
    expect(await codeOf(administrator.call('POST', url, asked))).toBe('FORBIDDEN');
    expect(await stateOf(administrator)).toBe('activo');
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

describe('its secret', () => {
  const url = '/sesion/segundo-factor';
  const secretOf = async ({ id }: TestPerson): Promise<Buffer> => {
    const text = 'SELECT totp_secreto FROM fluxion.credenciales WHERE usuario_id = $1';
    return (await chain.pool.query<{ totp_secreto: Buffer }>(text, [id])).rows[0]?.totp_secreto ?? Buffer.alloc(0);
  };
  const store = ({ id }: TestPerson, secret: Buffer) =>
    chain.pool.query('UPDATE fluxion.credenciales SET totp_secreto = $2 WHERE usuario_id = $1', [id, secret]);

  it('is encrypted in the database, and worth nothing in the place of another', async () => {
    const [person, other] = [await enrolled(), await enrolled()];
    const stored = await secretOf(person);
    expect(stored.includes(fromBase32(person.secreto))).toBe(false);
    await store(other, stored);
    expect(await codeOf(signIn(other, codeAt(person.secreto)))).toBe('SECOND_FACTOR_UNREADABLE');
    expect(await codeOf(signIn(other, other.recovery[0]))).toBe('204');
  });

  it('that was stored as it is goes on, and is encrypted when it is next used', async () => {
    const person = await enrolled();
    await store(person, fromBase32(person.secreto));
    expect(await codeOf(signIn(person, '000000'))).toBe('SECOND_FACTOR_REQUIRED');
    expect(await secretOf(person)).toEqual(fromBase32(person.secreto));
    expect(await codeOf(signIn(person, codeAt(person.secreto)))).toBe('204');
    expect((await secretOf(person)).includes(fromBase32(person.secreto))).toBe(false);
    expect(await codeOf(signIn(person, codeAt(person.secreto, 1)))).toBe('204');
  });

  it('whose key is lost lets its person in by a recovery code, and be given another', async () => {
    const person = await enrolled();
    const stored = await secretOf(person);
    // The bytes that name the key.
    await store(person, Buffer.concat([stored.subarray(0, 1), Buffer.alloc(4), stored.subarray(5)]));
    expect(await codeOf(signIn(person, codeAt(person.secreto)))).toBe('SECOND_FACTOR_UNREADABLE');
    const enrolment = await person.call('POST', url, { clave: goodPassword, codigo: person.recovery[0] });
    const codigo = codeAt(enrolment.json().secreto, -1);
    expect(await codeOf(person.call('POST', `${url}/confirmar`, { codigo }))).toBe('200');
    expect(await codeOf(signIn(person, codeAt(enrolment.json().secreto)))).toBe('204');
  });
});
