import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import {
  useAddressSearch,
  useChangeSearch,
  useDataRange,
  useFilters,
  useRange,
  type ChangeSearch,
} from '../../../hooks/index.ts';
import type { DateRange } from '../../../range/index.ts';
import { readProduct, type ProductAddress } from '../model/index.ts';

/** Which product, where and when: it lives in the address. */
export interface Scope {
  readonly id: string;
  /** Empty: all of them. */
  readonly stores: readonly string[];
  /** Null as long as it is unknown, and without any sales. */
  readonly range: DateRange | null;
  /** The days are known, or there are none: questions about them can be asked. */
  readonly ready: boolean;
  readonly address: ProductAddress;
  readonly change: ChangeSearch;
  /** The stores and the days as the API takes them. */
  readonly storesQuery: { readonly ubicacion_id?: string[] };
  readonly rangeQuery: { readonly fecha_inicio?: string; readonly fecha_fin?: string };
}

export function useScope(): Scope {
  const { id = '' } = useParams({ strict: false });
  const { stores } = useFilters().filters;
  const data = useDataRange();
  const { range } = useRange(data.data ?? null);
  const search = useAddressSearch();
  const address = useMemo(() => readProduct(search), [search]);
  return {
    id,
    stores,
    range,
    ready: range !== null || !data.isPending,
    address,
    change: useChangeSearch(),
    storesQuery: stores.length === 0 ? {} : { ubicacion_id: [...stores] },
    rangeQuery: range === null ? {} : { fecha_inicio: range.from, fecha_fin: range.to },
  };
}
