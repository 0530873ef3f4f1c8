import type { ReactNode } from 'react';
import { Skeleton } from '../../components/index.ts';
import { useAsk } from '../../hooks/index.ts';
import type { Place, Step } from './address/index.ts';
import { useStores, useWords } from './explore/index.ts';

/** What each step's store, category or product is called; a product goes by its id where its name cannot be had. */
export function useStepNames(place: Place): (step: Step | null) => ReactNode {
  const texts = useWords();
  const stores = useStores();
  const product = useAsk('verProducto', { params: { id: place.product ?? '' } }, { enabled: place.product !== null });
  return (step) => {
    if (step === null) return texts.chain;
    if (step === 'store') return stores(place.store ?? '').name;
    if (step === 'category') return place.category;
    const known = product.data?.body.producto;
    if (known?.id === place.product) return known.descripcion;
    return product.isFetching ? <Skeleton width="8rem" height="0.8em" /> : place.product;
  };
}
