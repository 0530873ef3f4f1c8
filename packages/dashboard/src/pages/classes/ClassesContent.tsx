import type { DateRange } from '../../range/index.ts';
import { ArithmeticDialog } from './arithmetic/ArithmeticDialog.tsx';
import { MatrixPanel } from './matrix/MatrixPanel.tsx';
import { ProductsPanel } from './products/ProductsPanel.tsx';
import { useClasses, useClassesQuery } from './state/index.ts';

/** The classes of the products sold in a range. */
export function ClassesContent({ range }: { readonly range: DateRange }) {
  const query = useClassesQuery(range);
  const { product, change } = useClasses();
  return (
    <>
      <MatrixPanel query={query} />
      <ProductsPanel query={query} />
      {product === null ? null : (
        <ArithmeticDialog key={product} query={query} productId={product} onClose={() => change({ product: null })} />
      )}
    </>
  );
}
