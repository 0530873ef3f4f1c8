import type { RequestTo } from '../../../client/index.ts';
import type { Store } from './types.ts';

export interface StoreForm {
  readonly id: string;
  readonly codigo: string;
  readonly nombre: string;
  readonly tipo: Store['tipo'];
  readonly region: string;
  readonly ciudad: string;
  readonly zona_horaria: string;
  readonly activo: boolean;
}

/** None yet, where most of the others are. */
export function newStore(zone: string): StoreForm {
  return { id: '', codigo: '', nombre: '', tipo: 'tienda', region: '', ciudad: '', zona_horaria: zone, activo: true };
}

export function formOf({ region, ciudad, ...store }: Store): StoreForm {
  return { ...store, region: region ?? '', ciudad: ciudad ?? '' };
}

/** The time zone of most stores; of the browser where there are none. */
export function usualZone(stores: readonly Store[], fallback: string): string {
  const counts = new Map<string, number>();
  for (const { zona_horaria: zone } of stores) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  const [usual] = [...counts].toSorted(([, left], [, right]) => right - left);
  return usual?.[0] ?? fallback;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

type CreateBody = RequestTo<'crearUbicacion'>['body'];
type ChangeBody = RequestTo<'cambiarUbicacion'>['body'];

export function createBody({ region, ciudad, id, codigo, nombre, ...rest }: StoreForm): CreateBody {
  const texts = { id: id.trim(), codigo: codigo.trim(), nombre: nombre.trim() };
  return { ...rest, ...texts, region: orNull(region), ciudad: orNull(ciudad) };
}

export function changeBody({ id: _id, region, ciudad, codigo, nombre, ...rest }: Partial<StoreForm>): ChangeBody {
  return {
    ...rest,
    ...(codigo === undefined ? {} : { codigo: codigo.trim() }),
    ...(nombre === undefined ? {} : { nombre: nombre.trim() }),
    ...(region === undefined ? {} : { region: orNull(region) }),
    ...(ciudad === undefined ? {} : { ciudad: orNull(ciudad) }),
  };
}

/** The change that takes these changes back. */
export function undoBody(before: StoreForm, changes: Partial<StoreForm>): ChangeBody {
  const names = Object.keys(changes);
  return changeBody(Object.fromEntries(Object.entries(before).filter(([name]) => names.includes(name))));
}

/** Fields that have to be filled in. */
export function missingIn({ id, codigo, nombre, zona_horaria: zone }: StoreForm): readonly (keyof StoreForm)[] {
  const needed = Object.entries({ id, codigo, nombre, zona_horaria: zone });
  return needed.filter(([, text]) => text.trim() === '').map(([name]) => name as keyof StoreForm);
}
