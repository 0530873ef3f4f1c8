import type { ReactNode } from 'react';
import type { Source } from '../../../client/index.ts';
import { Answer, type Asked, Panel } from '../../../components/index.ts';
import { type Chart, tablePatch } from '../address/index.ts';
import type { Explore } from '../explore/index.ts';
import styles from './Common.module.css';
import { ChartPlace } from './Skeletons.tsx';

export interface ChartPanelProps<Body> {
  readonly explore: Explore;
  /** Its name in the address, where it says whether the chart is read as a table. */
  readonly chart: Chart;
  readonly title: string;
  readonly definition?: string;
  /** Switches beside the title. */
  readonly aside?: ReactNode;
  readonly of: Asked<Body>;
  /** What is exported, of what was asked; the same unless told. */
  readonly exported?: (source: Source) => Source;
  readonly drawing: (body: Body) => ReactNode;
  readonly table: (body: Body) => ReactNode;
}

/** A chart that can be read as a table, with the switch between them in the address. */
export function ChartPanel<Body>(props: ChartPanelProps<Body>) {
  const { explore, chart, title, definition, aside, of, exported = (source) => source, drawing, table } = props;
  const { view, go } = explore;
  const asTable = view.tables.includes(chart);
  return (
    <Panel
      title={title}
      {...(definition === undefined ? {} : { definition })}
      aside={aside}
      source={of.data && exported(of.data.source)}
      view={asTable ? 'table' : 'chart'}
      onView={(name) => go(tablePatch(view, chart, name === 'table'), { replace: true })}
    >
      <Answer of={of} skeleton={<ChartPlace />}>
        {(body) => (asTable ? table(body) : <div className={styles.body}>{drawing(body)}</div>)}
      </Answer>
    </Panel>
  );
}
