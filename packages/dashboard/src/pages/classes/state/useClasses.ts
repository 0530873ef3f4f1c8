import { useCallback, useMemo } from 'react';
import {
  currencyQuery,
  filterQuery,
  useAddressSearch,
  useChangeSearch,
  useCurrency,
  useFilters,
} from '../../../hooks/index.ts';
import { hrefOf, patchSearch } from '../../../navigation/index.ts';
import type { DateRange } from '../../../range/index.ts';
import { classesPatch, readClasses, type ClassesAddress } from '../model/index.ts';

export interface ClassesState extends ClassesAddress {
  readonly change: (patch: Partial<ClassesAddress>) => void;
  /** The address of this page with something of it changed. */
  readonly hrefTo: (patch: Partial<ClassesAddress>) => string;
}

/** What is on screen beside the filters: it lives in the address bar. */
export function useClasses(): ClassesState {
  const search = useAddressSearch();
  const changeSearch = useChangeSearch();
  const address = useMemo(() => readClasses(search), [search]);
  const change = useCallback((patch: Partial<ClassesAddress>) => changeSearch(classesPatch(patch)), [changeSearch]);
  const hrefTo = useCallback(
    (patch: Partial<ClassesAddress>) => hrefOf('/clases') + patchSearch(search, classesPatch(patch)),
    [search],
  );
  return useMemo(() => ({ ...address, change, hrefTo }), [address, change, hrefTo]);
}

/** What every question of the page is asked about. */
export function useClassesQuery(range: DateRange) {
  const { filters } = useFilters();
  const { currency } = useCurrency();
  const { weeks } = useClasses();
  const { from, to } = range;
  return useMemo(
    () => ({
      ...{ fecha_inicio: from, fecha_fin: to, semanas: weeks },
      ...filterQuery(filters),
      ...currencyQuery(currency),
    }),
    [from, to, weeks, filters, currency],
  );
}

export type ClassesQuery = ReturnType<typeof useClassesQuery>;
