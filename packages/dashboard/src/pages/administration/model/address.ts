import { isBusinessDate } from '../../../range/index.ts';
import { roles, type Rol } from '../../../client/index.ts';
import { actions } from './actions.ts';
import type { Action } from './types.ts';

export const sections = ['personas', 'tiendas', 'claves', 'auditoria'] as const;
export type Section = (typeof sections)[number];

/** What is being added, where something's id would stand. */
export const NEW = 'nueva';

/** What is on screen: it lives in the address bar. */
export interface View {
  readonly section: Section;
  /** What is open of the section: an id, or `NEW`; null if nothing is. */
  readonly open: string | null;
  /** Words to find people or stores by. */
  readonly text: string;
  readonly role: Rol | null;
  /** Whose keys, or deeds. */
  readonly person: string | null;
  readonly action: Action | null;
  /** Days, where the browser is; empty: open at that end. */
  readonly from: string;
  readonly to: string;
  /** Keys that ended, too. */
  readonly ended: boolean;
}

function oneOf<Name extends string>(names: readonly Name[], text: string | null): Name | null {
  return names.find((name) => name === text) ?? null;
}

function idIn(parameters: URLSearchParams, name: string): string | null {
  const text = parameters.get(name) ?? '';
  return text === '' || text.length > 50 ? null : text;
}

export function readView(search: string): View {
  const parameters = new URLSearchParams(search);
  const day = (name: string) => {
    const text = parameters.get(name) ?? '';
    return isBusinessDate(text) ? text : '';
  };
  const [from, to] = [day('desde'), day('hasta')];
  const isReversed = from !== '' && to !== '' && from > to;
  return {
    section: oneOf(sections, parameters.get('seccion')) ?? 'personas',
    open: idIn(parameters, 'abierto'),
    text: parameters.get('q') ?? '',
    role: oneOf(roles, parameters.get('rol')),
    person: idIn(parameters, 'persona'),
    action: oneOf(actions, parameters.get('accion')),
    from: isReversed ? '' : from,
    to: isReversed ? '' : to,
    ended: parameters.get('estado') === 'todas',
  };
}

/** Another section, with nothing of the present one. */
export function sectionPatch(section: Section) {
  const nothing = { abierto: null, q: null, rol: null, persona: null, accion: null, desde: null, hasta: null };
  return { ...nothing, estado: null, seccion: section === 'personas' ? null : section };
}
