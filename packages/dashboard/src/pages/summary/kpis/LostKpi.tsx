import { Kpi } from '../../../components/index.ts';
import { change } from '../../../figures/index.ts';
import { useAsk, useMoney } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import type { SummaryInput } from '../input.ts';
import { comparedRanges, daysQuery, lostTotal } from '../model/index.ts';
import { words } from '../texts.ts';
import { AnsweredKpi } from './AnsweredKpi.tsx';

/** The products that stores ran out of, with what it cost. */
export function LostKpi({ range, data, queries }: SummaryInput) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const { money } = useMoney();
  const compared = comparedRanges(range, data);
  const now = useLost(range, queries);
  const before = useLost(compared.previous, queries);
  const year = useLost(compared.year, queries);
  const names = [texts.previous, texts.lastYear];
  return (
    <AnsweredKpi label={texts.stockouts} answer={now} changes={names} note>
      {({ datos }, source) => {
        const total = lostTotal(datos);
        const held = (name: string, answer: typeof now, asked: boolean) => {
          const then = answer.data === undefined || !asked ? null : lostTotal(answer.data.body.datos).products;
          return { name, before: then === null ? null : numbers.whole(then), change: change(total.products, then) };
        };
        return (
          <Kpi
            moreIsWorse
            label={texts.stockouts}
            value={{ whole: numbers.whole(total.products), fraction: '' }}
            changes={[
              held(texts.previous, before, compared.previous !== null),
              held(texts.lastYear, year, compared.year !== null),
            ]}
            note={texts.lost(numbers.whole(total.days), money(total.sales))}
            definition={texts.definitions.stockouts}
            source={source}
          />
        );
      }}
    </AnsweredKpi>
  );
}

/** Without a range nothing is asked. */
function useLost(range: SummaryInput['range'] | null, { sales }: SummaryInput['queries']) {
  const query = range === null ? sales : { ...sales, ...daysQuery(range) };
  return useAsk('estimarVentasPerdidasPorTienda', { query }, { enabled: range !== null });
}
