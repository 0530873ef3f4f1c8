import { roles, type Principal } from '@fluxion/engine/operations';
import type { Permission } from '../http/server-types.ts';
import { RequestProblem } from '../problems/problem.ts';

/** Refuses a caller who may not call a route. @throws RequestProblem FORBIDDEN */
export function requirePermission({ actor, inPerson }: Principal, permission: Permission | undefined): void {
  if (permission === undefined || permission === 'public' || permission === 'signed in') return;
  if (permission !== 'in person') {
    if (roles.indexOf(actor.rol) < roles.indexOf(permission)) throw new RequestProblem('FORBIDDEN');
  } else if (!inPerson) {
    const detail = 'Esto se hace en una sesión abierta con su correo y su clave, no con una clave de API.';
    throw new RequestProblem('FORBIDDEN', { detail });
  }
}
