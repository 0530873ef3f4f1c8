import { Kpi } from '../../../components/index.ts';
import { useAsk, useMoney, useRates } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { stockTotal } from '../model/index.ts';
import { words } from '../texts.ts';
import type { StockQuery } from '../useSummaryQueries.ts';
import { AnsweredKpi } from './AnsweredKpi.tsx';

/** What all stock costs today. */
export function StockKpi({ query }: { readonly query: StockQuery }) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const { moneyParts } = useMoney();
  const { convert } = useRates();
  const stock = useAsk('resumirStock', { query });
  return (
    <AnsweredKpi label={texts.stockValue} answer={stock} note>
      {({ datos }, source) => {
        const { value, products } = stockTotal(datos);
        const shown = convert(value);
        return (
          <Kpi
            label={texts.stockValue}
            value={shown === null ? null : moneyParts(shown)}
            note={texts.stockNote(numbers.whole(products))}
            definition={texts.definitions.stockValue}
            source={source}
          />
        );
      }}
    </AnsweredKpi>
  );
}
