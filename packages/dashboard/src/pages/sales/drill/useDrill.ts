import { useMemo, type ReactNode } from 'react';
import { marginOf } from '../../../figures/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { comparedRange } from '../model/index.ts';
import { figureColumns, type ColumnsInput, type FigureColumns } from './columns.tsx';
import type { DrillProps } from './drill-props.ts';
import { useWords } from '../explore/index.ts';

/** What every table of the drill is made of. */
export interface Drill {
  readonly texts: ColumnsInput['texts'];
  readonly columns: FigureColumns;
  /** The last row, by column; undefined until it is known. */
  readonly total: Readonly<Record<string, ReactNode>> | undefined;
}

/** Columns with the page's comparison and with shares of its totals, and the totals themselves. */
export function useDrill({ explore, totals }: DrillProps): Drill {
  const texts = useWords();
  const locale = useLocale();
  const { numbers } = locale;
  const { range, data, view } = explore;
  const row = totals.data?.body.datos[0];
  const whole = row?.venta_total ?? null;
  const comparison = comparedRange(range, view.compare, data) === null ? 'nada' : view.compare;
  const columns = useMemo(
    () => figureColumns({ texts, numbers, whole, comparison }),
    [texts, numbers, whole, comparison],
  );
  const total = useMemo(() => {
    if (row === undefined) return undefined;
    const { ticket_promedio: ticket, margen_porcentaje: percent } = row;
    const margin = marginOf(row);
    return {
      venta_total: numbers.money(row.venta_total),
      facturas: numbers.whole(row.facturas),
      ticket_promedio: ticket === null ? locale.texts.notAvailable : numbers.money(ticket),
      unidades: numbers.quantity(row.unidades),
      margen: margin === null ? locale.texts.notAvailable : numbers.money(margin),
      margen_porcentaje: percent === null ? locale.texts.notAvailable : `${numbers.money(percent)}\u00a0%`,
      lineas: numbers.whole(row.lineas),
      lineas_devueltas: numbers.whole(row.lineas_devueltas),
    };
  }, [row, numbers, locale.texts]);
  return { texts, columns, total };
}
