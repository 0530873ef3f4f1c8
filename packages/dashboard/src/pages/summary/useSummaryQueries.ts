import { useMemo } from 'react';
import { currencyQuery, filterQuery, useCurrency, useFilters } from '../../hooks/index.ts';
import type { Search } from '../../navigation/index.ts';

/** Which stores; all without them. */
export interface StoresQuery {
  readonly ubicacion_id?: string[];
}

/** What stock and its alerts can be filtered by. */
export interface StockQuery extends StoresQuery {
  readonly categoria?: string[];
}

/** Whose sales, and in which currency; without days. */
export interface SalesQuery extends StockQuery {
  readonly moneda?: 'USD';
}

export interface SummaryQueries {
  readonly sales: SalesQuery;
  readonly stock: StockQuery;
  readonly stores: StoresQuery;
  /** The filters as other pages take them. */
  readonly kept: Search;
}

/** What the page asks for by the filters in the address. Products are not among them: this page is about whole stores. */
export function useSummaryQueries(): SummaryQueries {
  const { filters } = useFilters();
  const { currency } = useCurrency();
  return useMemo(() => {
    const { stores, categories } = filters;
    const none = { stores: [], categories: [], products: [], text: '' };
    const stock = filterQuery({ ...none, stores, categories });
    return {
      stock,
      sales: { ...stock, ...currencyQuery(currency) },
      stores: filterQuery({ ...none, stores }),
      kept: {
        ...(stores.length === 0 ? {} : { tienda: stores }),
        ...(categories.length === 0 ? {} : { categoria: categories }),
      },
    };
  }, [filters, currency]);
}
