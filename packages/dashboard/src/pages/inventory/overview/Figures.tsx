import type { Source } from '../../../client/index.ts';
import { KpiStrip } from '../../../components/index.ts';
import type { StockTotals } from '../model/index.ts';
import { useOverviewTexts } from '../state/index.ts';
import { CoverFigure, type CoverFigureProps } from './CoverFigure.tsx';
import { IdleFigure } from './IdleFigure.tsx';
import styles from './Overview.module.css';
import { ExcessFigure, NegativeFigure, UrgentFigure, ValueFigure } from './StockFigures.tsx';

export interface FiguresProps {
  readonly totals: StockTotals;
  readonly sold: CoverFigureProps['sold'];
  readonly source: Source;
}

/** The stock on screen in six figures. */
export function Figures({ totals, sold, source }: FiguresProps) {
  const texts = useOverviewTexts();
  return (
    <div className={styles.figures}>
      <KpiStrip label={texts.figuresLabel}>
        <ValueFigure totals={totals} source={source} />
        <CoverFigure totals={totals} sold={sold} source={source} />
        <UrgentFigure totals={totals} source={source} />
        <IdleFigure />
        <ExcessFigure totals={totals} source={source} />
        <NegativeFigure totals={totals} source={source} />
      </KpiStrip>
    </div>
  );
}
