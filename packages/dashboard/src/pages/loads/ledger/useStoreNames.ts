import { useCallback, useMemo } from 'react';
import { useAsk } from '../kit.ts';

/** The names of stores by their ids; an id that is not known stands for itself. */
export function useStoreNames(): (id: string) => string {
  const stores = useAsk('listarUbicaciones', {}).data?.body.datos;
  const names = useMemo(() => new Map(stores?.map(({ id, nombre }) => [id, nombre])), [stores]);
  return useCallback((id) => names.get(id) ?? id, [names]);
}
