import { Kpi } from '../../../components/index.ts';
import { change } from '../../../figures/index.ts';
import { useAsk, useMoney, useRates } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import type { SummaryInput } from '../input.ts';
import { comparedRanges, stockTotal, stockValueThen } from '../model/index.ts';
import { words } from '../texts.ts';
import { AnsweredKpi } from './AnsweredKpi.tsx';

/** What all stock costs today, against what was there at the ends of the compared periods. */
export function StockKpi({ range, data, queries }: SummaryInput) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const { money, moneyParts } = useMoney();
  const { convert } = useRates();
  const compared = comparedRanges(range, data);
  const stock = useAsk('resumirStock', { query: queries.stock });
  const before = useValueAt(compared.previous?.to, queries);
  const year = useValueAt(compared.year?.to, queries);
  const names = [texts.previous, texts.lastYear];
  return (
    <AnsweredKpi label={texts.stockValue} answer={stock} changes={names} note>
      {({ datos }, source) => {
        const { value, products } = stockTotal(datos);
        const shown = convert(value);
        const held = (name: string, answer: typeof before, asked: boolean) => {
          const then = answer.data === undefined || !asked ? null : stockValueThen(datos, answer.data.body.datos);
          const written = then === null ? null : convert(then);
          return { name, before: written === null ? null : money(written), change: change(value, then) };
        };
        return (
          <Kpi
            label={texts.stockValue}
            value={shown === null ? null : moneyParts(shown)}
            changes={[
              held(texts.previous, before, compared.previous !== null),
              held(texts.lastYear, year, compared.year !== null),
            ]}
            note={texts.stockNote(numbers.whole(products))}
            definition={texts.definitions.stockValue}
            source={source}
          />
        );
      }}
    </AnsweredKpi>
  );
}

/** Without a day nothing is asked. */
function useValueAt(day: string | undefined, { stock }: SummaryInput['queries']) {
  return useAsk('valorarStock', { query: { ...stock, fecha: day ?? '' } }, { enabled: day !== undefined });
}
