import { useCallback } from 'react';
import { useAsk } from '../../hooks/index.ts';

/** A store's name by its id; the id itself as long as the name is unknown. */
export function useStoreName(): (id: string) => string {
  const rows = useAsk('listarUbicaciones', {}).data?.body.datos;
  return useCallback((id) => rows?.find((store) => store.id === id)?.nombre ?? id, [rows]);
}
