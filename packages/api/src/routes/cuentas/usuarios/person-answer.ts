import type { Persona, Rol } from '@fluxion/contract';
import { findPerson, type Person } from '@fluxion/engine/operations';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../../../context/request-context.ts';
import { RequestProblem } from '../../../problems/problem.ts';

/** A person as the contract has them. */
export function personAnswer(person: Person): Persona {
  return { ...person, ubicaciones: [...person.ubicaciones] };
}

/** The person of this id. @throws RequestProblem NOT_FOUND */
export async function requirePerson(ctx: RequestContext, id: string): Promise<Persona> {
  const person = await findPerson(ctx, id);
  if (person === undefined) throw new RequestProblem('NOT_FOUND');
  return personAnswer(person);
}

interface Call {
  readonly ctx: RequestContext;
  readonly request: FastifyRequest;
}

/**
 * Administrators are made and changed by administrators in person: an API key that got away must not be able to leave
 * another way in behind.
 *
 * @throws RequestProblem FORBIDDEN where the person is one, or is to become one, and the caller has only shown a key
 */
export async function guardAdministrators(
  { ctx, request }: Call,
  { id, rol }: { readonly id?: string; readonly rol?: Rol | undefined },
): Promise<void> {
  if (request.principal?.inPerson === true) return;
  const person = id === undefined ? undefined : await findPerson(ctx, id);
  if (rol !== 'super_admin' && person?.rol !== 'super_admin') return;
  const detail =
    'A los administradores se les administra en una sesión abierta con correo y clave, no con una clave de API.';
  throw new RequestProblem('FORBIDDEN', { detail });
}
