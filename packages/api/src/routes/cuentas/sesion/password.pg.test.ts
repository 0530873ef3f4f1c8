import { SesionResponse } from '@fluxion/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../../testing/answers.ts';
import {
  cookiesOf,
  goodPassword,
  linkOf,
  newPerson,
  signedInPerson,
  type TestPerson,
} from '../../../testing/people.ts';
import { openTestChain, type TestChain } from '../../../testing/test-chain.ts';

let chain: TestChain;
let ana: TestPerson;
let lastAddress = 0;

beforeAll(async () => {
  chain = await openTestChain();
  ana = await signedInPerson(chain, 'gerente_tienda', ['T1']);
});

afterAll(() => chain.close());

/** An address that nobody has tried anything from. */
function freshAddress(): string {
  lastAddress += 1;
  return `198.51.100.${lastAddress}`;
}

function post(url: string, payload: object, address: string = freshAddress()): Promise<LightMyRequestResponse> {
  return chain.server.inject({ method: 'POST', url, payload, headers: { 'x-forwarded-for': address } });
}

function signIn(correo: string, clave: string, address?: string): Promise<LightMyRequestResponse> {
  return post('/sesion', { correo, clave }, address);
}

async function codeOf(answer: Promise<LightMyRequestResponse>): Promise<string> {
  const { statusCode, body } = await answer;
  return statusCode < 400 ? String(statusCode) : String(JSON.parse(body).codigo);
}

async function status(cookies: Readonly<Record<string, string>>): Promise<number> {
  return (await chain.server.inject({ url: '/sesion', cookies: { ...cookies } })).statusCode;
}

describe('a password', () => {
  it('signs in its person, however the mail address is written, in a session of its own', async () => {
    const answer = await signIn(ana.correo.toUpperCase(), ana.clave);
    expect({ status: answer.statusCode, body: answer.body }).toEqual({ status: 204, body: '' });
    const cookies = cookiesOf(answer);
    expect(cookies.fluxion_sesion).not.toBe(ana.cookies.fluxion_sesion);
    const shown = await chain.server.inject({ url: '/sesion', cookies });
    expect(bodyOf(SesionResponse, shown)).toMatchObject({
      usuario: { id: ana.id, rol: 'gerente_tienda' },
      segundo_factor: 'no',
    });
  });

  it('that is wrong is answered as a person who is not there, has none, or is inactive', async () => {
    const [invited, gone] = [await newPerson(chain, 'visualizador'), await signedInPerson(chain, 'visualizador')];
    await chain.pool.query('UPDATE usuarios SET activo = false WHERE id = $1', [gone.id]);
    const answers = await Promise.all([
      signIn(ana.correo, 'no es la clave'),
      signIn('nadie@prueba.example', goodPassword),
      signIn(invited.correo, goodPassword),
      signIn(gone.correo, gone.clave),
    ]);
    const bodies = answers.map((answer) => ({ ...answer.json(), id_solicitud: '' }));
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(bodies[0]).toMatchObject({ status: 401, codigo: 'UNAUTHENTICATED' });
  });

  it('goes with a mail address and not with a token', async () => {
    expect(refusedFields(await post('/sesion', {}))).toEqual(['correo']);
    expect(refusedFields(await post('/sesion', { correo: ana.correo }))).toEqual(['clave']);
    expect(refusedFields(await post('/sesion', { correo: 'sin arroba', clave: 'x' }))).toEqual(['correo']);
    expect(refusedFields(await post('/sesion', { token: 'x', clave: 'x' }))).toEqual(['clave']);
  });

  it('ends the session that the browser had', async () => {
    const before = await signedInPerson(chain, 'visualizador');
    const payload = { correo: before.correo, clave: before.clave };
    await chain.server.inject({ method: 'POST', url: '/sesion', payload, cookies: { ...before.cookies } });
    expect(await status(before.cookies)).toBe(401);
  });

  it('is told of in the audit log, and never shown in it', async () => {
    await signIn(ana.correo, 'no es la clave');
    const { rows } = await chain.pool.query<{ deed: string }>('SELECT a::text AS deed FROM fluxion.auditoria AS a');
    const deeds = rows.map(({ deed }) => deed);
    expect(deeds.some((deed) => deed.includes('iniciar_sesion') && deed.includes(ana.id))).toBe(true);
    expect(deeds.some((deed) => deed.includes('sesion_rechazada') && deed.includes(ana.correo))).toBe(true);
    for (const deed of deeds) expect(deed).not.toMatch(/no es la clave|caballo|f[se]_[A-Za-z0-9_-]{9}/);
  });
});

