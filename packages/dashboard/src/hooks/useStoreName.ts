import { useMemo } from 'react';
import { useAsk } from './useAsk.ts';

/** What a store is called, by its id; the id itself where the name is not known, or not yet. */
export function useStoreName(): (id: string) => string {
  const stores = useAsk('listarUbicaciones', {}).data?.body.datos;
  return useMemo(() => {
    const names = new Map(stores?.map(({ id, nombre }) => [id, nombre]));
    return (id) => names.get(id) ?? id;
  }, [stores]);
}
