import { roles, type RequestTo, type Rol } from '../../../client/index.ts';

export interface KeyForm {
  readonly nombre: string;
  readonly dias: KeyDays;
  readonly rol: Rol | 'propio';
  readonly scope: 'todas' | 'algunas';
  readonly ubicaciones: readonly string[];
}

export const keyDays = ['7', '30', '90', '365', '1095'] as const;
export type KeyDays = (typeof keyDays)[number];

export const newKey: KeyForm = { nombre: '', dias: '90', rol: 'propio', scope: 'todas', ubicaciones: [] };

/** A key of some stores may do at most this. */
const MOST_OF_SOME: Rol = 'gestor_abastecimiento';

/** The roles that a key of this person's may have. */
export function keyRoles(own: Rol, scope: KeyForm['scope']): readonly Rol[] {
  const most = roles.indexOf(own);
  const bound = scope === 'algunas' ? roles.indexOf(MOST_OF_SOME) : most;
  return roles.slice(0, Math.min(most, bound) + 1);
}

export function keyBody(form: KeyForm, own: Rol): RequestTo<'crearClave'>['body'] {
  const { nombre, dias, rol, scope, ubicaciones } = form;
  const chosen = keyRoles(own, scope).find((role) => role === rol);
  return {
    nombre: nombre.trim(),
    dias: Number(dias),
    ...(chosen === undefined ? {} : { rol: chosen }),
    ...(scope === 'algunas' ? { ubicaciones: [...ubicaciones] } : {}),
  };
}

/** What has to be filled in. */
export function missingIn({ nombre, scope, ubicaciones }: KeyForm): {
  readonly name: boolean;
  readonly stores: boolean;
} {
  return { name: nombre.trim() === '', stores: scope === 'algunas' && ubicaciones.length === 0 };
}
