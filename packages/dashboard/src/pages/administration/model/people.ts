import type { Rol } from '../../../client/index.ts';
import type { View } from './address.ts';
import type { Person } from './types.ts';

export interface PersonForm {
  readonly correo: string;
  readonly nombre: string;
  readonly rol: Rol;
  readonly ubicaciones: readonly string[];
  readonly activo: boolean;
}

/** From this role upwards all stores are seen. */
const allStores: ReadonlySet<Rol> = new Set(['gerente_general', 'super_admin']);

export function seesAllStores(role: Rol): boolean {
  return allStores.has(role);
}

/** Nobody yet. */
export const newPerson: PersonForm = { correo: '', nombre: '', rol: 'visualizador', ubicaciones: [], activo: true };

export function formOf({ correo, nombre, rol, ubicaciones, activo }: Person): PersonForm {
  return { correo, nombre, rol, ubicaciones: ubicaciones.toSorted(), activo };
}

/** What is asked of the API to make these changes; a person's mail address stays what it is. */
export function changeBody({ nombre, rol, ubicaciones, activo }: Partial<PersonForm>) {
  return {
    ...(nombre === undefined ? {} : { nombre: nombre.trim() }),
    ...(rol === undefined ? {} : { rol }),
    ...(ubicaciones === undefined ? {} : { ubicaciones: [...ubicaciones] }),
    ...(activo === undefined ? {} : { activo }),
  };
}

/** The change that takes these changes back. */
export function undoBody(before: PersonForm, changes: Partial<PersonForm>) {
  const names = Object.keys(changes);
  return changeBody(Object.fromEntries(Object.entries(before).filter(([name]) => names.includes(name))));
}

/** Fields that are missing or cannot be what they should, found before anything is sent. */
export function missingIn({ correo, nombre }: PersonForm): readonly ('correo' | 'nombre')[] {
  const missing: ('correo' | 'nombre')[] = [];
  if (!/^[^\s@]+@[^\s@]+$/.test(correo.trim())) missing.push('correo');
  if (nombre.trim() === '') missing.push('nombre');
  return missing;
}

/** Letters without their accents, in small. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Whether all words typed are somewhere in the texts. */
export function matches(texts: readonly (string | null)[], typed: string): boolean {
  const all = plain(texts.join(' '));
  return plain(typed)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

export function peopleOf(people: readonly Person[], { text, role }: View): readonly Person[] {
  return people.filter(({ correo, nombre, rol }) => (role === null || rol === role) && matches([nombre, correo], text));
}
