import type { ReactNode } from 'react';
import { useAsk } from '../../../hooks/index.ts';
import { ChartPanel } from '../common/index.ts';
import { useWords, type Explore } from '../explore/index.ts';
import { StoreHeatmap } from './StoreHeatmap.tsx';
import { StoreHeatTable } from './StoreHeatTable.tsx';
import { gridGranularity } from '../model/index.ts';

export interface HeatProps {
  readonly explore: Explore;
  /** The switch to the other heatmap. */
  readonly aside: ReactNode;
}

/** A measure by store and day. */
export function StoreHeat({ explore, aside }: HeatProps) {
  const texts = useWords();
  const { measure } = explore.view;
  const days = useAsk('verVentasPorTiendaYDia', { query: explore.query });
  const title = texts.heat.tienda(texts.measures[measure], gridGranularity(explore.range));
  return (
    <ChartPanel
      explore={explore}
      chart="calor"
      title={title}
      definition={texts.definitions[measure]}
      aside={aside}
      of={days}
      drawing={(body) => <StoreHeatmap explore={explore} body={body} label={title} />}
      table={(body) => <StoreHeatTable explore={explore} body={body} label={title} />}
    />
  );
}