describe('whoever guesses', () => {
  it('waits after ten failures, all at once too, and the owner elsewhere does not', async () => {
    const [victim, address] = [await signedInPerson(chain, 'visualizador'), freshAddress()];
    const guesses = Array.from({ length: 14 }, (_, i) => codeOf(signIn(victim.correo, `no es la clave ${i}`, address)));
    const codes = await Promise.all(guesses);
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(4);
    const refused = await signIn(victim.correo, victim.clave, address);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(600);
    expect(await codeOf(signIn(victim.correo, victim.clave))).toBe('204');
  });

  it('waits as long for somebody who is not there', async () => {
    const address = freshAddress();
    const codes: string[] = [];
    for (let i = 0; i < 11; i += 1) codes.push(await codeOf(signIn('tampoco@prueba.example', `clave ${i}`, address)));
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'UNAUTHENTICATED'), 'TOO_MANY_ATTEMPTS']);
  });

  it('from many addresses slows the account down, but not where its owner has signed in before', async () => {
    const [victim, known] = [await signedInPerson(chain, 'visualizador'), freshAddress()];
    expect(await codeOf(signIn(victim.correo, victim.clave, known))).toBe('204');
    for (let i = 0; i < 20; i += 1) await signIn(victim.correo, 'no es la clave');
    expect(await codeOf(signIn(victim.correo, victim.clave))).toBe('TOO_MANY_ATTEMPTS');
    expect(await codeOf(signIn(victim.correo, victim.clave, known))).toBe('204');
    await post('/sesion/enlace', { enlace: await linkOf(chain, victim.id), clave: goodPassword });
    expect(await codeOf(signIn(victim.correo, goodPassword))).toBe('204');
  });

  it('gains no more tries by signing in as somebody else in between', async () => {
    const [mallory, address] = [await signedInPerson(chain, 'visualizador'), freshAddress()];
    for (let i = 0; i < 50; i += 1) await post('/sesion', { token: 'falso' }, address);
    expect(await codeOf(signIn(mallory.correo, mallory.clave, address))).toBe('TOO_MANY_ATTEMPTS');
  });
});

