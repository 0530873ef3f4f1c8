import { createLink, createPerson, type Role } from '@fluxion/engine/operations';
import type { LightMyRequestResponse } from 'fastify';
import type { TestChain } from './test-chain.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody who has signed in with their password. */
export interface TestPerson {
  readonly id: string;
  readonly correo: string;
  readonly clave: string;
  readonly cookies: Readonly<Record<string, string>>;
  call(method: Method, url: string, payload?: object): Promise<LightMyRequestResponse>;
}

export const goodPassword = 'caballo pila grapa';

/** The session's cookie that an answer sets; none: an empty object. */
export function cookiesOf(answer: LightMyRequestResponse): Record<string, string> {
  const value = answer.cookies.find(({ name }) => name === 'fluxion_sesion')?.value;
  return value === undefined ? {} : { fluxion_sesion: value };
}

/** A new person, without a password. */
export async function newPerson(
  { pool }: TestChain,
  rol: Role,
  ubicaciones: readonly string[] = [],
): Promise<{ readonly id: string; readonly correo: string }> {
  const correo = `${crypto.randomUUID()}@prueba.example`;
  const id = await createPerson({
    ctx: { db: pool },
    input: { correo, nombre: 'Persona de prueba', rol, ubicaciones },
  });
  return { id, correo };
}

/** A link with which the person sets their password. */
export async function linkOf({ pool }: TestChain, userId: string): Promise<string> {
  const created = await createLink({ ctx: { db: pool }, input: { userId } });
  if (created === undefined) throw new Error(`no link for ${userId}`);
  return created.link;
}

/** A new person who has set their password by a link, which signed them in. */
export async function signedInPerson(
  chain: TestChain,
  role: Role,
  stores: readonly string[] = [],
): Promise<TestPerson> {
  const person = await newPerson(chain, role, stores);
  const payload = { enlace: await linkOf(chain, person.id), clave: goodPassword };
  const cookies = cookiesOf(await chain.server.inject({ method: 'POST', url: '/sesion/enlace', payload }));
  return {
    ...person,
    clave: goodPassword,
    cookies,
    call: (method, url, body) =>
      chain.server.inject({ method, url, cookies: { ...cookies }, ...(body === undefined ? {} : { payload: body }) }),
  };
}
