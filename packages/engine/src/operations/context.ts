import type { RowStreamer, SqlRunner, StoreScope } from '../base/index.ts';

/** Roles from the least to the most. */
export const roles = [
  'visualizador',
  'gerente_tienda',
  'gestor_abastecimiento',
  'gerente_general',
  'super_admin',
] as const;
export type Role = (typeof roles)[number];

/** The person on whose behalf an operation runs. */
export interface Actor {
  readonly id: string;
  readonly nombre: string;
  readonly correo: string;
  readonly rol: Role;
}

/** What every operation on behalf of a person gets. Nothing outside `stores` may be read, counted or told of. */
export interface OperationContext {
  readonly db: SqlRunner;
  readonly actor: Actor;
  readonly stores: StoreScope;
}

/** What an operation gets whose result may be of any size. */
export interface StreamingContext extends OperationContext {
  readonly db: SqlRunner & RowStreamer;
}

/** What an operation gets before it is known who asks. */
export interface AnonymousContext {
  readonly db: SqlRunner;
}

/** The stores a person may see: from gerente_general upwards all, below only those assigned. */
export function storesOf(role: Role, assigned: readonly string[]): StoreScope {
  return roles.indexOf(role) >= roles.indexOf('gerente_general') ? 'all' : assigned;
}
