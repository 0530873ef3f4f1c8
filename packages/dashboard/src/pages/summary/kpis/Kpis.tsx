import type { AnswerTo, Told } from '../../../client/index.ts';
import { KpiSkeleton, KpiStrip } from '../../../components/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import type { SummaryInput } from '../input.ts';
import { words } from '../texts.ts';
import { LostKpi } from './LostKpi.tsx';
import { SalesKpis } from './SalesKpis.tsx';
import { StockKpi } from './StockKpi.tsx';

export interface KpisProps extends SummaryInput {
  /** Undefined before they have arrived. */
  readonly totals: Told<AnswerTo<'resumirVentas'>> | undefined;
}

/** The period in seven figures. */
export function Kpis({ totals, ...input }: KpisProps) {
  const texts = useTexts(words);
  const changes = [texts.previous, texts.lastYear];
  return (
    <KpiStrip seven label={texts.metrics}>
      {totals === undefined
        ? (['sales', 'receipts', 'ticket', 'units', 'margin'] as const).map((id) => (
            <KpiSkeleton
              key={id}
              label={texts[id]}
              main={id === 'sales'}
              changes={changes}
              note={id === 'units'}
              course
            />
          ))
        : null}
      {totals === undefined ? null : <SalesKpis {...input} totals={totals} />}
      <LostKpi {...input} />
      <StockKpi {...input} />
    </KpiStrip>
  );
}
