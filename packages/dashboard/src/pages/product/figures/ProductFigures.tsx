import type { Source } from '../../../client/index.ts';
import { KpiStrip } from '../../../components/index.ts';
import { rowsOf, type Story, totalOf } from '../model/index.ts';
import { usePageTexts, useScope } from '../state/index.ts';
import { CoverFigure } from './CoverFigure.tsx';
import { SalesFigures } from './SalesFigures.tsx';
import { StockFigure, ValueFigure } from './StockFigures.tsx';
import { StockoutFigure } from './StockoutFigure.tsx';

export interface ProductFiguresProps {
  readonly story: Story;
  readonly source: Source;
}

/** The product in seven figures, of the stores and days on screen. */
export function ProductFigures({ story, source }: ProductFiguresProps) {
  const texts = usePageTexts();
  const { stores } = useScope();
  const total = totalOf(rowsOf(story.existencias, stores));
  return (
    <KpiStrip label={texts.figuresLabel} seven>
      <StockFigure total={total} unit={story.producto.unidad_medida} source={source} />
      <CoverFigure />
      <StockoutFigure />
      <SalesFigures />
      <ValueFigure total={total} cost={story.producto.costo_promedio} source={source} />
    </KpiStrip>
  );
}
