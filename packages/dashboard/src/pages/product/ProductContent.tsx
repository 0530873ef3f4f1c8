import type { Source } from '../../client/index.ts';
import { ProductFigures } from './figures/ProductFigures.tsx';
import type { Story } from './model/index.ts';
import { CoursePanel, DetailPanels, MovementsPanel, StoresPanel } from './panels/index.ts';
import { ProductHead } from './ProductHead.tsx';
import styles from './ProductPage.module.css';

export interface ProductContentProps {
  readonly story: Story;
  readonly source: Source;
}

/** All that is known of the product. */
export function ProductContent({ story, source }: ProductContentProps) {
  return (
    <div className={styles.page}>
      <ProductHead product={story.producto} />
      <ProductFigures story={story} source={source} />
      <CoursePanel story={story} />
      <StoresPanel story={story} source={source} />
      <MovementsPanel />
      <DetailPanels story={story} source={source} />
    </div>
  );
}
