import { useAsk } from '../../../hooks/index.ts';
import { ChartPanel } from '../common/index.ts';
import { withoutReceipts } from '../model/index.ts';
import { HourHeatmap } from './HourHeatmap.tsx';
import { HourHeatTable } from './HourHeatTable.tsx';
import type { HeatProps } from './StoreHeat.tsx';
import { useWords } from '../explore/index.ts';

/** A measure by hour and day of the week. */
export function HourHeat({ explore, aside }: HeatProps) {
  const texts = useWords();
  const measure = withoutReceipts(explore.view.measure);
  const hours = useAsk('verVentasPorHora', { query: explore.query });
  const title = texts.heat.hora(texts.measures[measure]);
  return (
    <ChartPanel
      explore={explore}
      chart="calor"
      title={title}
      definition={`${texts.definitions[measure]} ${texts.hoursHint}`}
      aside={aside}
      of={hours}
      drawing={(body) => <HourHeatmap body={body} measure={measure} label={title} />}
      table={(body) => <HourHeatTable body={body} measure={measure} label={title} />}
    />
  );
}
