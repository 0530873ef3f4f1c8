import { Panel, TableSkeleton } from '../../../components/index.ts';
import { useInventory, useOverviewTexts } from '../state/index.ts';
import styles from './Overview.module.css';
import { PendingFigure } from './PendingFigure.tsx';

/** As high as what is to come. */
export function OverviewSkeleton() {
  const texts = useOverviewTexts();
  const { address } = useInventory();
  return (
    <div className={styles.overview}>
      <ul className={styles.strip} aria-label={texts.loading}>
        {Array.from({ length: 6 }, (_, index) => (
          <PendingFigure key={index} />
        ))}
      </ul>
      <Panel title={texts.health[address.by]}>
        <TableSkeleton rows={12} />
      </Panel>
    </div>
  );
}
