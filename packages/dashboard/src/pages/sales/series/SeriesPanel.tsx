import { useAsk } from '../../../hooks/index.ts';
import { ChartPanel, ViewChoice } from '../common/index.ts';
import { useWords, type Explore } from '../explore/index.ts';
import { exportOf } from './export-of.ts';
import { SeriesChart } from './SeriesChart.tsx';
import { SeriesTable } from './SeriesTable.tsx';

/** A measure over time, over what it is compared with. */
export function SeriesPanel({ explore }: { readonly explore: Explore }) {
  const texts = useWords();
  const { measure, by } = explore.view;
  const days = useAsk('compararVentasPorDia', { query: explore.query });
  return (
    <ChartPanel
      explore={explore}
      chart="serie"
      title={texts.series(texts.measures[measure], by)}
      definition={texts.definitions[measure]}
      aside={<ViewChoice explore={explore} name="by" label={texts.granularity} names={texts.granularities} />}
      of={days}
      exported={(source) => exportOf(source, by)}
      drawing={(body) => <SeriesChart explore={explore} body={body} />}
      table={(body) => <SeriesTable explore={explore} body={body} />}
    />
  );
}
