import { Kpi, KpiSkeleton } from '../../../components/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { lastDaysOf } from '../../../range/index.ts';
import { usePageTexts, useScope } from '../state/index.ts';

/** The most days of which stockouts are told at once. */
const MOST_DAYS = 366;

/** On how many days it was missing. */
export function StockoutFigure() {
  const texts = usePageTexts();
  const { numbers } = useLocale();
  const { id, storesQuery, range, ready } = useScope();
  const days = range === null ? null : lastDaysOf(range, MOST_DAYS);
  const rangeQuery = days === null ? {} : { fecha_inicio: days.from, fecha_fin: days.to };
  const query = { ...storesQuery, ...rangeQuery, producto_id: [id], limite: 1000 };
  const { data, isError } = useAsk('listarQuiebres', { query }, { enabled: ready });
  if (data === undefined) return isError ? null : <KpiSkeleton label={texts.stockouts} note />;
  const rows = data.body.datos;
  const missing = rows.reduce((sum, row) => sum + row.dias_sin_stock, 0);
  return (
    <Kpi
      label={texts.stockouts}
      value={{ whole: numbers.whole(missing), fraction: '' }}
      note={rows.length === 0 ? texts.noStockouts : texts.stockoutStores(rows.length, numbers.whole(rows.length))}
      definition={texts.stockoutsDefinition}
      source={data.source}
    />
  );
}
