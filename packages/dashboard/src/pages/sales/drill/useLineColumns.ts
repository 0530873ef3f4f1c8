import { useMemo } from 'react';
import type { Column } from '../../../components/index.ts';
import { useRates } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { type Explore, useStores, useWords } from '../explore/index.ts';
import type { ColumnsInput } from './columns.tsx';
import type { ReceiptLine } from '../receipt/columns.tsx';
import { lineColumns } from './line-columns.tsx';

export interface LineTable {
  readonly texts: ColumnsInput['texts'];
  readonly columns: Column<ReceiptLine>[];
}

/** The columns of lines, without those that the place settles. */
export function useLineColumns({ place }: Explore): LineTable {
  const texts = useWords();
  const { tag } = useLocale();
  const stores = useStores();
  const rates = useRates();
  const [store, product] = [place.store === null, place.product === null];
  const columns = useMemo(
    () => lineColumns({ texts, tag, stores, rates, open: { store, product } }),
    [texts, tag, stores, rates, store, product],
  );
  return { texts, columns };
}
