import { Answer, type Asked, KpiStrip } from '../../../components/index.ts';
import { choices } from '../address/index.ts';
import { KpisSkeleton } from '../common/index.ts';
import { type Explore, useWords } from '../explore/index.ts';
import { MeasureKpi } from './MeasureKpi.tsx';
import { ReturnsKpi } from './ReturnsKpi.tsx';
import type { Totals } from './figure-props.ts';

export interface SalesKpisProps {
  readonly explore: Explore;
  readonly totals: Asked<Totals>;
}

/** What everything on the page comes to, beside what it is compared with. */
export function SalesKpis({ explore, totals }: SalesKpisProps) {
  const texts = useWords();
  return (
    <Answer of={totals} skeleton={<KpisSkeleton />}>
      {({ datos: [row] }, source) =>
        row === undefined ? null : (
          <KpiStrip label={texts.figures}>
            {choices.measure.values.map((measure) => (
              <MeasureKpi key={measure} measure={measure} row={row} explore={explore} source={source} />
            ))}
            <ReturnsKpi row={row} explore={explore} source={source} />
          </KpiStrip>
        )
      }
    </Answer>
  );
}
