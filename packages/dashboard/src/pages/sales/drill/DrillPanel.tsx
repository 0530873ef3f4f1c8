import type { ComponentType } from 'react';
import type { Grouping } from '../address/index.ts';
import { CategoriesDrill } from './CategoriesDrill.tsx';
import type { DrillProps } from './drill-props.ts';
import { LinesDrill } from './LinesDrill.tsx';
import { ProductsDrill } from './ProductsDrill.tsx';
import { StoresDrill } from './StoresDrill.tsx';

const drills: Record<Grouping, ComponentType<DrillProps>> = {
  stores: StoresDrill,
  categories: CategoriesDrill,
  products: ProductsDrill,
  lines: LinesDrill,
};

/** What the sales are made of, one step at a time: each row leads to what it is made of, down to receipts. */
export function DrillPanel(props: DrillProps) {
  const Drill = drills[props.explore.grouping];
  return <Drill {...props} />;
}
