import { Link } from 'react-aria-components';
import { EmptyState, KpiSkeleton, KpiStrip, Panel, TableSkeleton } from '../../components/index.ts';
import { hrefOf } from '../../navigation/index.ts';
import styles from './ProductPage.module.css';
import { usePageTexts, usePanelTexts } from './state/index.ts';

/** The address names a product that there is not. */
export function NoProduct() {
  const texts = usePageTexts();
  return (
    <EmptyState
      title={texts.missingTitle}
      text={texts.missing}
      actions={
        <Link className={styles.link ?? ''} href={hrefOf('/inventario')}>
          {texts.toInventory}
        </Link>
      }
    />
  );
}

/** As high as what is to come. */
export function ProductSkeleton() {
  const texts = usePageTexts();
  const panels = usePanelTexts();
  const labels = [texts.stock, texts.cover, texts.stockouts, texts.sales, texts.units, texts.margin, texts.value];
  return (
    <div className={styles.page}>
      <KpiStrip label={texts.figuresLabel} seven>
        {labels.map((label, index) => (
          <KpiSkeleton key={label} label={label} main={index === 0} note />
        ))}
      </KpiStrip>
      <Panel title={panels.course}>
        <div className={styles.chartPlace} />
      </Panel>
      <Panel title={panels.stores}>
        <TableSkeleton rows={8} />
      </Panel>
    </div>
  );
}
