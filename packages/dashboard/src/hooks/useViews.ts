import type { Vista } from '../client/index.ts';
import { relativeSearch } from '../range/index.ts';
import { useAddressSearch } from './useAddress.ts';
import { useAsk, useTell } from './useAsk.ts';
import { useDataRange } from './useDataRange.ts';

/** As many as a person may keep. */
const MOST = 200;

/** The saved views of a page, and what can be done with them. What fails throws ApiProblem. */
export interface Views {
  readonly views: readonly Vista[];
  readonly state: 'ready' | 'waiting' | 'failed';
  /** The one whose filters are exactly those on screen. */
  readonly current: Vista | undefined;
  readonly save: (name: string, shared: boolean) => Promise<void>;
  readonly rename: (view: Vista, name: string, shared: boolean) => Promise<void>;
  /** Gives a view the filters on screen. */
  readonly refill: (view: Vista) => Promise<void>;
  readonly remove: (view: Vista) => Promise<void>;
  /** Saves a view again that has been removed. */
  readonly restore: (view: Vista) => Promise<void>;
}

/** @param page its path below the dashboard's, `/ventas` */
export function useViews(page: string): Views {
  const data = useDataRange().data ?? null;
  // A view of this month is one of another month when it is opened then.
  const search = relativeSearch(useAddressSearch(), data).slice(1);
  const answer = useAsk('listarVistas', { query: { pagina: page, limite: MOST } });
  const create = useTell('crearVista', ['listarVistas']);
  const change = useTell('cambiarVista', ['listarVistas']);
  const take = useTell('quitarVista', ['listarVistas']);
  const views = answer.data?.body.datos ?? [];

  const add = async (nombre: string, parametros: string, compartida: boolean) => {
    await create.mutateAsync({ body: { pagina: page, nombre, parametros, compartida } });
  };
  return {
    views,
    state: answer.data === undefined ? (answer.isError ? 'failed' : 'waiting') : 'ready',
    current: views.find(({ parametros }) => isSameSearch(parametros, search)),
    save: (name, shared) => add(name, search, shared),
    rename: async ({ id }, nombre, compartida) => {
      await change.mutateAsync({ params: { id }, body: { nombre, compartida } });
    },
    refill: async ({ id }) => {
      await change.mutateAsync({ params: { id }, body: { parametros: search } });
    },
    remove: async ({ id }) => {
      await take.mutateAsync({ params: { id } });
    },
    restore: ({ nombre, parametros, compartida }) => add(nombre, parametros, compartida),
  };
}

/** Whether two query strings say the same; the order of different parameters says nothing. */
function isSameSearch(left: string, right: string): boolean {
  const sorted = (text: string) => {
    const parameters = new URLSearchParams(text);
    parameters.sort();
    return parameters.toString();
  };
  return sorted(left) === sorted(right);
}
