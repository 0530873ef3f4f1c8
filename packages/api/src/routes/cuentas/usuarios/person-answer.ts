import type { Persona } from '@fluxion/contract';
import { findPerson, type Person } from '@fluxion/engine/operations';
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
