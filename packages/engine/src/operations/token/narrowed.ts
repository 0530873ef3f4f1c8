import { scopeIncludes, type StoreScope } from '../../base/index.ts';
import { roles, storesOf, type Role } from '../context.ts';

interface Narrowing {
  readonly person: { readonly rol: Role; readonly stores: readonly string[] };
  /** What the token is held to; null: as its person. */
  readonly token: { readonly rol: Role | null; readonly stores: readonly string[] | null };
}

/** The most that somebody may be who does not see every store. */
const mostOfSome: Role = 'gestor_abastecimiento';

export function lesserRole(a: Role, b: Role): Role {
  return roles.indexOf(a) <= roles.indexOf(b) ? a : b;
}

/**
 * What a token may: the lesser of its person's role and its own, and the stores that both may see. A token of some stores
 * is at most `gestor_abastecimiento`, since the roles above see every store.
 */
export function narrowed({ person, token }: Narrowing): { readonly rol: Role; readonly stores: StoreScope } {
  const rol = lesserRole(person.rol, token.rol ?? person.rol);
  const stores = storesOf(person.rol, person.stores);
  if (token.stores === null) return { rol, stores };
  return { rol: lesserRole(rol, mostOfSome), stores: token.stores.filter((store) => scopeIncludes(stores, store)) };
}