describe('a one-time link', () => {
  it('sets the password once, of two at a time too', async () => {
    const person = await newPerson(chain, 'visualizador');
    const payload = { enlace: await linkOf(chain, person.id), clave: goodPassword };
    const tries = [0, 1, 2].map(() => codeOf(post('/sesion/enlace', payload)));
    expect((await Promise.all(tries)).toSorted()).toEqual(['204', 'UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(await codeOf(signIn(person.correo, goodPassword))).toBe('204');
  });

  it('stays where the password will not do', async () => {
    const { id, correo } = await newPerson(chain, 'visualizador');
    const enlace = await linkOf(chain, id);
    for (const clave of ['corta', correo, 'contraseña123', 'aaaaaaaaaaaaaaa', 'x1y2z'.repeat(26)]) {
      expect(refusedFields(await post('/sesion/enlace', { enlace, clave }))).toEqual(['clave']);
    }
    expect(await codeOf(post('/sesion/enlace', { enlace, clave: goodPassword }))).toBe('204');
  });

  it('ends with the next one, with its day, and with its person', async () => {
    const person = await newPerson(chain, 'visualizador');
    const tryOut = async (enlace: string) => codeOf(post('/sesion/enlace', { enlace, clave: goodPassword }));
    const first = await linkOf(chain, person.id);
    const second = await linkOf(chain, person.id);
    expect(await tryOut(first)).toBe('UNAUTHENTICATED');
    await chain.pool.query(`UPDATE fluxion.enlaces SET expira = now() - interval '1 second'`);
    expect(await tryOut(second)).toBe('UNAUTHENTICATED');
    const third = await linkOf(chain, person.id);
    await chain.pool.query('UPDATE usuarios SET activo = false WHERE id = $1', [person.id]);
    expect(await tryOut(third)).toBe('UNAUTHENTICATED');
  });

  it('ends all sessions that were open', async () => {
    const person = await signedInPerson(chain, 'visualizador');
    await post('/sesion/enlace', { enlace: await linkOf(chain, person.id), clave: 'otra frase muy larga' });
    expect(await status(person.cookies)).toBe(401);
  });
});

describe('changing the password', () => {
  it('takes the present one, ends every session, and goes on in a new one', async () => {
    const person = await signedInPerson(chain, 'visualizador');
    const other = cookiesOf(await signIn(person.correo, person.clave));
    expect(
      (await person.call('PUT', '/sesion/clave', { actual: 'no es esta', nueva: 'otra frase larga' })).statusCode,
    ).toBe(401);
    expect(refusedFields(await person.call('PUT', '/sesion/clave', { actual: person.clave, nueva: 'corta' }))).toEqual([
      'nueva',
    ]);
    const changed = await person.call('PUT', '/sesion/clave', { actual: person.clave, nueva: 'otra frase larga' });
    expect(changed.statusCode).toBe(204);
    expect([await status(person.cookies), await status(other), await status(cookiesOf(changed))]).toEqual([
      401, 401, 200,
    ]);
    expect(await codeOf(signIn(person.correo, person.clave))).toBe('UNAUTHENTICATED');
    expect(await codeOf(signIn(person.correo, 'otra frase larga'))).toBe('204');
  });

  it('leaves no session of the old one, however many sign in meanwhile', async () => {
    const person = await signedInPerson(chain, 'visualizador');
    const signing = Array.from({ length: 6 }, () => signIn(person.correo, person.clave));
    await person.call('PUT', '/sesion/clave', { actual: person.clave, nueva: 'otra frase larga' });
    for (const answer of await Promise.all(signing)) expect(await status(cookiesOf(answer))).toBe(401);
  });

  it('is not done with an API token, nor in a session that was opened with one', async () => {
    const token = await chain.tokenOf('super_admin');
    const payload = { actual: goodPassword, nueva: 'otra frase larga' };
    const url = '/sesion/clave';
    const headers = { authorization: `Bearer ${token}` };
    expect((await chain.server.inject({ method: 'PUT', url, payload, headers })).statusCode).toBe(403);
    const cookies = cookiesOf(await post('/sesion', { token }));
    expect((await chain.server.inject({ method: 'PUT', url, payload, cookies })).statusCode).toBe(403);
  });
});

describe('one’s sessions', () => {
  it('are listed with where they were opened, and ended one by one', async () => {
    const person = await signedInPerson(chain, 'visualizador');
    const other = cookiesOf(await signIn(person.correo, person.clave, '198.51.100.250'));
    const { datos } = (await person.call('GET', '/sesiones')).json();
    expect(datos).toMatchObject([{ direccion: '198.51.100.250', actual: false }, { actual: true }]);
    expect((await ana.call('DELETE', `/sesiones/${datos[0].id}`)).statusCode).toBe(404);
    expect(await status(other)).toBe(200);
    expect((await person.call('DELETE', `/sesiones/${datos[0].id}`)).statusCode).toBe(204);
    expect(await status(other)).toBe(401);
  });

  it('end when nobody uses them, and API tokens do not', async () => {
    const person = await signedInPerson(chain, 'visualizador');
    const token = await chain.tokenOf('visualizador');
    await chain.pool.query(`UPDATE tokens SET ultimo_uso = now() - interval '2 hours 1 second'`);
    expect(await status(person.cookies)).toBe(401);
    expect((await chain.get('/sesion', token)).statusCode).toBe(200);
  });
});
