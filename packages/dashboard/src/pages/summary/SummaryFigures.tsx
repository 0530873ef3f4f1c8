import type { ComparedStatistics } from '../../hooks/index.ts';
import type { DateRange } from '../../range/index.ts';
import { DailyPanel } from './DailyPanel.tsx';
import { Kpis } from './Kpis.tsx';
import { NoSalesInRange } from './NoSales.tsx';
import { StoresPanel } from './StoresPanel.tsx';

export interface SummaryFiguresProps {
  readonly statistics: ComparedStatistics;
  /** The days that have data. */
  readonly data: DateRange;
  readonly onChoose: (range: DateRange) => void;
}

/** The figures of a range that has arrived. */
export function SummaryFigures({ statistics, data, onChoose }: SummaryFiguresProps) {
  if (statistics.current.por_dia.length === 0) {
    return <NoSalesInRange data={data} onChoose={onChoose} />;
  }
  return (
    <>
      <Kpis statistics={statistics} data={data} />
      <DailyPanel statistics={statistics} data={data} />
      <StoresPanel statistics={statistics} data={data} />
    </>
  );
}
