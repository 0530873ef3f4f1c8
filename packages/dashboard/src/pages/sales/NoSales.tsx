import { Button, EmptyState } from '../../components/index.ts';
import { filtersPatch, useFilters } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { DEFAULT_PRESET, presetRange, rangePatch, sameRange } from '../../range/index.ts';
import { placePatch } from './address/index.ts';
import { useWords, type Explore } from './explore/index.ts';

const nowhere = { store: null, category: null, product: null };
const unfiltered = { stores: [], categories: [], products: [], text: '' };

/** Instead of the figures where nothing was sold: ways to where something was. */
export function NoSales({ explore }: { readonly explore: Explore }) {
  const texts = useWords();
  const { dates } = useLocale();
  const { filters } = useFilters();
  const { range, data, place, go } = explore;
  const latest = presetRange(DEFAULT_PRESET, data);
  const filtered =
    filters.text !== '' ||
    [filters.stores, filters.categories, filters.products].some((list) => list.length > 0) ||
    Object.values(place).some((id) => id !== null);
  return (
    <EmptyState
      title={texts.emptyTitle}
      text={texts.empty(dates.day(data.from), dates.day(data.to))}
      actions={
        <>
          {filtered ? (
            <Button onPress={() => go({ ...filtersPatch(unfiltered), ...placePatch(nowhere) })}>
              {texts.clearFilters}
            </Button>
          ) : null}
          {sameRange(range, latest) ? null : <Button onPress={() => go(rangePatch(latest))}>{texts.latest}</Button>}
        </>
      }
    />
  );
}
