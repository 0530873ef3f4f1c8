import { Answer } from '../../components/index.ts';
import { useAsk } from '../../hooks/index.ts';
import type { DateRange } from '../../range/index.ts';
import { Announcement } from './Announcement.tsx';
import { NoSales } from './NoSales.tsx';
import { SummaryFigures } from './SummaryFigures.tsx';
import { daysQuery } from './model/index.ts';
import { useSummaryQueries } from './useSummaryQueries.ts';

export interface SummaryContentProps {
  readonly range: DateRange;
  /** The days that have data. */
  readonly data: DateRange;
}

/** The page below its head: the figures, a skeleton while they load, or why there are none. */
export function SummaryContent({ range, data }: SummaryContentProps) {
  const queries = useSummaryQueries();
  const totals = useAsk('resumirVentas', { query: { ...queries.sales, ...daysQuery(range) } });
  const input = { range, data, queries };
  const current = totals.isPlaceholderData ? undefined : totals.data;
  return (
    <>
      <Announcement range={range} loading={current === undefined} failed={totals.error !== null} />
      <Answer
        of={totals}
        skeleton={<SummaryFigures {...input} totals={undefined} />}
        isEmpty={({ datos }) => datos.find(({ periodo }) => periodo === 'actual')?.lineas === 0}
        empty={<NoSales data={data} queries={queries} />}
      >
        {(body, source) => <SummaryFigures {...input} totals={{ body, source }} />}
      </Answer>
    </>
  );
}
