import { useMemo } from 'react';
import { type Column, DataTable } from '../../../components/index.ts';
import { useMoney } from '../../../hooks/index.ts';
import type { SeriesDay } from '../model/index.ts';
import { usePanelTexts } from '../state/index.ts';

const idOf = (day: SeriesDay) => day.fecha;

/** The figures of the drawing, the last day first. */
export function CourseTable({ days }: { readonly days: readonly SeriesDay[] }) {
  const texts = usePanelTexts();
  const { symbol } = useMoney('VES');
  const columns = useMemo(
    (): Column<SeriesDay>[] => [
      { id: 'fecha', header: texts.date, kind: 'date', value: (day) => day.fecha },
      { id: 'existencia', header: texts.stockAtClose, kind: 'quantity', value: (day) => day.existencia, width: 20 },
      { id: 'tiendas', header: texts.knownStores, kind: 'whole', value: (day) => day.tiendas, width: 24, minor: true },
      { id: 'unidades', header: texts.sold, kind: 'quantity', value: (day) => day.unidades, width: 18 },
      { id: 'venta', header: `${texts.sales} (${symbol})`, kind: 'money', value: (day) => day.venta_total },
    ],
    [texts, symbol],
  );
  const rows = useMemo(() => days.toReversed(), [days]);
  return <DataTable label={texts.course} rows={rows} columns={columns} rowId={idOf} />;
}
