import type { Source } from '../../../client/index.ts';
import { Kpi } from '../../../components/index.ts';
import { useStockMoney } from '../../../components/stock/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { StoresTotal } from '../model/index.ts';
import { usePageTexts } from '../state/index.ts';

export interface StockFigureProps {
  readonly total: StoresTotal;
  readonly unit: string | null;
  readonly source: Source;
}

/** What there is. */
export function StockFigure({ total, unit, source }: StockFigureProps) {
  const texts = usePageTexts();
  const { numbers } = useLocale();
  const { stores, urgent } = total;
  const notes = [
    texts.inStores(stores, numbers.whole(stores)),
    ...(urgent === 0 ? [] : [texts.urgentIn(urgent, numbers.whole(urgent))]),
  ];
  const { whole, fraction } = numbers.quantityParts(total.quantity);
  return (
    <Kpi
      main
      label={texts.stock}
      value={{ whole, fraction: unit === null ? fraction : `${fraction} ${unit}` }}
      note={notes.join(' · ')}
      definition={texts.stockDefinition}
      source={source}
    />
  );
}

export interface ValueFigureProps {
  readonly total: StoresTotal;
  /** In bolívares; null if it is unknown. */
  readonly cost: string | null;
  readonly source: Source;
}

/** What it has cost. */
export function ValueFigure({ total, cost, source }: ValueFigureProps) {
  const texts = usePageTexts();
  const { money, moneyParts } = useStockMoney();
  return (
    <Kpi
      label={texts.value}
      value={moneyParts(total.value)}
      {...(cost === null ? {} : { note: texts.unitCost(money(cost)) })}
      definition={texts.valueDefinition}
      source={source}
    />
  );
}
