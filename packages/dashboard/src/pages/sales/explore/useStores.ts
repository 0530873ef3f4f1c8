import { useMemo } from 'react';
import { useAsk } from '../../../hooks/index.ts';

/** A store as the page speaks of it. */
export interface StoreName {
  readonly name: string;
  /** IANA; of receipts' times. Null until it is known. */
  readonly zone: string | null;
}

/** The stores that the reader may see, by id. A store that is not known yet goes by its id. */
export function useStores(): (id: string) => StoreName {
  const stores = useAsk('listarUbicaciones', {}).data?.body.datos;
  return useMemo(() => {
    const known = new Map(stores?.map(({ id, nombre, zona_horaria: zone }) => [id, { name: nombre, zone }]));
    return (id) => known.get(id) ?? { name: id, zone: null };
  }, [stores]);
}
