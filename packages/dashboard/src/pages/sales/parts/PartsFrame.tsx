import type { Asked } from '../../../components/index.ts';
import type { Measure } from '../address/index.ts';
import { ChartPanel, ViewChoice } from '../common/index.ts';
import { type Explore, useWords } from '../explore/index.ts';
import type { Part } from '../model/index.ts';
import { PartsChart } from './PartsChart.tsx';
import { PartsTable } from './PartsTable.tsx';

export interface PartsFrameProps<Body> {
  readonly explore: Explore;
  readonly of: Asked<Body>;
  readonly title: string;
  /** What a part is. */
  readonly nameHeader: string;
  readonly measure: Measure;
  readonly hint: string;
  readonly partsOf: (body: Body) => readonly Part[];
  readonly onOpen: (part: Part) => void;
}

/** Parts of the sales as areas, as bars, or as a table. */
export function PartsFrame<Body>(props: PartsFrameProps<Body>) {
  const { explore, of, title, nameHeader, measure, hint, partsOf, onOpen } = props;
  const texts = useWords();
  const { shape, tables } = explore.view;
  const drawn = tables.includes('partes') ? null : (
    <ViewChoice explore={explore} name="shape" label={texts.shape} names={texts.shapes} />
  );
  return (
    <ChartPanel
      explore={explore}
      chart="partes"
      title={title}
      definition={texts.definitions[measure]}
      aside={drawn}
      of={of}
      drawing={(body) => (
        <PartsChart
          label={title}
          parts={partsOf(body)}
          measure={measure}
          asBars={shape === 'barras'}
          hint={hint}
          onOpen={onOpen}
        />
      )}
      table={(body) => <PartsTable label={title} nameHeader={nameHeader} parts={partsOf(body)} measure={measure} />}
    />
  );
}
