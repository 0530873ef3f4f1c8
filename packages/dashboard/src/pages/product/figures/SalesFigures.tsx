import { Kpi, type KpiChange, KpiSkeleton } from '../../../components/index.ts';
import { change } from '../../../figures/index.ts';
import { currencyQuery, useAsk, useCurrency, useMoney } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { usePageTexts, useScope } from '../state/index.ts';

/** What was sold of it, beside the two other periods. */
export function SalesFigures() {
  const texts = usePageTexts();
  const { numbers } = useLocale();
  const { money, moneyParts } = useMoney();
  const { id, storesQuery, rangeQuery, ready } = useScope();
  const { currency } = useCurrency();
  const query = { ...storesQuery, ...rangeQuery, ...currencyQuery(currency), producto_id: [id] };
  const { data, isError } = useAsk('compararVentas', { query }, { enabled: ready });
  const row = data?.body.datos[0];
  if (data === undefined || row === undefined) {
    if (isError || data !== undefined) return null;
    return [texts.sales, texts.units, texts.margin].map((label) => <KpiSkeleton key={label} label={label} note />);
  }
  const changes = (write: (amount: string) => string, now: string, before: string, yearBefore: string): KpiChange[] => [
    { name: texts.before, before: write(before), change: change(now, before) },
    { name: texts.yearBefore, before: write(yearBefore), change: change(now, yearBefore) },
  ];
  return (
    <>
      <Kpi
        label={texts.sales}
        value={moneyParts(row.venta_total)}
        changes={changes(money, row.venta_total, row.venta_total_anterior, row.venta_total_anio_anterior)}
        definition={texts.salesDefinition}
        source={data.source}
      />
      <Kpi
        label={texts.units}
        value={numbers.quantityParts(row.unidades)}
        changes={changes(numbers.quantity, row.unidades, row.unidades_anterior, row.unidades_anio_anterior)}
        definition={texts.unitsDefinition}
        source={data.source}
      />
      <Kpi
        label={texts.margin}
        value={row.margen_porcentaje === null ? null : percentParts(numbers.moneyParts(row.margen_porcentaje))}
        note={money(row.margen)}
        definition={texts.marginDefinition}
        source={data.source}
      />
    </>
  );
}

function percentParts({ whole, fraction }: { readonly whole: string; readonly fraction: string }) {
  return { whole, fraction: `${fraction}\u00a0%` };
}
