import { Kpi } from '../../../components/index.ts';
import { useStockMoney } from '../../../components/stock/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { viewPatch } from '../model/index.ts';
import { useInventory, useOverviewTexts } from '../state/index.ts';
import { Note } from './Note.tsx';
import { PendingFigure } from './PendingFigure.tsx';

/** The money in stock of which nothing sells. */
export function IdleFigure() {
  const texts = useOverviewTexts();
  const { numbers } = useLocale();
  const { moneyParts } = useStockMoney();
  const { query } = useInventory();
  const { data, isError } = useAsk('listarSinMovimiento', { query: { ...query, limite: 1 } });
  if (data === undefined && !isError) return <PendingFigure />;
  if (data === undefined) return null;
  const { productos_total: count, valor_total: value, dias } = data.body;
  return (
    <Kpi
      main
      label={texts.idle}
      value={moneyParts(value)}
      note={
        <Note label={texts.idle} patch={count > 0 && viewPatch('parado')}>
          {texts.idleProducts(numbers.whole(count))}
        </Note>
      }
      definition={texts.idleDefinition(numbers.whole(dias))}
      source={data.source}
    />
  );
}
