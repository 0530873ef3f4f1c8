import { EmptyState } from '../../../components/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { axisOptions, COUNT, isDated } from '../model/drawing.ts';
import type { ResultProps } from '../model/result-columns.ts';
import { words } from '../texts.ts';
import { AxesFields } from './AxesFields.tsx';
import { Drawing } from './Drawing.tsx';
import { useDrawing } from './useDrawing.ts';

/** An answer as a drawing: one figure by one column, both chosen by the person and kept in the address. */
export function ResultChart({ columns, rows }: ResultProps) {
  const texts = useTexts(words);
  const { axes, places, choose } = useDrawing(columns, rows);
  if (axes === null || places.length === 0) return <EmptyState title={texts.noChart} text={texts.noChartText} />;
  const figure = axes.y === COUNT ? texts.count : axes.y;
  return (
    <>
      <AxesFields options={axisOptions(columns)} axes={axes} onChoose={choose} />
      <Drawing
        label={texts.chartLabel(figure, axes.x)}
        figure={figure}
        places={places}
        dated={isDated(columns, axes)}
      />
    </>
  );
}
