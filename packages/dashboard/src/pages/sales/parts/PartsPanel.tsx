import type { DrillProps } from '../drill/drill-props.ts';
import { CategoryParts } from './CategoryParts.tsx';
import { ProductParts } from './ProductParts.tsx';

/** What the sales are made of: categories, or products within one. A single product has no parts. */
export function PartsPanel(props: DrillProps) {
  const { category, product } = props.explore.place;
  if (product !== null) return null;
  return category === null ? <CategoryParts {...props} /> : <ProductParts {...props} />;
}
