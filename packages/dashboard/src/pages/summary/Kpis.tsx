import type { VentaDia } from '../../client/index.ts';
import { change, ratio, type Figure } from '../../figures/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { eachDay, intersection } from '../../range/index.ts';
import { Kpi } from './Kpi.tsx';
import styles from './Kpis.module.css';
import { comparableTotals, type SummaryInput } from './model.ts';

/** The period in five figures. */
export function Kpis({ statistics, data }: SummaryInput) {
  const { texts, numbers } = useLocale();
  const now = statistics.current.totales;
  const before = comparableTotals(statistics, data);
  const course = (figure: (day: VentaDia) => Figure) => courseOf({ statistics, data }, figure);
  const returnedShare = ratio(now.lineas_devueltas, now.lineas);

  return (
    <ul className={styles.strip} aria-label={texts.summary.metricsLabel}>
      <Kpi
        main
        label={texts.summary.sales}
        value={numbers.moneyParts(now.venta_total)}
        before={before && numbers.money(before.venta_total)}
        change={change(now.venta_total, before && before.venta_total)}
        course={course((day) => Number(day.venta_total))}
      />
      <Kpi
        label={texts.summary.receipts}
        value={{ whole: numbers.whole(now.facturas), fraction: '' }}
        before={before && numbers.whole(before.facturas)}
        change={change(now.facturas, before && before.facturas)}
        course={course((day) => day.facturas)}
      />
      <Kpi
        label={texts.summary.averageTicket}
        value={now.ticket_promedio === null ? null : numbers.moneyParts(now.ticket_promedio)}
        before={before && before.ticket_promedio && numbers.money(before.ticket_promedio)}
        change={change(now.ticket_promedio, before && before.ticket_promedio)}
        course={course((day) => ratio(day.venta_total, day.facturas))}
      />
      <Kpi
        label={texts.summary.units}
        value={numbers.quantityParts(now.unidades)}
        before={before && numbers.quantity(before.unidades)}
        change={change(now.unidades, before && before.unidades)}
        course={course((day) => Number(day.unidades))}
      />
      <Kpi
        moreIsWorse
        label={texts.summary.returnedLines}
        value={{ whole: numbers.whole(now.lineas_devueltas), fraction: '' }}
        before={before && numbers.whole(before.lineas_devueltas)}
        change={change(now.lineas_devueltas, before && before.lineas_devueltas)}
        note={returnedShare === null ? null : texts.summary.ofAllLines(numbers.share(returnedShare))}
      />
    </ul>
  );
}

/** A figure for every day on screen: a gap where there are no data. */
function courseOf({ statistics, data }: SummaryInput, figure: (day: VentaDia) => Figure): Figure[] {
  const days = new Map(statistics.current.por_dia.map((day) => [day.fecha, day]));
  const shown = intersection(statistics.range, data);
  return (shown === null ? [] : eachDay(shown)).map((date) => {
    const day = days.get(date);
    return day === undefined ? null : figure(day);
  });
}
