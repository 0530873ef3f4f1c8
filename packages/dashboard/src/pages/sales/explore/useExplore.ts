import { useMemo } from 'react';
import {
  currencyQuery,
  filterQuery,
  useAddressSearch,
  useChangeSearch,
  useCurrency,
  useFilters,
  type ChangeSearch,
  type Filters,
} from '../../../hooks/index.ts';
import { hrefOf, type SearchPatch } from '../../../navigation/index.ts';
import type { DateRange } from '../../../range/index.ts';
import {
  narrowed,
  patched,
  readGrouping,
  readPlace,
  readReceipt,
  readView,
  type Grouping,
  type Place,
  type ReceiptKey,
  type View,
} from '../address/index.ts';

/** What the page is about and how it is looked at, read from the address; and how to change it. */
export interface Explore {
  readonly range: DateRange;
  /** The days that have data. */
  readonly data: DateRange;
  readonly place: Place;
  readonly view: View;
  readonly grouping: Grouping;
  readonly receipt: ReceiptKey | null;
  /** The filters, and within them the place: of lists, which are in bolívares. */
  readonly listQuery: SalesQuery;
  /** The same with the currency on screen: of every analysis. */
  readonly query: SalesQuery & ReturnType<typeof currencyQuery>;
  readonly go: ChangeSearch;
  /** This page with its address changed. */
  readonly href: (patch: SearchPatch) => string;
}

/** The parameters of the API that every question of the page is narrowed by. */
export type SalesQuery = ReturnType<typeof filterQuery> & {
  readonly fecha_inicio: string;
  readonly fecha_fin: string;
};

function salesQuery(filters: Filters, range: DateRange): SalesQuery {
  return { ...filterQuery(filters), fecha_inicio: range.from, fecha_fin: range.to };
}

/** @param data the days that have data */
export function useExplore(range: DateRange, data: DateRange): Explore {
  const search = useAddressSearch();
  const go = useChangeSearch();
  const { filters } = useFilters();
  const { currency } = useCurrency();
  return useMemo(() => {
    const place = readPlace(search, filters);
    const listQuery = salesQuery(narrowed(filters, place), range);
    return {
      range,
      data,
      place,
      view: readView(search),
      grouping: readGrouping(search, place),
      receipt: readReceipt(search),
      listQuery,
      query: { ...listQuery, ...currencyQuery(currency) },
      go,
      href: (patch) => hrefOf('/ventas') + patched(search, patch),
    };
  }, [search, filters, range, data, currency, go]);
}
