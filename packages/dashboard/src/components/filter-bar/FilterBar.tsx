import type { ComponentType } from 'react';
import { useLocale } from '../../i18n/index.ts';
import { CategoryFilter } from './CategoryFilter.tsx';
import styles from './FilterBar.module.css';
import { ProductFilter } from './ProductFilter.tsx';
import { RangeFilter } from './RangeFilter.tsx';
import { StoreFilter } from './StoreFilter.tsx';
import { TextFilter } from './TextFilter.tsx';

/** What a page can be filtered by. */
export type FilterName = 'range' | 'stores' | 'categories' | 'products' | 'text';

const parts: Record<FilterName, ComponentType> = {
  range: RangeFilter,
  stores: StoreFilter,
  categories: CategoryFilter,
  products: ProductFilter,
  text: TextFilter,
};

/** The filters of a page, in the order given. All of them live in the address bar. */
export function FilterBar({ filters }: { readonly filters: readonly FilterName[] }) {
  const texts = useLocale().texts;
  return (
    <div className={styles.bar} role="group" aria-label={texts.filters}>
      {filters.map((name) => {
        const Part = parts[name];
        return <Part key={name} />;
      })}
    </div>
  );
}
